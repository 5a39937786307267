package io.undercurrent.signals;

import static io.undercurrent.signals.FeatureKind.*;

import java.util.List;

/** Evidence of a signal: log-odds = intercept + Σ weight · z, one formula for each signal. */
enum Formula {
    /** A buyer who is hit, shows the same again, and stays. */
    ABSORPTION(-0.80f,
        new Term(ANSWERS, 600, 0.52f),
        new Term(REFILLS, 600, -0.36f),
        new Term(HITS, 600, -0.39f),
        new Term(UNSEEN, 600, 0.25f),
        new Term(SWALLOWED, 600, 0.28f),
        new Term(DEPTH_SIDE, 600, 0.20f),
        new Term(IMPACT, 600, 0.48f)),
    /** A buyer who takes small pieces again and again. */
    CREEP(-2.79f,
        new Term(SMALL, 600, 1.02f),
        new Term(SMALL_BUYS, 600, 0.60f),
        new Term(OFF_EXCHANGE, 600, -0.56f),
        new Term(UPDATES, 600, -0.91f),
        new Term(ACTIVITY, 600, 0.64f),
        new Term(TREND, 300, 0.13f),
        new Term(IMPACT, 300, 0.65f)),
    /** A buyer at the midpoint, while the price rises and lit volume does not say why. */
    DARK_POOL(-1.52f,
        new Term(MIDPOINTS, 600, 0.85f),
        new Term(MIDPOINTS, 300, 0.64f),
        new Term(OFF_EXCHANGE, 300, -0.58f),
        new Term(UPDATES, 300, -0.40f),
        new Term(NET_VOLUME, 600, -1.99f),
        new Term(TREND, 600, 0.99f)),
    /** Depth that is executed against and stays. */
    SINKHOLE(-1.87f,
        new Term(DEPTH, 600, 0.50f),
        new Term(DEPTH, 300, 0.57f),
        new Term(SWALLOWED, 600, 0.58f),
        new Term(REFILLED, 600, -0.22f),
        new Term(NET_VOLUME, 600, -0.79f),
        new Term(IMPACT, 600, 0.48f)),
    /** A tight quote that comes back as it was after every hit, in a calm market that rises. */
    CONTRACTION(-2.17f,
        new Term(MATCHED, 600, 1.24f),
        new Term(ANSWERED, 600, -0.42f),
        new Term(REFILLED, 600, -0.74f),
        new Term(SPREAD, 300, -0.14f),
        new Term(MOVEMENT, 600, -0.18f),
        new Term(UPDATES, 600, -0.29f),
        new Term(TREND, 600, 0.55f));

    private final float intercept;
    @SuppressWarnings("ImmutableEnumChecker") // List.of
    private final List<Term> terms;

    Formula(final float intercept, final Term... terms) {
        this.intercept = intercept;
        this.terms = List.of(terms);
    }

    /** There is one for each signal, of its name. */
    static Formula of(final Signal signal) {
        return valueOf(signal.name());
    }

    float intercept() {
        return intercept;
    }

    List<Term> terms() {
        return terms;
    }
}
