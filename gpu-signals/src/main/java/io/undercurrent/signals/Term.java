package io.undercurrent.signals;

/**
 * A feature's part in the evidence of a {@link Formula}.
 *
 * @param rows its horizon
 * @param weight log-odds for each unit of z
 */
record Term(FeatureKind kind, int rows, float weight) {
    /** Of the feature as {@link SignalTable} has it: a signed one is negated for distribution. */
    float weightFor(final SignalSide side) {
        return kind.form().signed() && side == SignalSide.DISTRIBUTION ? -weight : weight;
    }
}
