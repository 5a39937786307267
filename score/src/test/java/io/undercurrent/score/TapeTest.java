package io.undercurrent.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.undercurrent.engine.signal.AlertRules;
import io.undercurrent.engine.signal.AlertState;
import io.undercurrent.signals.Signal;
import io.undercurrent.signals.SignalSide;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TapeTest {
    private static final long SECOND = 1_000_000_000L;
    /** Above 1, cleared below -1; warm after 5 s, held for 3 s, quiet for 20 s. */
    private static final AlertRules RULES = new AlertRules(1f, -1f, 5 * SECOND, 3 * SECOND, 20 * SECOND, 2f, 3f, 4f);

    private final Tape tape = new Tape(SECOND);
    private int rows;

    private void rows(final int count, final long firstIndex, final float accumulation, final float distribution) {
        for (int i = 0; i < count; i++) {
            rows++;
            tape.add(rows * SECOND, firstIndex + i, accumulation, Signal.SINKHOLE, distribution, Signal.CREEP);
        }
    }

    private static Alarm at(final int second) {
        return new Alarm(second * SECOND, SignalSide.ACCUMULATION, Signal.SINKHOLE);
    }

    @Test
    void raisesAfterTheHoldTimeAndOnceOnly() {
        rows(10, 0, -3, -3);
        rows(10, 10, 2, -3);

        assertEquals(List.of(at(13)), tape.alarms(RULES));
    }

    @Test
    void aYoungWindowRaisesNothing() {
        rows(10, 0, 2, -3);

        // warm with its fifth row, held for three rows from there
        assertEquals(List.of(at(7)), tape.alarms(RULES));
    }

    @Test
    void whatClearedStaysQuietForTheCooldown() {
        rows(10, 0, -3, -3);
        rows(5, 10, 2, -3);
        rows(1, 15, -2, -3);
        rows(30, 16, 2, -3);

        assertEquals(List.of(at(13), at(16 + 20)), tape.alarms(RULES));
    }

    @Test
    void aDipThatDoesNotClearIsTheSameAlarm() {
        rows(10, 0, -3, -3);
        rows(5, 10, 2, -3);
        rows(5, 15, 0, -3);
        rows(30, 20, 2, -3);

        assertEquals(List.of(at(13)), tape.alarms(RULES));
    }

    @Test
    void aNewWindowForgetsAlarmAndCooldown() {
        rows(10, 0, -3, -3);
        rows(5, 10, 2, -3);
        rows(10, 0, 2, -3);

        assertEquals(List.of(at(13), at(22)), tape.alarms(RULES));
    }

    @Test
    void whatIsNotAvailableRaisesNothing() {
        rows(10, 0, -3, -3);
        rows(2, 10, 2, -3);
        rows(1, 12, Float.NaN, -3);
        rows(2, 13, 2, -3);

        assertEquals(List.of(), tape.alarms(RULES));
    }

    @Test
    void bothSidesRaiseByThemselvesWithTheirLeadingSignal() {
        rows(10, 0, -3, -3);
        rows(3, 10, -3, 2);
        rows(3, 13, 2, -3);

        assertEquals(List.of(new Alarm(13 * SECOND, SignalSide.DISTRIBUTION, Signal.CREEP), at(16)), tape.alarms(RULES));
    }

    @Test
    void passingOverQuietRowsChangesNothing() {
        final long seed = 11;
        final SplittableRandom random = new SplittableRandom(seed);
        final AlertState state = new AlertState();
        final List<Alarm> expected = new ArrayList<>();
        int index = 0;
        for (int i = 0; i < 20_000; i++) {
            index = random.nextInt(700) == 0 ? 0 : index + 1;
            final float value = random.nextInt(40) == 0 ? Float.NaN : random.nextInt(60) < i / 40 % 30 ? 2 : random.nextInt(9) - 8;
            rows(1, index, value, -3);
            if (index == 0) {
                state.restart();
            }
            if (state.onRow(RULES, rows * SECOND, SECOND, RULES.judged(index, SECOND, value)) == AlertState.Change.RAISED) {
                expected.add(at(rows));
            }
        }

        assertTrue(expected.size() > 20, "alarms " + expected.size());
        assertEquals(expected, tape.alarms(RULES), "seed " + seed);
    }

    @Test
    void theThresholdWithFewEnoughAlarmsIsTheLowestOne() {
        // peaks of 2.0, 3.0 and 4.0, far enough apart
        for (int peak = 2; peak <= 4; peak++) {
            rows(40, peak == 2 ? 0 : 100, -3, -3);
            rows(5, 100, peak, -3);
        }
        rows(10, 100, -3, -3);
        final List<Tape> tapes = List.of(tape, new Tape(SECOND));

        assertEquals(1.0, FalseAlarmThreshold.alarmsPerTape(tapes, RULES.at(2.5f, -3)));
        assertEquals(3f, FalseAlarmThreshold.find(tapes, RULES, -3, 0.5).threshold(), 0.01f);
        assertEquals(4f, FalseAlarmThreshold.find(tapes, RULES, -3, 0.4).threshold(), 0.01f);
        final AlertRules two = FalseAlarmThreshold.find(tapes, RULES, -3, 1);
        assertEquals(2f, two.threshold(), 0.01f);
        assertEquals(two.threshold() + (-3 - two.threshold()) / 2, two.clearBelow(), 1e-6f);
        assertEquals(RULES, FalseAlarmThreshold.find(List.of(), RULES, -3, 1));
    }
}
