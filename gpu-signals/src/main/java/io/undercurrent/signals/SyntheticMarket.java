package io.undercurrent.signals;

import static io.undercurrent.signals.RowColumn.*;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Rows of a made-up market whose price follows its flow, with somebody at work in it on request. */
final class SyntheticMarket {
    enum Plant { NOTHING, ABSORPTION, CREEP, DARK_POOL, SINKHOLE, CONTRACTION, SPOOF }

    static final int ALL_CAPABILITIES = RowLayout.HAS_OFF_EXCHANGE | RowLayout.HAS_DEPTH | RowLayout.HAS_OWN_VENUE_TRADES
        | RowLayout.HAS_EXECUTIONS;
    static final int LOT_SIZE = 100;
    private static final int BURST_MS = 250;
    private static final int OFF_BURST_MS = 500;

    private final SplittableRandom random;
    private final int rowMs;
    private final int[] row = new int[RowLayout.SIGNAL_COLUMNS];
    private double mid2 = 200_000;
    private double depthWave;

    SyntheticMarket(final SplittableRandom random, final int rowMs) {
        this.random = random;
        this.rowMs = rowMs;
    }

    /** The next row; the array is used again for the one after. */
    int[] next(final Plant plant) {
        Arrays.fill(row, 0);
        final boolean hit = plant == Plant.ABSORPTION || plant == Plant.SINKHOLE;
        final boolean tight = plant == Plant.CONTRACTION;
        final int buy = random.nextInt(600) + (tight ? 400 : 0);
        final int sell = random.nextInt(600) + (hit ? 400 : 0);
        final double drift = switch (plant) {
            case CREEP, CONTRACTION -> 0.3;
            case DARK_POOL -> 0.6;
            default -> 0;
        };
        final int before = (int) mid2;
        mid2 += 1.5 * random.nextGaussian() + drift + (hit || tight ? 0 : (buy - sell) / 200.0);
        final int change = (int) mid2 - before;
        depthWave = 0.98 * depthWave + random.nextGaussian() * 0.02;

        set(VALID_MS, rowMs);
        set(MID2_CLOSE, (int) mid2);
        set(MID2_SQUARE_SUM, change * change + random.nextInt(12));
        set(SPREAD_TIME, (tight ? 1 : 3) * rowMs + random.nextInt(rowMs));
        set(BUY_VOLUME, buy);
        set(SELL_VOLUME, sell);
        set(UNSIGNED_VOLUME, random.nextInt(50));
        trades(sell, hit, BID_HIT, BID_REFILL, BID_HIDDEN);
        trades(buy, false, ASK_HIT, ASK_REFILL, ASK_HIDDEN);
        final int sells = bursts(sell / 50, 0.3, SELL_BURSTS, SMALL_SELL_BURSTS);
        final int buys = bursts(buy / 50, plant == Plant.CREEP ? 1 : 0.3, BUY_BURSTS, SMALL_BUY_BURSTS);
        answers(sells, plant, BID_HIT_BURSTS, BID_REFILL_BURSTS, BID_MATCHED_HITS, BID_AT_ONCE_HITS, BID_UNSEEN_BURSTS, BID_ANSWER);
        answers(buys, Plant.NOTHING, ASK_HIT_BURSTS, ASK_REFILL_BURSTS, ASK_MATCHED_HITS, ASK_AT_ONCE_HITS, ASK_UNSEEN_BURSTS, ASK_ANSWER);
        final double demand = plant == Plant.SINKHOLE || plant == Plant.SPOOF ? 3 : 1;
        set(BID_DEPTH10, (int) (5_000 * demand * (1 + depthWave)) + random.nextInt(500));
        set(ASK_DEPTH10, (int) (5_000 * (1 - depthWave)) + random.nextInt(500));
        final boolean shows = plant == Plant.ABSORPTION || plant == Plant.SINKHOLE || tight;
        set(BID_BEST_SIZE, (int) (600 * (shows ? 1.6 : 1) * (1 + depthWave)) + random.nextInt(60));
        set(ASK_BEST_SIZE, (int) (600 * (1 - depthWave)) + random.nextInt(60));
        set(BID_CANCELLED10, (plant == Plant.SPOOF ? 3 : 1) * (2_000 + random.nextInt(2_000)));
        set(ASK_CANCELLED10, 2_000 + random.nextInt(2_000));
        set(BID_EXECUTED_DEEP, part(sell, 0.2) + (plant == Plant.SINKHOLE ? 400 : 0));
        set(ASK_EXECUTED_DEEP, part(buy, 0.2));
        set(OFI1, (buy - sell) + random.nextInt(200) - 100);
        set(OFF_VOLUME, random.nextInt(500) + (plant == Plant.DARK_POOL ? 600 : 0));
        final int prints = random.nextInt(1 + atMost(OFF_BURST_MS));
        set(OFF_BURSTS, plant == Plant.DARK_POOL ? atMost(OFF_BURST_MS) : prints);
        set(OFF_MID_BURSTS, plant == Plant.DARK_POOL ? atMost(OFF_BURST_MS) : some(prints, 0.2));
        set(OFF_RETAIL_BURSTS, some(prints, 0.3));
        set(BOOK_UPDATES, 20 + random.nextInt(60));
        set(LOT, LOT_SIZE);
        set(CAPABILITIES, ALL_CAPABILITIES);
        return row;
    }

