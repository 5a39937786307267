package io.undercurrent.engine.book;

import io.undercurrent.codec.sbe.Side;

/** The levels themselves, as the source sets them. */
final class LevelEntries implements BookEntries {
    private final Ladder ladder;

    LevelEntries(final Ladder ladder) {
        this.ladder = ladder;
    }

    @Override
    public BookOutcome setLevel(final Side side, final long price, final long size, final int orderCount) {
        return ladder.set(side, price, size, orderCount) ? BookOutcome.APPLIED : BookOutcome.UNKNOWN_LEVEL;
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
