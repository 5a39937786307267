package io.undercurrent.signals;

import java.util.Locale;

/**
 * A feature as the forests read it.
 *
 * @param rows its horizon
 * @param opposite it is read as the other side has it
 */
record Input(FeatureKind kind, int rows, boolean opposite) {
    static Input own(final FeatureKind kind, final int rows) {
        return new Input(kind, rows, false);
    }

    static Input opposite(final FeatureKind kind, final int rows) {
        return new Input(kind, rows, true);
    }

    /** Whose feature this is where a forest speaks of the side. */
    SignalSide seenBy(final SignalSide side) {
        return opposite ? side.opposite() : side;
    }

    /** The feature is the negative of what {@link SignalTable} has. */
    boolean negatedFor(final SignalSide side) {
        return kind.form().signed() && seenBy(side) == SignalSide.DISTRIBUTION;
    }

    /** In {@code forests.txt}. */
    String key() {
        return kind.name().toLowerCase(Locale.ROOT) + "." + rows + (opposite ? ".opposite" : "");
    }

    /** For people. */
    String label() {
        return opposite ? kind.label() + ", other side" : kind.label();
    }
}
