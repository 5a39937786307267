package io.undercurrent.feeds.sim;

/**
 * The clean flow of one instrument: a Poisson race whose rates depend on the book (queues, spread, distance of the quotes from the fair
 * value), after the queue-reactive model of Huang, Lehalle and Rosenbaum 2015. Rates are those of the moment after the last event. One
 * thread.
 */
final class OrderFlow {
    private static final int TRADE = 0;
    private static final int PRESSURE = 1;
    private static final int ADD = 2;
    private static final int IMPROVE_BID = 3;
    private static final int IMPROVE_ASK = 4;
    private static final int FLEE_BID = 5;
    private static final int FLEE_ASK = 6;
    private static final int OFF_EXCHANGE = 7;
    private static final int NEWS = 8;
    private static final int JOIN_BID = 9;
    private static final int JOIN_ASK = 10;
    private static final int RETAIL = 11;
    private static final int CANCEL = 12;
    private static final int KINDS = CANCEL + OrderLives.GROUPS;

    private static final double FLEE_PER_SECOND = 100;
    private static final double MAX_THREAT = 5;
    /** Of the quotes that are left behind, how many are taken before they are withdrawn. */
    private static final double PICKED_OFF = 0.2;
    private static final double REDUCED = 0.05;

    private final SimulatedInstrument profile;
    private final SimBook book;
    private final FairValue value;
    private final Activity activity;
    private final Influence influence;
    private final OrderPlacement placement;
    private final TradeFlow trades;
    private final OffExchangeFlow offExchange;
    private final Packet packet;
    private final SimRandom random;
    private final double[] rates = new double[KINDS];

    OrderFlow(
            final SimulatedInstrument profile, final SimBook book, final FairValue value, final Activity activity,
            final Influence influence, final OrderPlacement placement, final TradeFlow trades,
            final OffExchangeFlow offExchange, final Packet packet, final SimRandom random) {
        this.profile = profile;
        this.book = book;
        this.value = value;
        this.activity = activity;
        this.influence = influence;
        this.placement = placement;
        this.trades = trades;
        this.offExchange = offExchange;
        this.packet = packet;
        this.random = random;
    }

    /** Nanoseconds to the next event as the rates are now. */
    long draw() {
        final double busy = activity.trades() * influence.activity;
        rates[TRADE] = trades.rate();
        rates[PRESSURE] = influence.pressure * activity.trades();
        rates[RETAIL] = influence.retail * activity.trades();
        rates[ADD] = placement.addRate() * busy;
        rates[IMPROVE_BID] = placement.improveRate(SimBook.BID, busy);
        rates[IMPROVE_ASK] = placement.improveRate(SimBook.ASK, busy);
        rates[FLEE_BID] = flee(SimBook.BID);
        rates[FLEE_ASK] = flee(SimBook.ASK);
        rates[OFF_EXCHANGE] = offExchange.rate() * busy * activity.offExchange();
        rates[NEWS] = value.newsPerSecond(activity);
        rates[JOIN_BID] = placement.joinRate(SimBook.BID) * busy;
        rates[JOIN_ASK] = placement.joinRate(SimBook.ASK) * busy;
        for (int group = 0; group < OrderLives.GROUPS; group++) {
            rates[CANCEL + group] = book.live(group) * OrderLives.rate(group, profile.patience()) * (group < 2 ? 1 : busy);
        }
        return 1 + (long) (1e9 * random.exponential() / total());
    }

    private double total() {
        double total = 0;
        for (int i = 0; i < KINDS; i++) {
            total += rates[i];
        }
        return total;
    }

    private double flee(final int side) {
        final double threat = Math.min(MAX_THREAT, placement.threat(side, book.best(side)));
        return threat <= 0 ? 0 : FLEE_PER_SECOND * threat * Math.sqrt(book.count(side, book.best(side)));
    }

    /** @return the side whose book was hit, or {@link SimBook#NONE} */
    int happen(final long nowNs) {
        double u = random.uniform() * total();
        int kind = 0;
        while (kind < KINDS - 1 && u >= rates[kind]) {
            u -= rates[kind++];
        }
        switch (kind) {
            case TRADE -> {
                return trades.arrive(nowNs);
            }
            case PRESSURE -> {
                return trades.press(nowNs);
            }
            case RETAIL -> {
                return trades.retail(nowNs, influence.pressureOn);
            }
            case ADD -> placement.add();
            case IMPROVE_BID -> placement.improve(SimBook.BID);
            case IMPROVE_ASK -> placement.improve(SimBook.ASK);
            case FLEE_BID -> {
                return leave(SimBook.BID);
            }
            case FLEE_ASK -> {
                return leave(SimBook.ASK);
            }
            case OFF_EXCHANGE -> offExchange.trade(nowNs);
            case JOIN_BID -> placement.join(SimBook.BID);
            case JOIN_ASK -> placement.join(SimBook.ASK);
            case NEWS -> trades.onNews(nowNs, value.news(activity, influence, random), TradeFlow.NEWS_FOLLOWERS);
            default -> cancel(kind - CANCEL);
        }
        return SimBook.NONE;
    }

    private void cancel(final int group) {
        final int order = book.order(group, random.below(book.live(group)));
        if (book.orders(book.sideOf(order)) > Matcher.FLOOR) {
            withdraw(order);
        }
    }

    /** The fair value has come too near to the best price: its last order is withdrawn, or taken if somebody gains by it. */
    private int leave(final int side) {
        if (placement.distance(side, book.best(side)) < 0 && random.chance(PICKED_OFF)) {
            return trades.pickOff(side);
        }
        final int order = book.last(side, book.best(side));
        if (book.orders(side) > Matcher.FLOOR && !book.isOwn(order)) {
            withdraw(order);
        }
        return SimBook.NONE;
    }

    private void withdraw(final int order) {
        final int side = book.sideOf(order);
        final int size = book.sizeOf(order);
        if (size >= 200 && random.chance(REDUCED)) {
            final int part = size / 200 * 100;
            packet.reduce(side, book.idOf(order), part);
            book.reduce(order, part);
        } else {
            packet.delete(side, book.idOf(order));
            book.remove(order);
        }
    }
}
