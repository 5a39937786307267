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
        final int buy = random.nextInt(600);
        final int sell = random.nextInt(600) + (plant == Plant.ABSORPTION || plant == Plant.SINKHOLE ? 400 : 0);
        final boolean held = plant == Plant.ABSORPTION || plant == Plant.SINKHOLE;
        final boolean calm = plant == Plant.CONTRACTION;
        final double noise = random.nextGaussian() * (calm ? 0.4 : 1.5);
        final double drift = switch (plant) {
            case CREEP, CONTRACTION -> 0.15;
            case DARK_POOL -> 0.6;
            default -> 0;
        };
        final int before = (int) mid2;
        mid2 += noise + drift + (held || calm ? 0 : (buy - sell) / 200.0);
        final int change = (int) mid2 - before;
        depthWave = 0.98 * depthWave + random.nextGaussian() * 0.02;

        set(VALID_MS, rowMs);
        set(MID2_CLOSE, (int) mid2);
        set(MID2_PATH, Math.abs(change));
        set(MID2_SQUARE_SUM, change * change + random.nextInt(calm ? 1 : 12));
        set(SPREAD_TIME, (calm ? 2 * rowMs : 3 * rowMs) + random.nextInt(rowMs));
        set(BUY_VOLUME, buy);
        set(SELL_VOLUME, sell);
        set(UNSIGNED_VOLUME, random.nextInt(50));
        set(BUY_TRADES, buy / 50);
        set(SELL_TRADES, sell / 50);
        set(SMALL_BUY_VOLUME, plant == Plant.CREEP ? buy : part(buy, 0.4));
        set(SMALL_SELL_VOLUME, part(sell, 0.4));
        trades(sell, held, BID_HIT, BID_REFILL, BID_HIDDEN);
        trades(buy, false, ASK_HIT, ASK_REFILL, ASK_HIDDEN);
        final double demand = plant == Plant.SINKHOLE || plant == Plant.SPOOF ? 3 : 1;
        set(BID_DEPTH10, (int) (5_000 * demand * (1 + depthWave)) + random.nextInt(500));
        set(ASK_DEPTH10, (int) (5_000 * (1 - depthWave)) + random.nextInt(500));
        set(BID_CANCELLED10, (plant == Plant.SPOOF ? 3 : 1) * (2_000 + random.nextInt(2_000)));
        set(ASK_CANCELLED10, 2_000 + random.nextInt(2_000));
        set(BID_EXECUTED_DEEP, part(sell, 0.2) + (plant == Plant.SINKHOLE ? 400 : 0));
        set(ASK_EXECUTED_DEEP, part(buy, 0.2));
        set(OFI1, (buy - sell) + random.nextInt(200) - 100);
        set(OFF_VOLUME, random.nextInt(500) + (plant == Plant.DARK_POOL ? 600 : 0));
        set(OFF_MID, random.nextInt(100) + (plant == Plant.DARK_POOL ? 600 : 0));
        set(OFF_BUY_VOLUME, random.nextInt(200));
        set(OFF_SELL_VOLUME, random.nextInt(200));
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
