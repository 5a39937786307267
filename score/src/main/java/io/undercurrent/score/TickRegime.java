package io.undercurrent.score;

/** How wide an instrument trades, as its rows of the day show it. */
public enum TickRegime {
    /** All of them. */
    ALL,
    /** The spread is one tick nearly all the time. */
    ONE_TICK,
    WIDER;

    private static final double MOST_TICKS = 1.5;

    static TickRegime of(final double meanSpreadTicks) {
        return meanSpreadTicks <= MOST_TICKS ? ONE_TICK : WIDER;
    }

    /** Whether an instrument of that kind belongs to this one. */
    public boolean holds(final TickRegime instrument) {
        return this == ALL || this == instrument;
    }
}
