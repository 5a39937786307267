package io.undercurrent.feeds.sim;

import io.undercurrent.codec.Ascii8;
import io.undercurrent.codec.TradeFlag;
import io.undercurrent.codec.sbe.Aggressor;
import java.util.Arrays;

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
    private final Sizes sizes;

    private final int[] own = new int[Progress.MAX_PARTS];

    private int programmeSide = SimBook.NONE;
    private int bestPrice;
    private int bestShown;
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
        sizes = new Sizes(profile, random);
    }

    /** Who is the aggressor when it is nobody's programme. */
    static final int MARKET = -1;

    /**
     * @param side of the book that is hit
     * @param levels how many prices it may reach
     * @param part of the programme that is the aggressor, or {@link #MARKET}
     * @return shares executed
     */
    int take(final int side, final int shares, final int levels, final int part) {
        int rest = shares;
        bestPrice = book.best(side);
        bestShown = book.size(side, bestPrice);
        bestVolume = 0;
        Arrays.fill(own, 0);
        if (influence.hidden > 0 && influence.hiddenSide == side && SimBook.isBetter(side, influence.hiddenPrice, bestPrice)) {
            rest -= ownHidden(side, influence.hiddenPrice * profile.priceIncrement(), rest);
        }
        if (rest > 0 && book.spread() > 1 && random.chance(profile.hiddenShare())) {
            rest -= hidden(side, midPrice(), Math.min(rest, hiddenSize()));
        }
        for (int level = 0; level < levels && rest > 0 && book.orders(side) > FLOOR; level++) {
            rest = takeLevel(side, book.best(side), rest);
        }
        final int executed = shares - rest;
        if (part != MARKET) {
            progress.execute(part, executed);
        }
        return executed;
    }

    private int takeLevel(final int side, final int price, final int shares) {
        int rest = shares;
        final long money = price * profile.priceIncrement();
        while (rest > 0 && book.count(side, price) > 0 && book.orders(side) > FLOOR) {
            rest -= fill(side, price, money, rest);
        }
        if (rest > 0 && influence.hidden > 0 && influence.hiddenSide == side && influence.hiddenPrice == price) {
            rest -= ownHidden(side, money, rest);
        } else if (rest > 0 && random.chance(profile.hiddenShare())) {
            rest -= hidden(side, money, Math.min(rest, hiddenSize()));
        }
        bestVolume += price == bestPrice ? shares - rest : 0;
        return rest;
    }

    /** Executes the first order of the level as far as it goes; its reserve is shown again behind all others. */
    private int fill(final int side, final int price, final long money, final int shares) {
        final int order = book.first(side, price);
        final int fill = Math.min(shares, book.sizeOf(order));
        print(side, money, fill, book.idOf(order), 0);
        packet.execute(side, book.idOf(order), money, fill);
        final int group = book.groupOf(order);
        if (group >= OrderLives.OWN) {
            executeOwn(side, group - OrderLives.OWN, fill);
        }
        final int reserve = book.reserveOf(order);
        final int display = book.displayOf(order);
        final boolean gone = fill == book.sizeOf(order);
        book.reduce(order, fill);
        if (gone && reserve > 0) {
            final int shown = Math.min(display, reserve);
            final int again = book.add(side, price, shown, reserve - shown, group);
            packet.add(side, book.idOf(again), money, shown);
        }
        return fill;
    }

    private void executeOwn(final int side, final int part, final int shares) {
        // what a programme sells on the way to its target is not counted
        if (side == programmeSide) {
            progress.execute(part, shares);
        }
        own[part] += shares;
    }

    private int ownHidden(final int side, final long money, final int shares) {
        final int fill = hidden(side, money, Math.min(shares, influence.hidden));
        influence.hidden -= fill;
        executeOwn(side, influence.hiddenPart, fill);
        return fill;
    }

    private int hidden(final int side, final long money, final int shares) {
        print(side, money, shares, 0, TradeFlag.HIDDEN);
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
        return sizes.draw(2 * profile.tradeShares());
    }

    /** @param side of the book on which the programme of now on buys; {@link SimBook#NONE}: there is none */
    void programme(final int side) {
        programmeSide = side;
    }

    /** Best price of the side before the last order. */
    int bestPrice() {
        return bestPrice;
    }

    /** What was shown there. */
    int bestShown() {
        return bestShown;
    }

    /** What the last order executed there. */
    int bestVolume() {
        return bestVolume;
    }

    /** What the last order executed of a part of the programme, at any price. */
    int own(final int part) {
        return own[part];
    }
}
