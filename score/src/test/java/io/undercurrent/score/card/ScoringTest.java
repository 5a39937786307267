package io.undercurrent.score.card;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.undercurrent.score.Measure;
import io.undercurrent.score.TickRegime;
import io.undercurrent.score.metric.Estimate;
import io.undercurrent.signals.Signal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Days written by hand, every figure counted by hand. Rows are ten seconds long. */
class ScoringTest {
    private static final Scorecard CARD = HandMadeCard.score();

    private static void assertRate(final long count, final long units, final Rate rate) {
        assertEquals(List.of(count, units), List.of(rate.count(), rate.units()));
        assertEquals((double) count / units, rate.perUnit().value(), 1e-12);
    }

    @Test
    void countsAlarmsWhereTheyBelong() {
        final AlarmScore score = CARD.configured();

        assertRate(2, 2, score.falseAlarms());
        assertRate(1, 4, score.wrongSide());
        assertRate(2, 1, score.troubled());
        assertEquals("CROSSED", score.troubles().getFirst().kind());
        assertRate(1, 1, score.troubles().getFirst().alarms());
        // one on the first day, the one before a programme on the second
        assertRate(2, 2, score.stray());
        assertEquals(List.of(new EpisodeScore("SPOOF", new Rate(2, 1, score.confounders().getFirst().alarms().perUnit()),
                leading(Signal.SINKHOLE, 2))), score.confounders());
    }

    private static Map<Signal, Integer> leading(final Signal signal, final int count) {
        final Map<Signal, Integer> counts = new EnumMap<>(Signal.class);
        for (final Signal of : Signal.values()) {
            counts.put(of, of == signal ? count : 0);
        }
        return counts;
    }

    @Test
    void listsEveryAlarmThatNoProgrammeExplainsWithWhatItWasRaisedIn() {
        final List<String> alarms = CARD.configured().falseAlarmList().stream()
                .map(alarm -> alarm.days() + " " + alarm.during() + " " + alarm.alarm().side()).toList();

        assertEquals(List.of("PLANTED ABSORPTION DISTRIBUTION", "PLANTED SPOOF ACCUMULATION", "PLANTED SPOOF DISTRIBUTION",
                "PLANTED  ACCUMULATION", "PLANTED  ACCUMULATION", "CLEAN  ACCUMULATION", "CLEAN  ACCUMULATION",
                "TROUBLED CROSSED DISTRIBUTION", "TROUBLED  ACCUMULATION"), alarms);
    }

    @Test
    void aProgrammeIsFoundByAnAlarmOfItsSideRaisedWhileItGoesOn() {
        final AlarmScore score = CARD.configured();

        assertRate(2, 4, score.recall(Band.ALL));
        assertRate(1, 2, score.recall(Band.AT_LEAST_10));
        assertRate(1, 1, score.recall(Band.FROM_5_TO_10));
        assertRate(0, 1, score.recall(Band.FROM_2_TO_5));
        assertEquals(0, score.recall(Band.BELOW_2).units());
        assertRate(1, 2, score.recall("ABSORPTION", Band.ALL));
        assertEquals(List.of(new LeadingScore("ABSORPTION", 2, leading(Signal.SINKHOLE, 1), 1),
                new LeadingScore("ABSORPTION NATIVE_ICEBERG", 2, leading(Signal.SINKHOLE, 1), 1),
                new LeadingScore("CREEP", 2, leading(Signal.CREEP, 1), 1)), score.leading());
    }

    @Test
    void delaysAreFromTheStartInSecondsAndAsAShareOfTheProgramme() {
        final AlarmScore score = CARD.configured();

        assertEquals(200, score.programmes().getFirst().delaySeconds());
        assertEquals(0.2, score.programmes().getFirst().delayShare(), 1e-12);
        final DelayScore delay = score.delay(Length.FROM_15_MINUTES);
        assertEquals(2, delay.found());
        assertEquals((200 + 600) / 2.0, delay.medianSeconds().value(), 1e-9);
        assertEquals((0.2 + 0.5) / 2, delay.medianShare().value(), 1e-9);
        assertEquals(0.2 + 0.9 * 0.3, delay.p90Share().value(), 1e-9);
        assertEquals(0, score.delay(Length.UNDER_15_MINUTES).found());
    }

