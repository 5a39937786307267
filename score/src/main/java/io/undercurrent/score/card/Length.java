package io.undercurrent.score.card;

import io.undercurrent.codec.Times;

/** Programmes by how long they last. */
public enum Length {
    ALL, UNDER_15_MINUTES, FROM_15_MINUTES;

    private static final long LONG_NS = 15 * Times.MINUTE_NS;

    boolean holds(final long durationNs) {
        return switch (this) {
            case ALL -> true;
            case UNDER_15_MINUTES -> durationNs < LONG_NS;
            case FROM_15_MINUTES -> durationNs >= LONG_NS;
        };
    }
}
