package io.undercurrent.journal;

import org.agrona.DirectBuffer;

/** Takes verified events from a {@link JournalTailer}, one at a time and in sequence order. */
@FunctionalInterface
public interface EventConsumer {
    /**
     * The bytes are valid during this call only. If it throws, the event counts as not delivered and comes again with the next poll.
     *
     * @param length bytes of the event, SBE header included
     */
    void onEvent(DirectBuffer buffer, int offset, int length);
}
