package io.undercurrent.score.card;

/** Programmes by the share of the volume that they really executed. */
public enum Band {
    ALL(0, Double.POSITIVE_INFINITY),
    AT_LEAST_10(0.1, Double.POSITIVE_INFINITY),
    FROM_5_TO_10(0.05, 0.1),
    FROM_2_TO_5(0.02, 0.05),
    BELOW_2(0, 0.02);

    private final double from;
    private final double to;

    Band(final double from, final double to) {
        this.from = from;
        this.to = to;
    }

    public boolean holds(final double participation) {
        return participation >= from && participation < to;
    }
}
