package io.undercurrent.feeds.sim;

import io.undercurrent.codec.sbe.AlertSide;

/**
 * What an agent works with: the book, its orders, its progress. "Own" is the side of the book it buys on (bids for accumulation);
 * prices are in ticks and "behind" leads away from the other side. Everything own is that of the agent that acts. One thread.
 */
final class Desk {
    private static final long MILLISECOND_NS = 1_000_000;
    private static final double LAG_SECONDS = 20;
    private static final double LAG_LOT = 150;

    private final SimulatedInstrument profile;
    private final SimBook book;
    private final Activity activity;
    private final Influence influence;
    private final Progress progress;
    private final Matcher matcher;
    private final OrderPlacement placement;
    private final TradeFlow trades;
    private final OffExchangeFlow offExchange;
    private final Packet packet;
    private final TimerQueue timers;
    private final SimRandom random;
    private final FairValue value;
    private final Resilience resilience;
    private final FeedTrouble feed;

    private int ownSide;
    private long nowNs;
    private long startNs;
    private long durationNs;
    private long generation;
    private int acting;

    Desk(
            final SimulatedInstrument profile, final SimBook book, final Activity activity, final Influence influence,
            final Progress progress, final Matcher matcher, final OrderPlacement placement, final TradeFlow trades,
            final OffExchangeFlow offExchange, final Packet packet, final TimerQueue timers, final SimRandom random,
            final FairValue value, final Resilience resilience, final FeedTrouble feed) {
        this.profile = profile;
        this.book = book;
        this.activity = activity;
        this.influence = influence;
        this.progress = progress;
        this.matcher = matcher;
        this.placement = placement;
        this.trades = trades;
        this.offExchange = offExchange;
        this.packet = packet;
        this.timers = timers;
        this.random = random;
        this.value = value;
        this.resilience = resilience;
        this.feed = feed;
    }

    void begin(final AlertSide side, final long atNs, final long lastsNs) {
        ownSide = side == AlertSide.ACCUMULATION ? SimBook.BID : SimBook.ASK;
        matcher.programme(ownSide);
        durationNs = lastsNs;
        startNs = atNs;
        nowNs = atNs;
        generation++;
    }

    /** Timers of the past episode mean nothing any more, and what is left of its orders is cancelled. */
    void end() {
        generation++;
        influence.reset();
        matcher.programme(SimBook.NONE);
        for (int part = 0; part < Progress.MAX_PARTS; part++) {
            withdrawAll(OrderLives.OWN + part);
        }
    }

    void now(final long atNs) {
        nowNs = atNs;
    }

    /** @param agent whose turn it is, from 0 */
    void acting(final int agent) {
        acting = agent;
    }

    long nowNs() {
        return nowNs;
    }

    long sinceStartNs() {
        return nowNs - startNs;
    }

    long durationNs() {
        return durationNs;
    }

    boolean isCurrent(final long timerGeneration) {
        return timerGeneration == generation;
    }

    SimulatedInstrument profile() {
        return profile;
    }

    Influence influence() {
        return influence;
    }

    SimRandom random() {
        return random;
    }

    int ownSide() {
        return ownSide;
    }

    int otherSide() {
        return 1 - ownSide;
    }

    int best() {
        return book.best(ownSide);
    }

    int otherBest() {
        return book.best(otherSide());
    }

    int spread() {
        return book.spread();
    }

    /** Half of the usual spread at this time of day, ticks. */
    double usualHalf() {
        return value.half();
    }

    /** Steps from the best own price; negative in front of it. */
    int distance(final int price) {
        return book.distance(ownSide, price);
    }

    int behind(final int price, final int steps) {
        return ownSide == SimBook.BID ? price - steps : price + steps;
    }

    /** The best price of a side at which anybody else stands; its last one if nobody does. */
    int othersBest(final int side) {
        int price = book.best(side);
        int left = book.orders(side) - book.count(side, price);
        while (left > 0 && book.size(side, price) == shown(side, price)) {
            price = book.nextLevel(side, price);
            left -= book.count(side, price);
        }
        return price;
    }

    /** Shares of others that are shown before this price of the own side; it must not lie before the best. */
    int ahead(final int price) {
        int sum = 0;
        for (int at = book.best(ownSide); at != price && SimBook.isBetter(ownSide, at, price); at = book.nextLevel(ownSide, at)) {
            sum += others(at);
        }
        return sum;
    }

    /** Shares shown at a price of the own side by all others. */
    int others(final int price) {
        return book.size(ownSide, price) - shown(ownSide, price);
    }

