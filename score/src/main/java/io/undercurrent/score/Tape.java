package io.undercurrent.score;

import io.undercurrent.engine.signal.AlertRules;
import io.undercurrent.engine.signal.AlertState;
import io.undercurrent.signals.Signal;
import io.undercurrent.signals.SignalSide;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * What the alert rules look at, row after row of one instrument, so that they can be run again with other thresholds. One thread fills it;
 * then it does not change.
 */
public final class Tape {
    private static final int FIRST_ROOM = 2048;
    private static final int LEADING_SHIFT = 24;
    private static final int LEADING_BITS = 3;
    private static final int INDEX_MASK = (1 << LEADING_SHIFT) - 1;
    private static final int SIGNAL_MASK = (1 << LEADING_BITS) - 1;
    /** Rows that are passed over together where nothing can happen. */
    private static final int BLOCK = 64;
    private static final Signal[] SIGNALS = Signal.values();

    private final long rowNs;
    private final float[] highest = new float[SignalSide.COUNT];
    private long[] closeNs = new long[FIRST_ROOM];
    private float[][] evidence = new float[SignalSide.COUNT][FIRST_ROOM];
    /** Rows since the window began, and the leading signals in the upper bits. */
    private int[] marks = new int[FIRST_ROOM];
    /** The most evidence of each block of rows; infinite where a window begins. */
    private float[][] blocks = new float[SignalSide.COUNT][FIRST_ROOM / BLOCK];
    private int size;

    /** @param rowNs length of a row */
    public Tape(final long rowNs) {
        this.rowNs = rowNs;
        Arrays.fill(highest, Float.NEGATIVE_INFINITY);
    }

    /**
     * Adds a row.
     *
     * @param rowIndex rows of its window before it
     * @param accumulation evidence of that side; NaN: not available
     * @param leadingAccumulation the signal that leads it
     */
    public void add(
            final long rowCloseNs, final long rowIndex, final float accumulation, final Signal leadingAccumulation,
            final float distribution, final Signal leadingDistribution) {
        if (size == closeNs.length) {
            closeNs = Arrays.copyOf(closeNs, 2 * size);
            marks = Arrays.copyOf(marks, 2 * size);
            for (int side = 0; side < SignalSide.COUNT; side++) {
                evidence[side] = Arrays.copyOf(evidence[side], 2 * size);
                blocks[side] = Arrays.copyOf(blocks[side], 2 * size / BLOCK);
            }
        }
        closeNs[size] = rowCloseNs;
        marks[size] = (int) rowIndex | (leadingAccumulation.ordinal() << LEADING_SHIFT)
                | (leadingDistribution.ordinal() << (LEADING_SHIFT + LEADING_BITS));
        put(SignalSide.ACCUMULATION, accumulation, rowIndex == 0);
        put(SignalSide.DISTRIBUTION, distribution, rowIndex == 0);
        size++;
    }

    private void put(final SignalSide side, final float value, final boolean begins) {
        evidence[side.ordinal()][size] = value;
        final float[] of = blocks[side.ordinal()];
        final int block = size / BLOCK;
        final float before = size % BLOCK == 0 ? Float.NEGATIVE_INFINITY : of[block];
        of[block] = begins ? Float.POSITIVE_INFINITY : value > before ? value : before;
        if (value > highest[side.ordinal()]) {
            highest[side.ordinal()] = value;
        }
    }

    /** Gives back the room that is not needed. */
    void trim() {
        closeNs = Arrays.copyOf(closeNs, size);
        marks = Arrays.copyOf(marks, size);
        for (int side = 0; side < SignalSide.COUNT; side++) {
            evidence[side] = Arrays.copyOf(evidence[side], size);
        }
    }

    public int size() {
        return size;
    }

    /** The most evidence that any row has. */
    public float highest() {
        return Math.max(highest[0], highest[1]);
    }

    /** The alerts that these rules raise, by time. */
    public List<Alarm> alarms(final AlertRules rules) {
        final List<Alarm> alarms = new ArrayList<>();
        for (final SignalSide side : SignalSide.values()) {
            if (highest[side.ordinal()] > rules.threshold()) {
                alarms(rules, side, alarms);
            }
        }
        alarms.sort(Comparator.comparingLong(Alarm::timeNs));
        return alarms;
    }

    private void alarms(final AlertRules rules, final SignalSide side, final List<Alarm> alarms) {
        final AlertState state = new AlertState();
        final float[] of = evidence[side.ordinal()];
        final float[] most = blocks[side.ordinal()];
        final int shift = LEADING_SHIFT + LEADING_BITS * side.ordinal();
        boolean active = false;
        for (int i = 0; i < size; i++) {
            final int rowIndex = marks[i] & INDEX_MASK;
            if (rowIndex == 0) {
                state.restart();
                active = false;
            }
            final AlertState.Change change = state.onRow(rules, closeNs[i], rowNs, rules.judged(rowIndex, rowNs, of[i]));
            if (change == AlertState.Change.RAISED) {
                alarms.add(new Alarm(closeNs[i], side, SIGNALS[(marks[i] >> shift) & SIGNAL_MASK]));
            }
            active = change == AlertState.Change.RAISED || (active && change == AlertState.Change.NONE);
            if (!active && i % BLOCK == 0 && most[i / BLOCK] <= rules.threshold()) {
                // below the threshold one row changes as little as many
                i += BLOCK - 1;
            }
        }
    }
}
