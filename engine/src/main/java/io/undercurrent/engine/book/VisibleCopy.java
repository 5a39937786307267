package io.undercurrent.engine.book;

import io.undercurrent.codec.sbe.Side;

/** The visible levels as they once were, to see whether several steps together changed them. For rare events only. */
final class VisibleCopy {
    private static final int VALUES_PER_LEVEL = 3;

    private final long[] values = new long[2 * BookView.VISIBLE_LEVELS * VALUES_PER_LEVEL];

    void capture(final Ladder ladder) {
        visit(ladder, true);
    }

    boolean differs(final Ladder ladder) {
        return visit(ladder, false);
    }

    private boolean visit(final Ladder ladder, final boolean store) {
        boolean differs = visit(ladder.side(Side.BID), 0, store);
        differs |= visit(ladder.side(Side.ASK), values.length / 2, store);
        return differs;
    }

    private boolean visit(final SideLevels levels, final int from, final boolean store) {
        boolean differs = false;
        int at = from;
        for (int level = 0; level < BookView.VISIBLE_LEVELS; level++) {
            final int index = levels.level(level);
            differs |= value(at++, index < 0 ? BookView.NO_PRICE : levels.price(index), store);
            differs |= value(at++, index < 0 ? 0 : levels.size(index), store);
            differs |= value(at++, index < 0 ? 0 : levels.count(index), store);
        }
        return differs;
    }

    private boolean value(final int at, final long value, final boolean store) {
        final boolean differs = values[at] != value;
        if (store) {
            values[at] = value;
        }
        return differs;
    }
}
