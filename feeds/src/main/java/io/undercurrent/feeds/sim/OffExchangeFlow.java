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

    /** Marks the programme's print among the timers' arguments. */
    private static final long OWN = 1L << 32;

    private static final double RETAIL = 0.42;
    private static final double MIDPOINT = 0.22;
    private static final double AT_QUOTE = 0.32;
    private static final double BLOCK = 0.005;

    private final SimulatedInstrument profile;
    private final SimBook book;
    private final TimerQueue timers;
    private final SimRandom random;

    OffExchangeFlow(final SimulatedInstrument profile, final SimBook book, final TimerQueue timers, final SimRandom random) {
        this.profile = profile;
        this.book = book;
        this.timers = timers;
        this.random = random;
    }

    /** One trade happens now; its print comes with a timer. */
    void trade(final long nowNs) {
        final double u = random.uniform();
        final boolean buys = random.chance(0.5);
        final long quote = book.best(buys ? SimBook.ASK : SimBook.BID) * profile.priceIncrement();
        final int shares = SizeTable.draw(random, profile.sizeMultiple());
        if (u < RETAIL) {
            // mod 0.01 in (0, 0.004) or (0.006, 0.01), better than the quote
            final long improvement = random.between(1, 39) * HUNDREDTH_CENT;
            report(nowNs, buys ? quote - improvement : quote + improvement, Math.min(shares, 100 + random.below(400)), 0);
        } else if (u < RETAIL + MIDPOINT) {
            report(nowNs, mid(), shares, 0);
        } else if (u < RETAIL + MIDPOINT + AT_QUOTE) {
            report(nowNs, quote, shares, 0);
        } else if (u < RETAIL + MIDPOINT + AT_QUOTE + BLOCK) {
            report(nowNs + random.between(0, 2_000) * MILLISECOND_NS, quote, random.between(100, 150) * 100, 0);
        } else {
            final long away = random.between(-20, 20) * profile.priceIncrement();
            report(nowNs + random.between(0, 5_000) * MILLISECOND_NS, quote + away, shares, TradeFlag.NOT_CURRENT);
        }
    }

    /** The programme buys or sells at the midpoint. */
    void programme(final long nowNs, final int shares) {
        timers.put(nowNs + delayNs(), TimerQueue.Kind.PRINT, mid(), shares, OWN);
    }

    private void report(final long nowNs, final long price, final int shares, final int flags) {
        timers.put(nowNs + delayNs(), TimerQueue.Kind.PRINT, price, shares, flags);
    }

    /** A {@link TimerQueue.Kind#PRINT} is due. */
    void print(final Packet packet, final Progress progress, final long price, final long shares, final long flags) {
        final long conditions = (flags & TradeFlag.NOT_CURRENT) != 0 ? AVERAGE_PRICE : shares < 100 ? ODD_LOT : REGULAR;
        packet.trade(price, (int) shares, Aggressor.UNKNOWN.value(), 0, (int) flags | TradeFlag.OFF_EXCHANGE, VENUE, conditions);
        progress.print((int) shares);
        if ((flags & OWN) != 0) {
            progress.execute((int) shares);
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
