package io.undercurrent.feeds.sim;

import io.undercurrent.codec.Ascii8;
import io.undercurrent.codec.TradeFlag;
import io.undercurrent.codec.sbe.Aggressor;

/**
 * Prints of the tape that happen on no book: retail orders improved by a fraction of a cent, midpoint crosses, prints at the quote, blocks,
 * and prints whose price is not of the moment. Each takes the price of its moment and is reported later. One thread.
 */
final class OffExchangeFlow {
    private static final long VENUE = Ascii8.pack("D");
    private static final long REGULAR = Ascii8.pack("@");
    private static final long ODD_LOT = Ascii8.pack("@I");
    private static final long AVERAGE_PRICE = Ascii8.pack("@W");
    private static final long MICROSECOND_NS = 1_000;
    private static final long MILLISECOND_NS = 1_000_000;
    /** 1e-9: a hundredth of a cent, the finest step of retail improvement. */
    private static final long HUNDREDTH_CENT = 100_000;

    /** Of the impact of a trade in the book, what a midpoint cross has. */
    private static final double LEAK = 0.35;

    /** Times its part from 1: marks the programme's print among the timers' arguments. */
    private static final long OWN = 1L << 32;

    private static final double RETAIL = 0.42;
    private static final double MIDPOINT = 0.22;
    private static final double AT_QUOTE = 0.32;
    /** Blocks among the prints of a name whose usual order has 1,000 shares; they grow with its square. */
    private static final double BLOCKS = 0.002;
    /** Chance that a cross is followed by another, and after how long. */
    private static final double MORE_CROSSES = 0.5;
    private static final double CROSS_NS = 3e9;

    private final SimulatedInstrument profile;
    private final SimBook book;
    private final FairValue value;
    private final Activity activity;
    private final TimerQueue timers;
    private final SimRandom random;
    private final Sizes sizes;
    private final double perLitTrade;
    private final double block;

    OffExchangeFlow(
            final SimulatedInstrument profile, final SimBook book, final FairValue value, final Activity activity, final TimerQueue timers,
            final SimRandom random) {
        this.profile = profile;
        this.book = book;
        this.value = value;
        this.activity = activity;
        this.timers = timers;
        this.random = random;
        sizes = new Sizes(profile, random);
        block = Math.min(0.02, BLOCKS * profile.usualShares() * profile.usualShares() / 1e6);
        perLitTrade = AT_QUOTE * profile.offExchangePerSecond() / profile.tradesPerSecond();
    }

    /** Trades per second that no lit trade has caused. */
    double rate() {
        return profile.offExchangePerSecond() * (1 - AT_QUOTE - MIDPOINT * MORE_CROSSES);
    }

    /** One trade happens now; its print comes with a timer. */
    void trade(final long nowNs) {
        final double u = random.uniform() * (1 - AT_QUOTE - MIDPOINT * MORE_CROSSES);
        final boolean buys = random.chance(0.5);
        final long quote = quote(buys);
        final int shares = sizes.draw(profile.tradeShares());
        if (u < RETAIL) {
            retail(nowNs, buys, Math.min(shares, 100 + random.below(400)));
        } else if (u < RETAIL + MIDPOINT * (1 - MORE_CROSSES)) {
            cross(nowNs);
        } else if (u < RETAIL + MIDPOINT * (1 - MORE_CROSSES) + block) {
            report(nowNs + random.between(0, 2_000) * MILLISECOND_NS, quote, random.between(100, 150) * 100, 0);
        } else {
            final long away = random.between(-20, 20) * profile.priceIncrement();
            report(nowNs + random.between(0, 5_000) * MILLISECOND_NS, quote + away, shares, TradeFlag.NOT_CURRENT);
        }
    }

    /** A midpoint cross, which may be followed by others of the same two. */
    void cross(final long nowNs) {
        final int shares = sizes.draw(profile.tradeShares());
        report(nowNs, mid(), shares, 0);
        leak(random.chance(0.5), shares);
        if (random.chance(MORE_CROSSES)) {
            timers.put(nowNs + (long) (CROSS_NS * random.exponential()), TimerQueue.Kind.CROSS, 0, 0, 0);
        }
    }

    /** Somebody has traded in the book: others have their part internalised at the same quote. */
    void afterLit(final long nowNs, final boolean buys) {
        if (random.chance(perLitTrade)) {
            report(nowNs, quote(buys), sizes.draw(profile.tradeShares()), 0);
        }
    }

    private long quote(final boolean buys) {
        return book.best(buys ? SimBook.ASK : SimBook.BID) * profile.priceIncrement();
    }

    /** The programme buys or sells at the midpoint. */
    void programme(final long nowNs, final boolean buys, final int shares, final int part) {
        timers.put(nowNs + delayNs(), TimerQueue.Kind.PRINT, mid(), shares, OWN * (part + 1));
        leak(buys, shares);
    }

    /** Somebody learns who waited there, and trades on it. */
    private void leak(final boolean buys, final int shares) {
        value.learn((buys ? LEAK : -LEAK) * value.weight(shares), activity.perTrade());
    }

    /** A retail trader's order that a wholesaler fills at a price whose modulo of a cent is within (0, 0.004) or (0.006, 0.01). */
    void retail(final long nowNs, final boolean buys, final int shares) {
        final long improvement = random.between(1, 39) * HUNDREDTH_CENT;
        report(nowNs, buys ? quote(true) - improvement : quote(false) + improvement, shares, 0);
    }

    private void report(final long nowNs, final long price, final int shares, final int flags) {
        timers.put(nowNs + delayNs(), TimerQueue.Kind.PRINT, price, shares, flags);
    }

    /** A {@link TimerQueue.Kind#PRINT} is due. */
    void print(final Packet packet, final Progress progress, final long price, final long shares, final long flags) {
        final long conditions = (flags & TradeFlag.NOT_CURRENT) != 0 ? AVERAGE_PRICE : shares < 100 ? ODD_LOT : REGULAR;
        packet.trade(price, (int) shares, Aggressor.UNKNOWN.value(), 0, (int) flags | TradeFlag.OFF_EXCHANGE, VENUE, conditions);
        progress.print((int) shares);
        if (flags >= OWN) {
            progress.execute((int) (flags / OWN) - 1, (int) shares);
        }
    }

    /** Most reports come within milliseconds, some after half a second. */
    private long delayNs() {
        final long typicalUs = random.chance(0.9) ? 8_000 : 250_000;
        return (long) (MICROSECOND_NS * (300 + typicalUs * random.exponential()));
    }

    private long mid() {
        return (book.best(SimBook.BID) + book.best(SimBook.ASK)) * profile.priceIncrement() / 2;
    }
}
