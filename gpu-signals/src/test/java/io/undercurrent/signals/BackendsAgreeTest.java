package io.undercurrent.signals;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class BackendsAgreeTest {
    private static final int ROWS = 4_200;
    private static final int CHECK_EVERY = 13;

    @ParameterizedTest
    @EnumSource
    void cpuGivesTheBitsOfTheReference(final RandomRows.Kind kind) {
        compare(kind, 1_000, seed(), ROWS, CHECK_EVERY, 0, new int[Signal.COUNT]);
    }

    @ParameterizedTest
    @CsvSource({"100", "250", "5000", "60000"})
    void cpuGivesTheBitsOfTheReferenceForOtherRowIntervals(final int rowMs) {
        compare(RandomRows.Kind.MARKET, rowMs, seed(), ROWS, CHECK_EVERY, 0, new int[Signal.COUNT]);
        compare(RandomRows.Kind.PATCHY, rowMs, seed(), ROWS, CHECK_EVERY, 0, new int[Signal.COUNT]);
    }

    @Test
    void theComparisonSeesScoresOfEachSignalBetweenNoneAndFull() {
        final int[] telling = new int[Signal.COUNT];
        for (int seed = 1; seed <= 12; seed++) {
            compare(RandomRows.Kind.MARKET, 1_000, seed, ROWS, CHECK_EVERY, 1_500, telling);
        }
        System.out.println("scores between 0 and 1 by signal: " + Arrays.toString(telling));
        for (final Signal signal : Signal.values()) {
            assertTrue(telling[signal.ordinal()] >= 20, signal + " was between 0 and 1 only " + telling[signal.ordinal()] + " times");
        }
    }

    @Test
    void cpuGivesTheBitsOfTheReferenceAtEachOfTheFirstRows() {
        compare(RandomRows.Kind.MARKET, 1_000, seed(), 1_700, 1, 0, new int[Signal.COUNT]);
    }

    @ParameterizedTest
    @EnumSource(names = {"MARKET", "PATCHY", "EXTREME"})
    void cpuGivesTheBitsOfTheReferenceWhenTheCoarseRingHasWrapped(final RandomRows.Kind kind) {
        compare(kind, 1_000, seed(), 22_600, 3, 20_500, new int[Signal.COUNT]);
    }

    @Test
    void aRestartForgetsTheBaselineEvenIfAsManyRowsFollowUnseen() {
        final long seed = seed();
        final SyntheticMarket market = new SyntheticMarket(new SplittableRandom(seed), 1_000);
        final SignalResults expected = new SignalResults(1);
        final SignalResults actual = new SignalResults(1);
        try (ReferenceBackend reference = new ReferenceBackend(1_000); CpuBackend cpu = new CpuBackend(1, 1_000)) {
            for (int r = 0; r < 6_000; r++) {
                final int[] row = market.next(r < 5_600 ? SyntheticMarket.Plant.NOTHING : SyntheticMarket.Plant.ABSORPTION);
                row[RowColumn.BID_REFILL.ordinal()] *= r < 3_000 ? 20 : 1;
                final Sweep sweep = Sweeps.one(0, r == 3_000, row);
                if (r == 2_999 || r == 5_999) {
                    reference.evaluate(sweep, expected);
                    cpu.evaluate(sweep, actual);
                    Sweeps.assertSameBits(expected, actual, 0, "seed " + seed + ", row " + r, new int[Signal.COUNT]);
                } else {
                    reference.append(sweep);
                    cpu.append(sweep);
                }
            }
        }
        assertTrue(actual.score(0, SignalSide.ACCUMULATION, Signal.ABSORPTION) > 0.5f, "the planted programme was not seen");
    }

    @Test
    void instrumentsOfOneSweepDoNotTouchEachOther() {
        final long seed = seed();
        final SplittableRandom random = new SplittableRandom(seed);
        final int[] slots = {3, 0, 7};
        final RandomRows[] rows = new RandomRows[slots.length];
        for (int s = 0; s < slots.length; s++) {
            rows[s] = new RandomRows(RandomRows.Kind.MARKET, random.split(), 1_000);
        }
        final Sweep sweep = new Sweep(slots.length);
        final SignalResults expected = new SignalResults(slots.length);
        final SignalResults actual = new SignalResults(slots.length);
        try (ReferenceBackend reference = new ReferenceBackend(1_000); CpuBackend cpu = new CpuBackend(8, 1_000)) {
            for (int r = 0; r < 2_000; r++) {
                sweep.begin(r, r);
                for (int s = 0; s < slots.length; s++) {
                    final int[] row = rows[s].next();
                    if ((r + s) % 5 != 0) {
                        Sweeps.add(sweep, slots[s], false, row);
                    }
                }
                if (r % 50 == 49) {
                    reference.evaluate(sweep, expected);
                    cpu.evaluate(sweep, actual);
                    for (int i = 0; i < sweep.count(); i++) {
                        Sweeps.assertSameBits(expected, actual, i, "seed " + seed + " row " + r + " of slot " + sweep.slot(i),
                            new int[Signal.COUNT]);
                    }
                } else {
                    reference.append(sweep);
                    cpu.append(sweep);
                }
            }
        }
    }

    private static long seed() {
        final long seed = System.nanoTime();
        System.out.println("seed " + seed);
        return seed;
    }

    /** Both backends see the same rows and are compared at some of them. */
    private static void compare(final RandomRows.Kind kind, final int rowMs, final long seed, final int rows, final int every,
                               final int first, final int[] telling) {
        final RandomRows source = new RandomRows(kind, new SplittableRandom(seed), rowMs);
        final Sweep sweep = new Sweep(1);
        final SignalResults expected = new SignalResults(1);
        final SignalResults actual = new SignalResults(1);
        try (ReferenceBackend reference = new ReferenceBackend(rowMs); CpuBackend cpu = new CpuBackend(1, rowMs)) {
            for (int r = 0; r < rows; r++) {
                sweep.begin(r, r);
                final int[] row = source.next();
                Sweeps.add(sweep, 0, source.restart(), row);
                if (r >= first && r % every == 0) {
                    reference.evaluate(sweep, expected);
                    cpu.evaluate(sweep, actual);
                    Sweeps.assertSameBits(expected, actual, 0, kind + " " + rowMs + " ms, seed " + seed + ", row " + r, telling);
                } else {
                    reference.append(sweep);
                    cpu.append(sweep);
                }
            }
        }
    }
}
