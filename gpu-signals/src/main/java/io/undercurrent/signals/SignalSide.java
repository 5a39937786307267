package io.undercurrent.signals;

/** Whom a signal speaks of: somebody who buys, or somebody who sells. */
public enum SignalSide {
    ACCUMULATION, DISTRIBUTION;

    public static final int COUNT = values().length;

    /** The other one. */
    SignalSide opposite() {
        return this == ACCUMULATION ? DISTRIBUTION : ACCUMULATION;
    }
}
