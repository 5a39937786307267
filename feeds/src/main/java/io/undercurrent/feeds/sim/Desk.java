package io.undercurrent.feeds.sim;

import io.undercurrent.codec.sbe.AlertSide;

/**
 * What an agent works with: the book, its orders, its progress. "Own" is the side of the book it buys on (bids for accumulation);
 * prices are in ticks and "behind" leads away from the other side. One thread.
 */
final class Desk {
    private static final long MILLISECOND_NS = 1_000_000;

    private final SimulatedInstrument profile;
    private final SimBook book;
    private final Influence influence;
    private final Progress progress;
    private final Matcher matcher;
    private final OrderPlacement placement;
    private final OffExchangeFlow offExchange;
    private final Packet packet;
    private final TimerQueue timers;
    private final SimRandom random;
    private final FairValue value;
    private final FeedTrouble feed;

    private int ownSide;
    private long durationNs;
    private int acting;
    private long nowNs;
    private long startNs;
    private long generation;

    Desk(
            final SimulatedInstrument profile, final SimBook book, final Influence influence, final Progress progress,
            final Matcher matcher, final OrderPlacement placement, final OffExchangeFlow offExchange,
            final Packet packet, final TimerQueue timers, final SimRandom random, final FairValue value, final FeedTrouble feed) {
        this.profile = profile;
        this.book = book;
        this.influence = influence;
        this.progress = progress;
        this.matcher = matcher;
        this.placement = placement;
        this.offExchange = offExchange;
        this.packet = packet;
        this.timers = timers;
        this.random = random;
        this.value = value;
        this.feed = feed;
    }

    void begin(final AlertSide side, final long atNs, final long lastsNs) {
        durationNs = lastsNs;
        ownSide = side == AlertSide.ACCUMULATION ? SimBook.BID : SimBook.ASK;
        startNs = atNs;
        nowNs = atNs;
        generation++;
    }

    /** Timers of the past episode mean nothing any more. */
    void end() {
        generation++;
        influence.reset();
        book.disown();
    }

    void now(final long atNs) {
        nowNs = atNs;
    }

    /** @param agent whose turn it is, from 0: the one that {@link #wakeAfter} is for */
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

    Progress progress() {
        return progress;
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

    /** Steps from the best own price; negative in front of it. */
    int distance(final int price) {
        return book.distance(ownSide, price);
    }

    int behind(final int price, final int steps) {
        return ownSide == SimBook.BID ? price - steps : price + steps;
    }

    /** True if an order at the price would not rest. */
    boolean crosses(final int price) {
        return price == book.best(otherSide()) || SimBook.isBetter(ownSide, price, book.best(otherSide()));
    }

    /** Shares shown on the own side's best ten prices. */
    int depth10() {
        return book.depth10(ownSide);
    }

    int ownSize(final int price) {
        return book.ownSize(ownSide, price);
    }

    /** Shows an order of the programme; nothing if it would not rest. */
    void post(final int price, final int shares) {
        post(price, shares, 0);
    }

    /** @param reserve shares that the exchange keeps behind those shown */
    void post(final int price, final int shares, final int reserve) {
        if (!crosses(price) && shares > 0) {
            placement.post(ownSide, price, shares, reserve, true);
        }
    }

    void postAfter(final int delayMs, final int price, final int shares) {
        timers.put(nowNs + delayMs * MILLISECOND_NS + random.below(1_000_000), TimerQueue.Kind.POST, price, shares, generation);
    }

    /** Cancels the programme's first order at the price, if there is one. */
    void cancel(final int price) {
        final int order = book.firstOwn(ownSide, price);
        if (order != SimBook.NONE && book.orders(ownSide) > Matcher.FLOOR) {
            packet.delete(ownSide, book.idOf(order));
            book.remove(ownSide, order);
        }
    }

    /** Takes from the other side's best price. */
    void lift(final int shares) {
        matcher.take(otherSide(), shares, 1, true);
    }

    /** Trades at the midpoint off exchange. */
    void cross(final int shares) {
        offExchange.programme(nowNs, shares);
    }

    void wakeAfter(final double milliseconds) {
        timers.put(nowNs + (long) (milliseconds * MILLISECOND_NS), TimerQueue.Kind.WAKE, acting, 0, generation);
    }

    /** The price leans to the programme's advantage, or against it if negative; basis points per second. */
    void drift(final double bpPerSecond) {
        final double ticks = bpPerSecond * 1e-4 * profile.startPrice() / profile.priceIncrement();
        influence.driftTicks = ownSide == SimBook.BID ? ticks : -ticks;
    }

    /** News is good for the programme's side; basis points. */
    void jump(final double bp) {
        final double ticks = bp * 1e-4 * profile.startPrice() / profile.priceIncrement();
        value.jump(ownSide == SimBook.BID ? ticks : -ticks);
    }

    FeedTrouble feed() {
        return feed;
    }

    /** Others sell into the programme (or buy from it). */
    void press(final double ordersPerSecond, final double sweepShare) {
        influence.pressure = Math.max(0, ordersPerSecond);
        influence.pressureOn = ownSide;
        influence.sweepShare = sweepShare;
    }

    /** Keeps the fair value half a spread in front of the price. */
    void hold(final int price) {
        final double half = 0.5 * profile.spreadTicks();
        influence.holdSide = ownSide;
        influence.hold = ownSide == SimBook.BID ? price + half : price - half;
    }

    /** Stands ready at the price without being shown. */
    void hide(final int price, final int shares) {
        influence.hiddenSide = ownSide;
        influence.hiddenPrice = price;
        influence.hidden = shares;
    }

    /** Programmes of the strong kind have 1. */
    double strength() {
        return Math.clamp(progress.target() / SimulatorOptions.STRONG, 0.1, 1.5);
    }

    /** How far behind the target, in usual orders. */
    double behindOrders() {
        return progress.behind() / profile.usualShares();
    }
}
