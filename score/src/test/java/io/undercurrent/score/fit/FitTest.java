package io.undercurrent.score.fit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.undercurrent.feeds.sim.EpisodeKind;
import io.undercurrent.score.DayKind;
import io.undercurrent.score.HandMadeDay;
import io.undercurrent.score.SymbolDay;
import io.undercurrent.score.TickRegime;
import io.undercurrent.signals.Calibration;
import io.undercurrent.signals.Signal;
import io.undercurrent.signals.SignalSide;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FitTest {
    private static float[] samples(final int zeros, final int ones) {
        final float[] samples = new float[zeros + ones];
        Arrays.fill(samples, zeros, zeros + ones, 1f);
        return samples;
    }

    @Test
    void theLogisticGivesTheLogOddsOfEachValueAtEvenOdds() {
        final Logistic logistic = Logistic.fit(samples(1, 3), samples(30, 10));

        assertEquals(-Math.log(3), logistic.intercept(), 0.01);
        assertEquals(Math.log(3), logistic.intercept() + logistic.slope(), 0.01);
    }

    @Test
    void classesThatAValueTellsApartGiveASteepButFiniteSlope() {
        final Logistic logistic = Logistic.fit(samples(0, 50), samples(500, 0));

        assertTrue(logistic.slope() > 8 && logistic.slope() < 100, logistic.toString());
        assertEquals(0, logistic.intercept() + logistic.slope() / 2, 0.01);
    }

    @Test
    void aScoreThatMeansTheOppositeGivesNoEvidence() {
        assertEquals(new Logistic(0, 0), Logistic.fit(samples(3, 1), samples(1, 3)));
    }

    @Test
    void aLargeClassThatIsNearlyAlwaysZeroConverges() {
        final Logistic logistic = Logistic.fit(samples(700, 300), samples(99_000, 1_000));

        assertEquals(Math.log(0.7 / 0.99), logistic.intercept(), 0.02);
        assertEquals(Math.log(0.3 / 0.01), logistic.intercept() + logistic.slope(), 0.2);
    }

    /** One programme of each kind, seen in 60 of the 80 samples that count; one too small to teach anything. */
    private static List<SymbolDay> days() {
        final List<SymbolDay> days = new ArrayList<>();
        for (final Signal signal : Signal.values()) {
            days.add(new HandMadeDay(DayKind.PLANTED, 0, TickRegime.WIDER, 400).shows(SignalSide.ACCUMULATION, 0, 400, 0)
                    .planted(EpisodeKind.valueOf(signal.name()), SignalSide.ACCUMULATION, 100, 260, 0.1)
                    .shows(SignalSide.ACCUMULATION, 200, 260, 1).planted(EpisodeKind.valueOf(signal.name()), SignalSide.ACCUMULATION, 300, 390, 0.03)
                    .make());
        }
        days.add(new HandMadeDay(DayKind.CLEAN, 0, TickRegime.WIDER, 400).shows(SignalSide.ACCUMULATION, 0, 400, 0)
                .shows(SignalSide.DISTRIBUTION, 0, 400, 0).shows(SignalSide.DISTRIBUTION, 0, 100, 1).make());
        return days;
    }

    @Test
    void eachSignalIsFittedOnProgrammesOfItsKindAgainstBothSidesOfCleanDays() {
        final Map<Signal, Calibration> calibration = CalibrationFit.fit(days());

        for (final Signal signal : Signal.values()) {
            // 60 of 120 samples against 100 of 800
            assertEquals(Math.log(0.5 / 0.125) - Math.log(0.5 / 0.875), calibration.get(signal).slope(), 0.02, signal.name());
        }
    }

    @Test
    void evidenceBeginsWhereCleanDaysHardlyReach() {
        final Map<Signal, Calibration> calibration = CalibrationFit.fit(days());

        for (final Signal signal : Signal.values()) {
            // more than one clean sample in 2,000 is 1
            assertEquals(0, calibration.get(signal).intercept() + calibration.get(signal).slope(), 0.001, signal.name());
        }
    }

    @Test
    void aRareCleanScoreDoesNotLowerTheEvidence() {
        final List<SymbolDay> days = days();
        days.add(new HandMadeDay(DayKind.CLEAN, 0, TickRegime.WIDER, 400_000).shows(SignalSide.ACCUMULATION, 0, 400_000, 0)
                .shows(SignalSide.DISTRIBUTION, 0, 400_000, 0).make());
        final Map<Signal, Calibration> calibration = CalibrationFit.fit(days);

        for (final Signal signal : Signal.values()) {
            // 100 of 800,800 samples are 1: under one in 2,000, so a score of 0 is what the others may exceed
            assertEquals(0, calibration.get(signal).intercept(), 0.001, signal.name());
        }
    }

    @Test
    void daysWithoutAKindAreRefusedByName() {
        final List<SymbolDay> days = days();
        days.removeFirst();

        final IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class, () -> CalibrationFit.fit(days));
        assertTrue(refusal.getMessage().contains("0 samples of ABSORPTION programmes"), refusal.getMessage());
    }
}
