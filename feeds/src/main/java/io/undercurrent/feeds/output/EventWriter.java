package io.undercurrent.feeds.output;

import java.util.List;
import java.util.Map;
import org.agrona.DirectBuffer;

/**
 * Writes normalised events as files of a format. What the format can't say is left out and counted, never bent into something that it can.
 * One thread creates, feeds and closes it.
 */
public interface EventWriter extends AutoCloseable {
    /**
     * Takes in the event at {@code offset}; keeps no reference to it.
     *
     * @throws io.undercurrent.engine.feed.FeedException a file can't be written, or an instrument is none that the format has
     */
    void onEvent(DirectBuffer buffer, int offset);

    /** Events left out so far, by what they were. */
    Map<String, Long> leftOut();

    /** The arguments of {@code undercurrent replay} that read back what was written, for each replay; complete once closed. */
    List<String> replays();

    /** Finishes the files. */
    @Override
    void close();
}