    private void trades(final int volume, final boolean refilled, final RowColumn hit, final RowColumn refill, final RowColumn hidden) {
        final int atBest = volume * 8 / 10;
        set(hit, atBest);
        set(refill, refilled ? atBest * 7 / 10 : part(atBest, 0.3));
        set(hidden, refilled ? atBest / 5 : part(atBest, 0.05));
    }

    private int bursts(final int trades, final double small, final RowColumn all, final RowColumn ofSmall) {
        final int count = random.nextInt(1 + Math.min(trades, atMost(BURST_MS)));
        set(all, count);
        set(ofSmall, some(count, small));
        return count;
    }

    /** What so many bursts of trades meet at the quote. */
    private void answers(
            final int bursts, final Plant plant, final RowColumn hits, final RowColumn refills, final RowColumn matched,
            final RowColumn atOnce, final RowColumn unseen, final RowColumn answer) {
        final boolean absorbs = plant == Plant.ABSORPTION;
        final int hit = some(bursts, 0.8);
        set(hits, hit);
        set(refills, some(hit, absorbs || plant == Plant.SINKHOLE ? 0.5 : 0.2));
        final int same = some(hit, absorbs || plant == Plant.CONTRACTION ? 0.9 : 0.15);
        final int shownAtOnce = some(hit, absorbs ? 0.5 : 0.05);
        set(matched, same);
        set(atOnce, shownAtOnce);
        set(answer, 100 * (same + shownAtOnce));
        set(unseen, some(bursts, absorbs || plant == Plant.CREEP ? 0.7 : 0.1));
    }

    /** Bursts that begin in a row. */
    private int atMost(final int burstMs) {
        return Math.max(1, rowMs / burstMs);
    }

    /** How many of them a chance picks. */
    private int some(final int of, final double chance) {
        int some = 0;
        for (int i = 0; i < of; i++) {
            some += random.nextDouble() < chance ? 1 : 0;
        }
        return some;
    }

    private int part(final int whole, final double most) {
        return (int) (whole * most * random.nextDouble());
    }

    private void set(final RowColumn column, final int value) {
        row[column.ordinal()] = value;
    }

    /** The row as a mirror shows it; mid2 is reflected about {@code mid2Mirror}. */
    static int[] mirrored(final int[] row, final int mid2Mirror) {
        final int[] mirrored = new int[row.length];
        for (final RowColumn column : RowColumn.values()) {
            mirrored[column.ordinal()] = row[Mirror.column(SignalSide.DISTRIBUTION, column).ordinal()];
        }
        mirrored[OFI1.ordinal()] = -row[OFI1.ordinal()];
        final int mid2 = row[MID2_CLOSE.ordinal()];
        mirrored[MID2_CLOSE.ordinal()] = mid2 == 0 ? 0 : 2 * mid2Mirror - mid2;
        return mirrored;
    }
}