    /** Own shares shown at the price. */
    int shown(final int side, final int price) {
        return book.size(side, price, OrderLives.OWN + acting);
    }

    /** Shows an own order on a side; nothing if it would not rest. */
    void post(final int side, final int price, final int shares, final int reserve) {
        if (SimBook.isBetter(1 - side, price, book.best(1 - side)) && shares > 0) {
            placement.post(side, price, shares, reserve, OrderLives.OWN + acting);
        }
    }

    void postAfter(final int delayMs, final int price, final int shares) {
        timers.put(nowNs + delayMs * MILLISECOND_NS + random.below(1_000_000), TimerQueue.Kind.POST, price,
                shares * (long) Progress.MAX_PARTS + acting, generation);
    }

    /** A {@link TimerQueue.Kind#POST} is due. */
    void posted(final int price, final long sharesAndPart) {
        acting = (int) (sharesAndPart % Progress.MAX_PARTS);
        post(ownSide, price, (int) (sharesAndPart / Progress.MAX_PARTS), 0);
    }

    /** Cancels the own orders at the price. */
    void cancel(final int side, final int price) {
        int order = book.first(side, price, OrderLives.OWN + acting);
        while (order != SimBook.NONE && withdraw(order)) {
            order = book.first(side, price, OrderLives.OWN + acting);
        }
    }

    void cancelAll() {
        withdrawAll(OrderLives.OWN + acting);
    }

    private void withdrawAll(final int group) {
        for (int i = book.live(group) - 1; i >= 0; i--) {
            withdraw(book.order(group, i));
        }
    }

    private boolean withdraw(final int order) {
        final int side = book.sideOf(order);
        if (book.orders(side) <= Matcher.FLOOR) {
            return false;
        }
        packet.delete(side, book.idOf(order));
        book.remove(order);
        return true;
    }

    /** Takes from the other side's best price. */
    void lift(final int shares) {
        if (trades.programme(nowNs, otherSide(), shares, acting) > 0) {
            resilience.hit(nowNs, otherSide(), matcher.bestPrice(), matcher.bestShown(), matcher.bestVolume(), trades.impact());
        }
    }

    /** Trades at the midpoint off exchange. */
    void cross(final int shares) {
        offExchange.programme(nowNs, ownSide == SimBook.BID, shares, acting);
    }

    /** Stands ready at the price without being shown. */
    void hide(final int price, final int shares) {
        influence.hiddenSide = ownSide;
        influence.hiddenPrice = price;
        influence.hidden = shares;
        influence.hiddenPart = acting;
    }

    /** Retail orders that take the own side's offers off exchange: a wholesaler fills them. */
    void wholesale(final int shares) {
        offExchange.retail(nowNs, ownSide == SimBook.BID, shares);
    }

    void wakeAfter(final double milliseconds) {
        timers.put(nowNs + 1 + (long) (milliseconds * MILLISECOND_NS), TimerQueue.Kind.WAKE, acting, 0, generation);
    }

    /** News is good for the own side, basis points; who is fast takes the old quotes. */
    void jump(final double bp, final double takers) {
        final double ticks = bp * 1e-4 * profile.startPrice() / profile.priceIncrement();
        final double signed = ownSide == SimBook.BID ? ticks : -ticks;
        value.jump(signed);
        if (takers > 0) {
            trades.onNews(nowNs, signed, takers);
        }
    }

    /**
     * Others sell into the own side (or buy from it).
     *
     * @param share of all volume that they come to
     */
    void press(final double share, final double sweepShare) {
        influence.pressure = share * volumePerSecond() / (activity.trades() * profile.usualShares() * trades.perOrder());
        influence.pressureOn = ownSide;
        influence.sweepShare = sweepShare;
    }

    /** Shares of all prints per second, about, as an ordinary day has them at this time. */
    double volumePerSecond() {
        return activity.trades() * profile.usualShares() * (profile.tradesPerSecond() + profile.offExchangePerSecond());
    }

    FeedTrouble feed() {
        return feed;
    }

    /** Participation that the acting part aims at. */
    double target() {
        return progress.target();
    }

    /** Shares behind the target; negative: ahead. */
    double behindShares() {
        return progress.behind(acting);
    }

    /** How far behind the target, in what it wants in {@value #LAG_SECONDS} seconds and an order; negative: ahead. */
    double lag() {
        return progress.behind(acting) / (LAG_LOT + LAG_SECONDS * progress.target() * volumePerSecond());
    }

    /** What the last order of others executed of the acting part. */
    int executed() {
        return matcher.own(acting);
    }
}
