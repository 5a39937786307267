package io.undercurrent.feeds.binance;

/**
 * Whether a diff may be applied: how Binance says that a local book is kept. Diffs are held until a snapshot comes; those that the
 * snapshot already contains are dropped; the first that follows must reach back to it, and each later one to its predecessor. Spot and
 * futures differ only in what they call the predecessor: {@code U - 1} or {@code pu}. One thread.
 */
final class DepthChain {
    /** What to do with a diff or a snapshot. */
    enum Step {
        APPLY,
        /** Keep the diff until a snapshot comes. */
        HOLD,
        /** The snapshot contains it. */
        DROP,
        /** It was applied before, or is a snapshot that the book, or the diffs held, are already past. */
        STALE,
        /** Something is missing before it: the book is lost; hold this diff as the first. */
        GAP
    }

    private enum State {
        /** No book: diffs are held. */
        WAITING,
        /** The book is a snapshot; the next diff may overlap it. */
        SNAPSHOT,
        LIVE
    }

    private State state = State.WAITING;
    private boolean holding;
    private long heldFrom;
    /** The last update id applied, or held while there is no book. */
    private long last;

    /** @param previous the update id that the diff follows on */
    Step diff(final long previous, final long lastUpdateId) {
        if (state == State.WAITING) {
            return hold(previous, lastUpdateId);
        }
        if (lastUpdateId <= last) {
            return state == State.SNAPSHOT ? Step.DROP : Step.STALE;
        }
        if (state == State.SNAPSHOT ? previous > last : previous != last) {
            state = State.WAITING;
            holding = false;
            hold(previous, lastUpdateId);
            return Step.GAP;
        }
        state = State.LIVE;
        last = lastUpdateId;
        return Step.APPLY;
    }

    private Step hold(final long previous, final long lastUpdateId) {
        final boolean chained = holding && previous == last;
        if (holding && !chained && lastUpdateId <= last) {
            return Step.STALE;
        }
        final boolean broken = holding && !chained;
        if (!chained) {
            heldFrom = previous;
        }
        holding = true;
        last = lastUpdateId;
        return broken ? Step.GAP : Step.HOLD;
    }

    /** {@link Step#APPLY}: publish it, then offer the diffs held again. */
    Step snapshot(final long lastUpdateId) {
        final boolean tooOld = state == State.WAITING ? holding && heldFrom > lastUpdateId : lastUpdateId <= last;
        if (tooOld) {
            return Step.STALE;
        }
        state = State.SNAPSHOT;
        holding = false;
        last = lastUpdateId;
        return Step.APPLY;
    }

    /** The diffs held so far had to be dropped: only this one, and those to come, wait for a snapshot. */
    void holdFrom(final long previous) {
        heldFrom = previous;
    }

    /** Whether there is a book. */
    boolean hasBook() {
        return state != State.WAITING;
    }

    /** The last update id applied, or held while there is no book. */
    long last() {
        return last;
    }
}
