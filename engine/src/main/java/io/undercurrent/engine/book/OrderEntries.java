package io.undercurrent.engine.book;

import io.undercurrent.codec.sbe.Side;

/**
 * Orders by id. An order keeps its side for life, so what an event says of the side of an order already there is not used: sources
 * that name only the id can't know it.
 */
final class OrderEntries implements BookEntries {
    private final EntryTable orders = new EntryTable();
    private final VisibleCopy before = new VisibleCopy();
    private final Ladder ladder;
    private final BookDelta delta;

    OrderEntries(final Ladder ladder, final BookDelta delta) {
        this.ladder = ladder;
        this.delta = delta;
    }

    @Override
    public BookOutcome add(final long id, final Side side, final long price, final long size, final long timeNs) {
        final int at = orders.find(id);
        if (at != EntryTable.NONE) {
            return addAgain(at, side, price, size);
        }
        if (!ladder.fits(side, price, size)) {
            return BookOutcome.BAD_SIZE;
        }
        orders.insert(id, price, size, side.value());
        ladder.add(side, price, size);
        return BookOutcome.APPLIED;
    }

    private BookOutcome addAgain(final int at, final Side side, final long price, final long size) {
        if (!fitsInstead(at, side, price, size)) {
            return BookOutcome.BAD_SIZE;
        }
        move(at, side, price, size);
        orders.update(at, price, size, side.value());
        return BookOutcome.DUPLICATE_ID;
    }

    @Override
    public BookOutcome replace(
            final long id, final long newId, final Side side, final long price, final long size, final long timeNs) {
        final int at = orders.find(id);
        if (at == EntryTable.NONE) {
            return BookOutcome.UNKNOWN_ORDER;
        }
        final Side own = sideOf(at);
        if (!fitsInstead(at, own, price, size)) {
            return BookOutcome.BAD_SIZE;
        }
        if (id == newId) {
            move(at, own, price, size);
            orders.update(at, price, size, own.value());
            return BookOutcome.APPLIED;
        }
        final int other = orders.find(newId);
        if (other != EntryTable.NONE) {
            return replaceOther(id, other, newId, own, price, size);
        }
        move(at, own, price, size);
        orders.remove(at);
        orders.insert(newId, price, size, own.value());
        return BookOutcome.APPLIED;
    }

    private BookOutcome replaceOther(
            final long id, final int other, final long newId, final Side own, final long price, final long size) {
        before.capture(ladder);
        ladder.resize(sideOf(other), orders.price(other), orders.size(other), 0);
        orders.remove(other);
        delta.forgetSizes();
        final int at = orders.find(id);
        move(at, own, price, size);
        orders.remove(at);
        orders.insert(newId, price, size, own.value());
        delta.visible(before.differs(ladder));
        return BookOutcome.DUPLICATE_ID;
    }

    @Override
    public BookOutcome reduce(final long id, final Side side, final long size, final long timeNs) {
        final int at = orders.find(id);
        if (at == EntryTable.NONE) {
            return BookOutcome.UNKNOWN_ORDER;
        }
        final long has = orders.size(at);
        final long left = Math.max(0, has - size);
        ladder.resize(sideOf(at), orders.price(at), has, left);
        if (left == 0) {
            orders.remove(at);
        } else {
            orders.size(at, left);
        }
        return size > has ? BookOutcome.EXCEEDS_SIZE : BookOutcome.APPLIED;
    }

    @Override
    public BookOutcome delete(final long id, final Side side) {
        final int at = orders.find(id);
        if (at == EntryTable.NONE) {
            return BookOutcome.UNKNOWN_ORDER;
        }
        ladder.resize(sideOf(at), orders.price(at), orders.size(at), 0);
        orders.remove(at);
        return BookOutcome.APPLIED;
    }

    @Override
    public void clear(final Side side) {
        ladder.clear(side);
        orders.clear(side.value());
    }

    @Override
    public void clear() {
        ladder.clear(Side.BID);
        ladder.clear(Side.ASK);
        orders.clear();
    }

    @Override
    public long hash() {
        return orders.hash();
    }

    private Side sideOf(final int at) {
        return orders.tag(at) == Side.BID.value() ? Side.BID : Side.ASK;
    }

    /** Whether the level can take the new size once the old one is gone from wherever it stands. */
    private boolean fitsInstead(final int at, final Side side, final long price, final long size) {
        final boolean sameLevel = sideOf(at) == side && orders.price(at) == price;
        return ladder.fits(side, price, sameLevel ? size - orders.size(at) : size);
    }

    private void move(final int at, final Side side, final long price, final long size) {
        if (sideOf(at) == side && orders.price(at) == price) {
            ladder.resize(side, price, orders.size(at), size);
        } else {
            ladder.resize(sideOf(at), orders.price(at), orders.size(at), 0);
            ladder.add(side, price, size);
        }
    }
}
