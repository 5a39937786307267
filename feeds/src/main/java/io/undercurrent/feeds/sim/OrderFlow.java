package io.undercurrent.feeds.sim;

/**
 * The clean order flow of one instrument: a Poisson race whose rates depend on the book (sizes of the queues, spread, fair value), after the
 * queue-reactive model of Huang, Lehalle and Rosenbaum 2015; aggressive orders also excite each other (Hawkes). Rates are those of the
 * moment after the last event. One thread.
 */
final class OrderFlow {
    private static final int BUY = 0;
    private static final int SELL = 1;
    private static final int PRESSURE = 2;
    private static final int ADD = 3;
    private static final int IMPROVE_BID = 4;
    private static final int IMPROVE_ASK = 5;
    private static final int CANCEL = 6;
    private static final int FLEE_BID = 7;
    private static final int FLEE_ASK = 8;
    private static final int OFF_EXCHANGE = 9;
    private static final int KINDS = 10;

    /** How the flow follows the fair value, per usual half spread. */
    private static final double SKEW = 0.9;
    private static final double BRANCHING = 0.4;
    private static final double EXCITED_SECONDS = 3;
    private static final double FLEE_PER_SECOND = 12;
    private static final double FLEE_FROM = 0.4;
    private static final double IMPROVE_PER_SECOND = 4;

    private final SimulatedInstrument profile;
    private final SimBook book;
    private final FairValue value;
    private final Activity activity;
    private final Influence influence;
    private final Matcher matcher;
    private final OrderPlacement placement;
    private final OffExchangeFlow offExchange;
    private final Packet packet;
    private final SimRandom random;

    private final double[] rates = new double[KINDS];
    private double excited;
    private long excitedAtNs;
    private double expectedSign;

    OrderFlow(
            final SimulatedInstrument profile, final SimBook book, final FairValue value, final Activity activity,
            final Influence influence, final Matcher matcher, final OrderPlacement placement, final OffExchangeFlow offExchange,
            final Packet packet, final SimRandom random) {
        this.profile = profile;
        this.book = book;
        this.value = value;
        this.activity = activity;
        this.influence = influence;
        this.matcher = matcher;
        this.placement = placement;
        this.offExchange = offExchange;
        this.packet = packet;
        this.random = random;
    }

    /** Nanoseconds to the next event as the rates are now. */
    long draw(final long nowNs) {
        final double busy = activity.level() * influence.activity;
        final double gap = value.gap(book.mid());
        final double up = multiplier(SKEW * gap);
        final double down = multiplier(-SKEW * gap);
        excited *= StrictMath.exp((excitedAtNs - nowNs) / (1e9 * EXCITED_SECONDS));
        excitedAtNs = nowNs;
        final double aggressive = profile.ordersPerSecond() * (1 - BRANCHING) * busy * 0.5 * (up + down) + excited;
        final double buyShare = up * (1 + activity.lean()) / (up * (1 + activity.lean()) + down * (1 - activity.lean()));
        expectedSign = 2 * buyShare - 1;
        rates[BUY] = aggressive * buyShare;
        rates[SELL] = aggressive * (1 - buyShare);
        rates[PRESSURE] = influence.pressure * activity.level();
        rates[ADD] = profile.addsPerSecond() * busy;
        final double improve = placement.improveUrgency() * IMPROVE_PER_SECOND * busy;
        rates[IMPROVE_BID] = improve * up;
        rates[IMPROVE_ASK] = improve * down;
        rates[CANCEL] = (book.orders(SimBook.BID) + book.orders(SimBook.ASK)) / profile.lifetimeSeconds() * busy;
        rates[FLEE_BID] = flee(SimBook.BID, -gap);
        rates[FLEE_ASK] = flee(SimBook.ASK, gap);
        rates[OFF_EXCHANGE] = profile.offExchangePerSecond() * busy;
        double total = 0;
        for (int i = 0; i < KINDS; i++) {
            total += rates[i];
        }
        return 1 + (long) (1e9 * random.exponential() / total);
    }

