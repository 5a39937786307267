package io.undercurrent.feeds;

import io.undercurrent.codec.sbe.RejectReason;
import io.undercurrent.engine.feed.EventPublisher;
import java.nio.file.Path;
import java.util.Map;

/** Turns the records of one format, lines or binary messages, into events; {@link RecordFeed} brings them. One thread. */
public interface RecordDecoder {
    /** What {@link #decode} returns for a record that is good. */
    RejectReason ACCEPTED = RejectReason.NULL_VAL;

    /**
     * Another file begins.
     *
     * @param path the file
     * @param name its name without {@code .gz}, or that of the zip's entry
     */
    void begin(Path path, String name);

    /**
     * Publishes the events of a record. Allocates nothing, keeps no reference to the record.
     *
     * @return {@link #ACCEPTED}, or why the record is no good; then it has published nothing of it
     */
    RejectReason decode(EventPublisher out, byte[] record, int offset, int length);

    /** The instrument of the record just decoded; 0: not known. */
    int instrumentId();

    /** As {@code Feed.passedOver}. */
    default Map<String, Long> passedOver() {
        return Map.of();
    }
}
