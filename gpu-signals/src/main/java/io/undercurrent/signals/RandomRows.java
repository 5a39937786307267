package io.undercurrent.signals;

import static io.undercurrent.signals.RowColumn.*;

import java.nio.ByteOrder;
import java.util.SplittableRandom;

/**
 * Rows of one instrument, of many kinds, likely and unlikely ones, to compare backends on. Somebody is at work in most of them, with changing
 * strength. The same seed gives the same rows.
 */
public final class RandomRows {
    /** What is particular about the rows. */
    public enum Kind {
        /** Each value as likely as another. */
        UNIFORM,
        MARKET,
        /** Every row the same. */
        CONSTANT,
        /** Negative, enormous, contradictory: what no feed lets through. */
        EXTREME,
        /** Hardly anything happens, so that most sums are 0. */
        SPARSE,
        /** Times without a two-sided book, points of baselines left out, windows about half valid. */
        PATCHY,
        CHANGING_CAPABILITIES,
        /** Gaps and new sessions, soon after one another and far apart. */
        RESTARTS,
        /** Flows and jumps beyond what the impact residual takes. */
        SATURATED_FLOW,
        /** One tick wide, or locked for minutes, so that a spread ratio is one of nothing. */
        TIGHT
    }

    private static final int[] EDGES = {0, 0, 1, -1, 2, 1_000, Integer.MAX_VALUE, Integer.MIN_VALUE, Integer.MIN_VALUE + 1, 1 << 27};
    private static final int PLANT_ROWS = 250;

    private final Kind kind;
    private final SplittableRandom random;
    private final int rowMs;
    private final SyntheticMarket market;
    private final int[] constant;
    private SyntheticMarket.Plant plant = SyntheticMarket.Plant.NOTHING;
    private double strength;
    private int rows;
    private int invalidRows;
    private int lockedRows;
    private int untilRestart;
    private boolean restart;

    /** @param rowMs interval of a row in milliseconds */
    public RandomRows(final Kind kind, final SplittableRandom random, final int rowMs) {
        this.kind = kind;
        this.random = random;
        this.rowMs = rowMs;
        market = new SyntheticMarket(random, rowMs);
        untilRestart = random.nextInt(40);
        constant = market.next(SyntheticMarket.Plant.NOTHING).clone();
    }

    /** Adds the next row to the sweep. */
    public void addTo(final Sweep sweep, final int slot) {
        final int[] row = next();
        final int offset = sweep.add(slot, restart);
        for (int c = 0; c < row.length; c++) {
            sweep.rows().putInt(offset + c * Integer.BYTES, row[c], ByteOrder.LITTLE_ENDIAN);
        }
    }

    /** Whether the window is emptied before the row that {@link #next} gave. */
    public boolean restart() {
        return restart;
    }

    public int[] next() {
        restart = kind == Kind.RESTARTS && untilRestart-- == 0;
        if (restart) {
            untilRestart = random.nextBoolean() ? random.nextInt(40) : 1_500 + random.nextInt(1_500);
        }
        if (rows++ % PLANT_ROWS == 0) {
            final SyntheticMarket.Plant[] plants = SyntheticMarket.Plant.values();
            plant = plants[random.nextInt(plants.length)];
            strength = random.nextDouble() * random.nextDouble();
        }
        final int[] row = market.next(random.nextDouble() < strength ? plant : SyntheticMarket.Plant.NOTHING);
        switch (kind) {
            case MARKET, RESTARTS -> { }
            case UNIFORM -> fill(row, 1_000);
            case SPARSE -> sparse(row);
            case CONSTANT -> System.arraycopy(constant, 0, row, 0, row.length);
            case EXTREME -> extreme(row);
            case PATCHY -> patchy(row);
            case CHANGING_CAPABILITIES -> row[CAPABILITIES.ordinal()] = random.nextInt(16);
            case SATURATED_FLOW -> saturate(row);
            case TIGHT -> tighten(row);
        }
        return row;
    }

    private void fill(final int[] row, final int bound) {
        for (int c = 0; c < row.length; c++) {
            row[c] = random.nextInt(bound);
        }
        row[VALID_MS.ordinal()] = rowMs;
        row[CAPABILITIES.ordinal()] = SyntheticMarket.ALL_CAPABILITIES;
    }

    private void sparse(final int[] row) {
        final int mid2 = row[MID2_CLOSE.ordinal()] / 16;
        for (int c = 0; c < row.length; c++) {
            row[c] = random.nextInt(20) == 0 ? random.nextInt(3) : 0;
        }
        row[MID2_CLOSE.ordinal()] = mid2;
        row[SPREAD_TIME.ordinal()] = rowMs;
        row[VALID_MS.ordinal()] = rowMs;
        row[CAPABILITIES.ordinal()] = SyntheticMarket.ALL_CAPABILITIES;
    }

    private void extreme(final int[] row) {
        for (int c = 0; c < row.length; c++) {
            row[c] = random.nextInt(3) == 0 ? random.nextInt() : EDGES[random.nextInt(EDGES.length)];
        }
        row[VALID_MS.ordinal()] = random.nextInt(4) == 0 ? EDGES[random.nextInt(EDGES.length)] : rowMs;
        row[LOT.ordinal()] = random.nextInt(3) == 0 ? EDGES[random.nextInt(EDGES.length)] : 100;
        row[CAPABILITIES.ordinal()] = SyntheticMarket.ALL_CAPABILITIES;
    }

    private void patchy(final int[] row) {
        if (rows < 15) {
            row[MID2_CLOSE.ordinal()] = 0;
            row[VALID_MS.ordinal()] = 0;
        }
        if (invalidRows > 0) {
            invalidRows--;
            row[VALID_MS.ordinal()] = 0;
            row[SPREAD_TIME.ordinal()] = 0;
            row[BID_DEPTH10.ordinal()] = 0;
        } else {
            row[VALID_MS.ordinal()] = rowMs - random.nextInt(rowMs);
            invalidRows = random.nextInt(60) == 0 ? random.nextInt(120) : 0;
        }
    }

    private void tighten(final int[] row) {
        if (lockedRows == 0 && random.nextInt(200) == 0) {
            lockedRows = random.nextInt(500);
        }
        final boolean locked = lockedRows > 0;
        lockedRows -= locked ? 1 : 0;
        row[SPREAD_TIME.ordinal()] = locked ? 0 : rowMs + (random.nextInt(4) == 0 ? random.nextInt(2 * rowMs) : 0);
    }

    /** Flows beyond what a bucket of the impact residual takes, in both directions, and price jumps of that kind. */
    private void saturate(final int[] row) {
        row[BUY_VOLUME.ordinal()] = random.nextInt(6) == 0 ? Integer.MAX_VALUE : random.nextInt(1 << 27);
        row[SELL_VOLUME.ordinal()] = random.nextInt(6) == 0 ? Integer.MAX_VALUE : random.nextInt(1 << 27);
        row[OFI1.ordinal()] = random.nextInt(1 << 29) - (1 << 28);
        row[MID2_CLOSE.ordinal()] = 1 + random.nextInt(1 << 22);
    }
}
