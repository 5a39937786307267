package io.undercurrent.feeds.sim;

/**
 * Aggressive orders of the clean market, as a self-exciting process in its cluster form (Hawkes, Oakes 1974): some come by themselves, and
 * each brings others within milliseconds (the same trader, or one who races him), within a second, and within half a minute. Those that come
 * by themselves belong to large orders ({@link LargeOrders}) or follow the fair value. One thread.
 */
final class TradeFlow {
    /** Side of a follower that anybody may take. */
    private static final int ANYBODY = 2;

    /** Mean number of followers of each reach; the fast ones are the instrument's own. */
    private static final double SOON = 0.12;
    private static final double LATER = 0.15;
    private static final double FAST_NS = 4e6;
    private static final double SOON_NS = 0.25e9;
    private static final double LATER_NS = 20e9;
    /** Of those, how many take the same side. */
    private static final double FAST_SAME = 0.93;
    private static final double SOON_SAME = 0.6;
    /** How much an order is noticed on average, but for the spread of sizes. */
    private static final double NOTICED = 0.9;

    /** How those without a large order follow the fair value, per half spread: most where a tick is much. */
    private static final double SKEW = 2.8;
    private static final double MAX_GAP = 5;
    private static final double EXACT = 0.3;
    private static final double SWEEP = 0.1;
    private static final double SWEEP_SIZE = 4;
    /** After ordinary news. */
    static final double NEWS_FOLLOWERS = 0.5;
    private static final double NEWS_NS = 60e6;

    private final SimulatedInstrument profile;
    private final SimBook book;
    private final FairValue value;
    private final Activity activity;
    private final Influence influence;
    private final Matcher matcher;
    private final TimerQueue timers;
    private final SimRandom random;
    private final Sizes sizes;
    private final LargeOrders largeOrders;
    private final PublicMemory memory = new PublicMemory();
    private final double alone;

    /** Sign of the order at hand as the fair value lets expect it. */
    private double expected;
    private double impact;

    TradeFlow(
            final SimulatedInstrument profile, final SimBook book, final FairValue value, final Activity activity,
            final Influence influence, final Matcher matcher, final TimerQueue timers, final SimRandom random) {
        this.profile = profile;
        this.book = book;
        this.value = value;
        this.activity = activity;
        this.influence = influence;
        this.matcher = matcher;
        this.timers = timers;
        this.random = random;
        sizes = new Sizes(profile, random);
        final double noticed = NOTICED * StrictMath.exp(-profile.sizeDeviation() * profile.sizeDeviation() / 8);
        alone = profile.tradesPerSecond()
                * (1 - profile.burst() - noticed * (SOON + LATER) - NEWS_FOLLOWERS * FairValue.NEWS_PER_TRADE);
        largeOrders = new LargeOrders(alone, random);
    }

    /** Orders per second that come by themselves, as things are. */
    double rate() {
        return alone * activity.trades() * influence.activity;
    }

    /** Fair value above the mid in usual half spreads, within bounds. */
    private double gap() {
        return Math.clamp((value.ticks() - book.mid()) / value.half(), -MAX_GAP, MAX_GAP);
    }

    /** Convex and above 0: 1 at 0. Exact arithmetic in place of an exponential. */
    private static double multiplier(final double x) {
        return x > 0 ? 1 + x : 1 / (1 - x);
    }

    /** An order comes by itself. Returns the side of the book that it hits, or {@link SimBook#NONE}. */
    int arrive(final long nowNs) {
        final double pull = SKEW / Math.sqrt(value.half()) * gap();
        final double up = multiplier(pull);
        final double down = multiplier(-pull);
        final double buyShare = up / (up + down);
        expected = (1 - profile.memory()) * (2 * buyShare - 1);
        final boolean ordinary = random.chance(profile.memory()) ? largeOrders.buys() : random.chance(buyShare);
        final boolean follows = influence.lean != 0 && random.chance(Math.abs(influence.lean));
        final boolean buys = follows ? influence.lean > 0 : ordinary;
        return aggress(nowNs, buys ? SimBook.ASK : SimBook.BID, true);
    }

    /** A follower is due. */
    int follow(final long nowNs, final int side, final boolean learns) {
        if (side == ANYBODY) {
            return arrive(nowNs);
        }
        expected = 0;
        return aggress(nowNs, side, learns);
    }

