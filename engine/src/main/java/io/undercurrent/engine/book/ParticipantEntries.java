package io.undercurrent.engine.book;

import io.undercurrent.codec.sbe.Side;

/** One quote per participant and side: an add replaces it. A replace to another participant's name is not known in such feeds. */
final class ParticipantEntries implements BookEntries {
    private final EntryTable bids = new EntryTable();
    private final EntryTable asks = new EntryTable();
    private final Ladder ladder;

    ParticipantEntries(final Ladder ladder) {
        this.ladder = ladder;
    }

    private EntryTable quotes(final Side side) {
        return side == Side.BID ? bids : asks;
    }

    @Override
    public BookOutcome add(final long id, final Side side, final long price, final long size, final long timeNs) {
        final EntryTable quotes = quotes(side);
        final int at = quotes.find(id);
        if (at == EntryTable.NONE) {
            if (!ladder.fits(side, price, size)) {
                return BookOutcome.BAD_SIZE;
            }
            quotes.insert(id, price, size, timeNs);
            ladder.add(side, price, size);
            return BookOutcome.APPLIED;
        }
        final long oldPrice = quotes.price(at);
        final long oldSize = quotes.size(at);
        if (!ladder.fits(side, price, oldPrice == price ? size - oldSize : size)) {
            return BookOutcome.BAD_SIZE;
        }
        quotes.update(at, price, size, timeNs);
        if (oldPrice == price) {
            ladder.resize(side, price, oldSize, size);
        } else {
            ladder.resize(side, oldPrice, oldSize, 0);
            ladder.add(side, price, size);
        }
        return BookOutcome.APPLIED;
    }

    @Override
    public BookOutcome replace(
            final long id, final long newId, final Side side, final long price, final long size, final long timeNs) {
        if (id != newId) {
            return BookOutcome.WRONG_KIND;
        }
        return quotes(side).find(id) == EntryTable.NONE ? BookOutcome.UNKNOWN_ORDER : add(id, side, price, size, timeNs);
    }

    @Override
    public BookOutcome reduce(final long id, final Side side, final long size, final long timeNs) {
        final EntryTable quotes = quotes(side);
        final int at = quotes.find(id);
        if (at == EntryTable.NONE) {
            return BookOutcome.UNKNOWN_ORDER;
        }
        final long has = quotes.size(at);
        final long left = Math.max(0, has - size);
        ladder.resize(side, quotes.price(at), has, left);
        if (left == 0) {
            quotes.remove(at);
        } else {
            quotes.update(at, quotes.price(at), left, timeNs);
        }
        return size > has ? BookOutcome.EXCEEDS_SIZE : BookOutcome.APPLIED;
    }

    @Override
    public BookOutcome delete(final long id, final Side side) {
        final EntryTable quotes = quotes(side);
        final int at = quotes.find(id);
        if (at == EntryTable.NONE) {
            return BookOutcome.UNKNOWN_ORDER;
        }
        ladder.resize(side, quotes.price(at), quotes.size(at), 0);
        quotes.remove(at);
        return BookOutcome.APPLIED;
    }

    @Override
    public void clear(final Side side) {
        ladder.clear(side);
        quotes(side).clear();
    }

    @Override
    public long staleSize(final Side side, final long beforeNs, final long lastPrice) {
        final SideLevels levels = ladder.side(side);
        if (levels.length() == 0) {
            return 0;
        }
        final long best = levels.price(levels.level(0));
        final EntryTable quotes = quotes(side);
        long sum = 0;
        for (int at = quotes.next(0); at != EntryTable.NONE; at = quotes.next(EntryTable.after(at))) {
            final long price = quotes.price(at);
            final boolean within = side == Side.BID ? price < best && price >= lastPrice : price > best && price <= lastPrice;
            if (within && quotes.tag(at) < beforeNs) {
                final long more = quotes.size(at);
                sum = sum > Long.MAX_VALUE - more ? Long.MAX_VALUE : sum + more;
            }
        }
        return sum;
    }

    @Override
    public long hash() {
        return Hashes.mix(bids.hash(), asks.hash());
    }
}
