package io.undercurrent.engine.feed;

import java.util.Map;

/**
 * A source of market data. It decodes its source and publishes normalised events, in the source's order. One thread creates, polls and
 * closes it. Bad input never throws: it is published with {@link EventPublisher#rejected} and the feed goes on behind it; only a source
 * that can't be read at all throws {@link FeedException}.
 */
public interface Feed extends AutoCloseable {
    /** {@link #poll} at the end of a source that ends. */
    int DONE = -1;

    /** Name of the format, as on the command line. */
    String name();

    /**
     * Publishes the events of the source's next records.
     *
     * @param limit the most source records (lines, messages) to take; a record is never taken in part
     * @return records taken; 0: nothing there at present; {@link #DONE}: the source has ended
     */
    int poll(EventPublisher out, int limit);

    /** Whether its events contain the feed states and their own numbers already: the replay of a journal. */
    default boolean hasFeedStates() {
        return false;
    }

    /**
     * Good records so far that say nothing of books, trades or status, or are not of the symbol asked for, by the source's name for them: for
     * a summary at the end, any thread then.
     */
    default Map<String, Long> passedOver() {
        return Map.of();
    }

    /** Bytes of the source read so far, for a progress display. */
    long bytesRead();

    /** All bytes of the source; 0: not known. */
    long bytesTotal();

    @Override
    void close();
}
