package io.undercurrent.feeds.sim;

import io.undercurrent.codec.Ascii8;
import io.undercurrent.codec.TradeFlag;
import io.undercurrent.codec.sbe.Aggressor;

/**
 * Lets an aggressive order meet the book: displayed orders first in time, reserves shown again behind them, hidden orders at a price after
 * all displayed ones. Never takes the last orders of a side. One thread.
 */
final class Matcher {
    static final long VENUE = Ascii8.pack("XSIM");

    /** Orders that a side keeps. */
    static final int FLOOR = 8;

    private static final long NO_CONDITION = Ascii8.pack("@");

    private final SimulatedInstrument profile;
    private final SimBook book;
    private final Packet packet;
    private final Progress progress;
    private final Influence influence;
    private final SimRandom random;

    private int bestPrice;
    private int bestVolume;

    Matcher(
            final SimulatedInstrument profile, final SimBook book, final Packet packet, final Progress progress,
            final Influence influence, final SimRandom random) {
        this.profile = profile;
        this.book = book;
        this.packet = packet;
        this.progress = progress;
        this.influence = influence;
        this.random = random;
    }

    /**
     * @param side of the book that is hit
     * @param levels how many prices it may reach
     * @param byProgramme the programme is the aggressor
     * @return shares executed
     */
    int take(final int side, final int shares, final int levels, final boolean byProgramme) {
        int rest = shares;
        bestPrice = book.best(side);
        bestVolume = 0;
        if (!byProgramme && random.chance(profile.hiddenShare() * 0.5) && book.spread() > 1) {
            rest -= hidden(side, midPrice(), Math.min(rest, hiddenSize()), false);
        }
        for (int level = 0; level < levels && rest > 0 && book.orders(side) > FLOOR; level++) {
            rest = takeLevel(side, book.best(side), rest, byProgramme);
        }
        final int executed = shares - rest;
        if (byProgramme) {
            progress.execute(executed);
        }
        return executed;
    }

    private int takeLevel(final int side, final int price, final int shares, final boolean byProgramme) {
        int rest = shares;
        final long money = price * profile.priceIncrement();
        while (rest > 0 && book.count(side, price) > 0 && book.orders(side) > FLOOR) {
            final int order = book.first(side, price);
            final int fill = Math.min(rest, book.sizeOf(order));
            print(side, money, fill, book.idOf(order), 0);
            packet.execute(side, book.idOf(order), money, fill);
            if (book.isOwn(order)) {
                progress.execute(fill);
            }
            final int reserve = book.reserveOf(order);
            final int display = book.displayOf(order);
            final boolean own = book.isOwn(order);
            final boolean gone = fill == book.sizeOf(order);
            book.reduce(side, order, fill);
            if (gone && reserve > 0) {
                final int shown = Math.min(display, reserve);
                final int again = book.add(side, price, shown, reserve - shown, own);
                packet.add(side, book.idOf(again), money, shown);
            }
            rest -= fill;
            bestVolume += price == bestPrice ? fill : 0;
        }
        if (rest > 0 && influence.hidden > 0 && influence.hiddenSide == side && influence.hiddenPrice == price) {
            final int fill = hidden(side, money, Math.min(rest, influence.hidden), true);
            influence.hidden -= fill;
            rest -= fill;
            bestVolume += price == bestPrice ? fill : 0;
        } else if (rest > 0 && !byProgramme && random.chance(profile.hiddenShare())) {
            final int fill = hidden(side, money, Math.min(rest, hiddenSize()), false);
            rest -= fill;
            bestVolume += price == bestPrice ? fill : 0;
        }
        return rest;
    }

    private int hidden(final int side, final long money, final int shares, final boolean own) {
        print(side, money, shares, 0, TradeFlag.HIDDEN);
        if (own) {
            progress.execute(shares);
        }
        return shares;
    }

    private void print(final int side, final long money, final int shares, final long restingOrderId, final int flags) {
        final int aggressor = side == SimBook.BID ? Aggressor.SELL.value() : Aggressor.BUY.value();
        packet.trade(money, shares, aggressor, restingOrderId, flags, VENUE, NO_CONDITION);
        progress.print(shares);
    }

    /** 1e-9; half a tick where the spread is odd. */
    long midPrice() {
        return (book.best(SimBook.BID) + book.best(SimBook.ASK)) * profile.priceIncrement() / 2;
    }

    private int hiddenSize() {
        return SizeTable.draw(random, profile.sizeMultiple()) * 2;
    }

    /** Best price of the side before the last order, and what was executed there. */
    int bestPrice() {
        return bestPrice;
    }

    int bestVolume() {
        return bestVolume;
    }
}
