package io.undercurrent.feeds;

import io.undercurrent.codec.sbe.RejectReason;
import io.undercurrent.engine.feed.EventPublisher;
import java.nio.file.Path;

/** Turns the lines of one format into events; {@link LineFeed} brings the lines. One thread. */
public interface LineDecoder {
    /** What {@link #decode} returns for a line that it has published. */
    RejectReason ACCEPTED = RejectReason.NULL_VAL;

    /**
     * Another file begins.
     *
     * @param path the file
     * @param name its name without {@code .gz}, or that of the zip's entry
     */
    void begin(Path path, String name);

    /**
     * Publishes the events of a line. Allocates nothing, keeps no reference to the line.
     *
     * @return {@link #ACCEPTED}, or why the line is no good; then it has published nothing of it
     */
    RejectReason decode(EventPublisher out, byte[] line, int offset, int length);

    /** The instrument of the line just decoded; 0: not known. */
    int instrumentId();
}
