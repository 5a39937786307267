package io.undercurrent.signals;

/** How a feature becomes a z from sums over its rows. */
enum FeatureForm {
    /** A part against a whole, both counted: how far the part is from its usual share, in deviations of a count; against its own baseline. */
    SHARE(false),
    /** log2 of a ratio, against its own baseline. */
    LOG(false),
    /** A ratio as it is. Distribution's is its negative. */
    BALANCE(true),
    /** The change of mid2 over the root of its buckets' squares, as it is. Distribution's is its negative. */
    TREND(true),
    /** The change of mid2 beyond what trade flow explains, in deviations. Distribution's is its negative. */
    IMPACT(true);

    private final boolean signed;

    FeatureForm(final boolean signed) {
        this.signed = signed;
    }

    /** Computed for accumulation, and negated for distribution. */
    boolean signed() {
        return signed;
    }
}
