package io.undercurrent.signals;

/** The five signals; each has an accumulation and a distribution side. */
public enum Signal {
    ABSORPTION(RowLayout.HAS_OWN_VENUE_TRADES, "own-venue trades"),
    CREEP(0, ""),
    DARK_POOL(RowLayout.HAS_OFF_EXCHANGE, "off-exchange prints"),
    SINKHOLE(RowLayout.HAS_DEPTH, "levels behind the best"),
    CONTRACTION(RowLayout.HAS_OWN_VENUE_TRADES, "own-venue trades");

    public static final int COUNT = values().length;

    private final int needs;
    private final String needsWhat;

    Signal(final int needs, final String needsWhat) {
        this.needs = needs;
        this.needsWhat = needsWhat;
    }

    /** Bits of {@link RowColumn#CAPABILITIES} without which it is not available. */
    int needs() {
        return needs;
    }

    /** In words; empty: nothing. */
    String needsWhat() {
        return needsWhat;
    }
}
