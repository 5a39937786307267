package io.undercurrent.journal;

import java.util.OptionalLong;

/**
 * A tailer that keeps its position in the journal.
 *
 * @param acknowledged the last event that its sink has taken; empty if its position is damaged, so that it needs everything
 */
public record RegisteredTailer(String name, OptionalLong acknowledged) {
    /** Whether it can still ask for events up to this one. */
    public boolean needs(final long sequence) {
        return acknowledged.isEmpty() || acknowledged.getAsLong() < sequence;
    }
}