    private double flee(final int side, final double threat) {
        return threat <= FLEE_FROM ? 0 : FLEE_PER_SECOND * (threat - FLEE_FROM) * book.count(side, book.best(side));
    }

    /** Convex and above 0: 1 at 0. Exact arithmetic in place of an exponential. */
    private static double multiplier(final double x) {
        return x > 0 ? 1 + x : 1 / (1 - x);
    }

    /** @return the side whose book was hit, or {@link SimBook#NONE} */
    int happen(final long nowNs) {
        double total = 0;
        for (int i = 0; i < KINDS; i++) {
            total += rates[i];
        }
        double u = random.uniform() * total;
        int kind = 0;
        while (kind < KINDS - 1 && u >= rates[kind]) {
            u -= rates[kind++];
        }
        switch (kind) {
            case BUY -> {
                return aggress(nowNs, SimBook.ASK);
            }
            case SELL -> {
                return aggress(nowNs, SimBook.BID);
            }
            case PRESSURE -> {
                return press();
            }
            case ADD -> placement.add(random.below(2));
            case IMPROVE_BID -> placement.improve(SimBook.BID);
            case IMPROVE_ASK -> placement.improve(SimBook.ASK);
            case CANCEL -> cancel();
            case FLEE_BID -> fleeBest(SimBook.BID);
            case FLEE_ASK -> fleeBest(SimBook.ASK);
            default -> offExchange.trade(nowNs);
        }
        return SimBook.NONE;
    }

    private int aggress(final long nowNs, final int side) {
        final int queue = book.size(side, book.best(side));
        final int wanted = SizeTable.draw(random, profile.sizeMultiple());
        int shares = wanted;
        int levels = 1;
        if (queue < 4 * profile.usualShares() && random.chance(0.3)) {
            shares = queue;
        } else if (random.chance(0.3)) {
            levels = 3;
        }
        // what rests is cancelled (immediate or cancel)
        final int executed = matcher.take(side, shares, levels, false);
        if (executed == 0) {
            return SimBook.NONE;
        }
        final double sign = side == SimBook.ASK ? 1 : -1;
        // what was wanted, not what was there: a deep side must not make its price fall
        value.learn(sign - expectedSign, wanted, profile.usualShares(), activity.deviation() * influence.volatility);
        excited += BRANCHING / EXCITED_SECONDS;
        excitedAtNs = nowNs;
        return side;
    }

    /** Selling (or buying) that the episode meets; it tells nothing new, so the fair value stays. */
    private int press() {
        final int side = influence.pressureOn;
        final int best = book.best(side);
        int shares = SizeTable.draw(random, profile.sizeMultiple());
        int levels = 1;
        if (random.chance(influence.sweepShare) && book.orders(side) > Matcher.FLOOR) {
            shares = book.size(side, best) + random.below(1 + book.size(side, book.nextLevel(side, best)));
            levels = 2;
        }
        return matcher.take(side, shares, levels, false) == 0 ? SimBook.NONE : side;
    }

    private void cancel() {
        final int bids = book.orders(SimBook.BID);
        final int pick = random.below(bids + book.orders(SimBook.ASK));
        final int side = pick < bids ? SimBook.BID : SimBook.ASK;
        final int order = book.order(side, side == SimBook.BID ? pick : pick - bids);
        final int distance = book.distance(side, book.priceOf(order));
        final boolean patient = distance > profile.depthTicks() && distance < 6 * profile.depthTicks();
        if (book.orders(side) > Matcher.FLOOR && !book.isOwn(order) && !(patient && random.chance(0.4))) {
            withdraw(side, order);
        }
    }

    private void fleeBest(final int side) {
        final int order = book.last(side, book.best(side));
        if (book.orders(side) > Matcher.FLOOR && !book.isOwn(order)) {
            withdraw(side, order);
        }
    }

    private void withdraw(final int side, final int order) {
        final int size = book.sizeOf(order);
        if (size >= 200 && random.chance(0.15)) {
            final int part = size / 200 * 100;
            packet.reduce(side, book.idOf(order), part);
            book.reduce(side, order, part);
        } else {
            packet.delete(side, book.idOf(order));
            book.remove(side, order);
        }
    }
}
