package io.undercurrent.feeds;

import io.undercurrent.codec.sbe.RejectReason;
import io.undercurrent.engine.feed.EventPublisher;
import java.nio.file.Path;
import java.util.Map;

/**
 * Turns the lines of one of several sources that are merged by time into events, in two steps, so that a line can wait for those of other
 * sources that come before it. One thread.
 */
public interface TimedDecoder {
    /** As {@link RecordDecoder#begin}. */
    void begin(Path path, String name);

    /**
     * Reads a line; its bytes stay as they are until {@link #publish}. Allocates nothing.
     *
     * @return {@link RecordDecoder#ACCEPTED}, or why the line is no good; then there is nothing to publish
     */
    RejectReason read(byte[] line, int offset, int length);

    /** Of the line just read, UTC; {@code Long.MIN_VALUE}: it has none of its own, and follows the line before it. */
    long timeNs();

    /** Of lines of one time those with the lowest rank come first. */
    int rank();

    /** Publishes the events of the line just read. */
    void publish(EventPublisher out);

    /** The instrument of the line just read; 0: not known. */
    int instrumentId();

    /** As {@code Feed.passedOver}. */
    default Map<String, Long> passedOver() {
        return Map.of();
    }
}