    /** Somebody takes the quote that the fair value has left behind: what he knows is known. */
    int pickOff(final int side) {
        impact = 0;
        final int shares = Math.min(book.size(side, book.best(side)), sizes.draw(profile.tradeShares()));
        return matcher.take(side, shares, 1, Matcher.MARKET) == 0 ? SimBook.NONE : side;
    }

    /** The opposing side that the episode brings: as any other, but all of one side. */
    int press(final long nowNs) {
        final int side = influence.pressureOn;
        expected = 0;
        if (!random.chance(influence.sweepShare)) {
            return aggress(nowNs, side, true);
        }
        final int best = book.best(side);
        final int next = book.orders(side) > book.count(side, best) ? book.size(side, book.nextLevel(side, best)) : 0;
        final int wanted = Math.min(sizes.draw(SWEEP_SIZE * profile.tradeShares()), book.size(side, best) + next);
        return finish(nowNs, side, wanted, matcher.take(side, wanted, 3, Matcher.MARKET), true);
    }

    /** A retail trader, small and no better informed than anybody. */
    int retail(final long nowNs, final int side) {
        expected = 0;
        final int shares = random.chance(0.5) ? 1 + random.below(99) : 100;
        return finish(nowNs, side, shares, matcher.take(side, shares, 1, Matcher.MARKET), true);
    }

    /** The programme takes; the market sees an order as any other. Returns the shares executed. */
    int programme(final long nowNs, final int side, final int shares, final int part) {
        expected = 0;
        impact = 0;
        final int executed = matcher.take(side, shares, 1, part);
        if (executed > 0) {
            seen(side, shares);
            others(nowNs, side, shares);
        }
        return executed;
    }

    private int aggress(final long nowNs, final int side, final boolean learns) {
        final int queue = book.size(side, book.best(side));
        final int wanted = sizes.draw(profile.tradeShares());
        int shares = wanted;
        int levels = 1;
        if (queue < 4 * wanted && random.chance(EXACT)) {
            shares = queue;
        } else if (random.chance(SWEEP)) {
            levels = 3;
        }
        // what rests is cancelled (immediate or cancel)
        return finish(nowNs, side, wanted, matcher.take(side, shares, levels, Matcher.MARKET), learns);
    }

    private int finish(final long nowNs, final int side, final int wanted, final int executed, final boolean learns) {
        impact = 0;
        if (executed == 0) {
            return SimBook.NONE;
        }
        if (learns) {
            // what was wanted, not what was there: a deep side must not make its price fall
            seen(side, wanted);
        }
        followers(nowNs, side, profile.burst(), FAST_NS, FAST_SAME, true);
        others(nowNs, side, wanted);
        return side;
    }

    private void seen(final int side, final int shares) {
        final double flow = ((side == SimBook.ASK ? 1 : -1) - expected) * value.weight(shares);
        impact = value.learn(flow - memory.expected(), activity.perTrade() * influence.volatility);
        memory.see(flow);
    }

    /** Those whom an order makes act within seconds; small ones are hardly noticed. */
    private void others(final long nowNs, final int side, final int shares) {
        final double noticed = Math.min(1, value.weight(shares));
        followers(nowNs, side, noticed * SOON, SOON_NS, SOON_SAME, true);
        followers(nowNs, side, noticed * LATER, LATER_NS, 0, true);
    }

    /** News is out: who is fast takes what is still quoted. */
    void onNews(final long nowNs, final double moved, final double mean) {
        followers(nowNs, moved > 0 ? SimBook.ASK : SimBook.BID, mean, NEWS_NS, 1, false);
    }

    /** A Poisson number of them, each after an exponential time. */
    private void followers(
            final long nowNs, final int side, final double mean, final double delayNs, final double same, final boolean learns) {
        double product = random.uniform();
        final double none = StrictMath.exp(-mean);
        while (product > none) {
            final int of = random.chance(same) ? side : ANYBODY;
            timers.put(nowNs + 1 + (long) (delayNs * random.exponential()), TimerQueue.Kind.FOLLOW, of, learns ? 1 : 0, 0);
            product *= random.uniform();
        }
    }

    /** What the market has learned from the last order, ticks. */
    double impact() {
        return impact;
    }

    /** Orders of one side that one such order comes to in the end, its own followers included. */
    double perOrder() {
        return 1 / (1 - FAST_SAME * profile.burst() - SOON_SAME * SOON);
    }
}