    @Test
    void theTrainedThresholdAllowsSoManyFalseAlarmsOnTrainingDaysAndIsUsedOnTheOthers() {
        // one alarm on each training day is more than 0.5, none is not
                assertEquals(2.5, CARD.trained().threshold(), 0.01);
        assertEquals(0, CARD.trainingFalseAlarms());
        assertRate(0, 2, CARD.trained().falseAlarms());
        assertRate(1, 4, CARD.trained().recall(Band.ALL));
        assertRate(0, 1, CARD.trained().troubled());
    }

    @Test
    void areasAreOfTheSamplesAfterTheFirstQuarterAgainstCleanOnesOfTheSameRegime() {
        final MeasureScore absorption = CARD.measures().getFirst();

        final SeparationScore oneTick = absorption.score(Band.AT_LEAST_10, TickRegime.ONE_TICK);
        assertEquals(List.of(1, 75L, 2_000L), List.of(oneTick.programmes(), oneTick.positives(), oneTick.negatives()));
        assertEquals(1, oneTick.rocAuc().value());
        assertEquals(75.0 / 2_075, oneTick.prevalence(), 1e-12);
        assertEquals(0, absorption.score(Band.AT_LEAST_10, TickRegime.WIDER).positives());
        // all quiet: as many ties as pairs, but for the 30 samples of the clean day that show something
        final SeparationScore weak = absorption.score(Band.FROM_2_TO_5, TickRegime.ALL);
        assertEquals(38, weak.positives());
        assertEquals(0.5 * 3_970 / 4_000, weak.rocAuc().value(), 1e-12);
        assertEquals(List.of(4, "ALL"), List.of(
                CARD.measures().get(Measure.COMPOSITE.ordinal()).score(Band.ALL, TickRegime.ALL).programmes(), CARD.measures().getLast().kind()));
    }

    @Test
    void theCurveHasRecallAndFalseAlarmsOfEachThreshold() {
        final List<RecallPoint> points = CARD.curves().getFirst().points();

        assertEquals(0, points.getFirst().falseAlarms());
        assertEquals(0, points.getFirst().all());
        final RecallPoint below2 = points.stream().filter(point -> point.threshold() < 2).findFirst().orElseThrow();
        assertEquals(List.of(1.0, 0.5, 0.5, 1.0, 0.0), List.of(
                below2.falseAlarms(), below2.all(), below2.atLeast10(), below2.from5To10(), below2.from2To5()));
    }

    @Test
    void crossesEveryKindWithEverySignal() {
        final List<CrossScore> cross = CARD.cross();

        assertEquals(List.of("ABSORPTION", "ABSORPTION NATIVE_ICEBERG", "CREEP", "SPOOF"), cross.stream().map(CrossScore::kind).toList());
        assertEquals(List.of(true, true, true, false), cross.stream().map(CrossScore::programme).toList());
        assertEquals(1.0, cross.getFirst().rocAuc().get(Measure.CREEP));
    }

    @Test
    void targetsAreMetOrNot() {
        final List<Target> targets = CARD.targets();

        final Target wrongSide = targets.stream().filter(target -> target.figure().startsWith("wrong-side")).findFirst().orElseThrow();
        assertEquals(0, wrongSide.value().value());
        assertTrue(wrongSide.met());
        assertFalse(Target.of("", Estimate.of(0.3), "", false, 0.2, 0.2).met());
        assertFalse(Target.of("", Estimate.of(0.92), "", true, 0.9, 0.95).metLater());
        assertTrue(Target.of("", Estimate.of(0.92), "", true, 0.9, 0.95).met());
        assertFalse(Target.of("", Estimate.NONE, "", true, 0.9, 0.9).met());
    }

    @Test
    void theSameDaysGiveTheSameCard() {
        assertEquals(CARD, HandMadeCard.score());
    }
}
