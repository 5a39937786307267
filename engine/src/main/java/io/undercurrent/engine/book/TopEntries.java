package io.undercurrent.engine.book;

import io.undercurrent.codec.sbe.Side;

/** The best quote alone: at most one level a side, of unknown order count. */
final class TopEntries implements BookEntries {
    private final Ladder ladder;

    TopEntries(final Ladder ladder) {
        this.ladder = ladder;
    }

    @Override
    public BookOutcome quote(final long bidPrice, final long bidSize, final long askPrice, final long askSize) {
        set(Side.BID, bidPrice, bidSize);
        set(Side.ASK, askPrice, askSize);
        return BookOutcome.APPLIED;
    }

    private void set(final Side side, final long price, final long size) {
        final SideLevels levels = ladder.side(side);
        if (levels.length() > 0 && (size == 0 || levels.price(0) != price)) {
            ladder.clear(side);
        }
        if (size > 0) {
            ladder.set(side, price, size, 0);
        }
    }

    @Override
    public void clear(final Side side) {
        ladder.clear(side);
    }

    @Override
    public long hash() {
        return 0;
    }
}
