package io.undercurrent.score.card;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.undercurrent.engine.signal.AlertRules;
import io.undercurrent.feeds.sim.EpisodeKind;
import io.undercurrent.score.DayKind;
import io.undercurrent.score.HandMadeDay;
import io.undercurrent.score.Measure;
import io.undercurrent.score.SymbolDay;
import io.undercurrent.score.TickRegime;
import io.undercurrent.score.metric.Estimate;
import io.undercurrent.signals.Signal;
import io.undercurrent.signals.SignalSide;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Days written by hand, every figure counted by hand. Rows are ten seconds long. */
class ScoringTest {
    private static final long SECOND = 1_000_000_000L;
    private static final SignalSide BUYING = SignalSide.ACCUMULATION;
    private static final SignalSide SELLING = SignalSide.DISTRIBUTION;
    private static final int ROWS = 1_000;
    /** Above 1, cleared below -2; at once warm, raised by the first row, quiet for 5 minutes. */
    private static final AlertRules RULES = new AlertRules(1f, -2f, 0, 10 * SECOND, 300 * SECOND, 2f, 3f, 4f);
    private static final Setup SETUP = new Setup(60, 1, 2, 2, 1, 100, 1, 0.5, 10_000, "none", 50);

    private static HandMadeDay day(final DayKind kind, final int number, final TickRegime ticks) {
        return new HandMadeDay(kind, number, ticks, ROWS);
    }

    /** Found after 20 rows of 100, one alarm of the wrong side, a spoof that fools it twice, a stray alarm. */
    private static SymbolDay first() {
        return day(DayKind.PLANTED, 0, TickRegime.ONE_TICK).ledBy(Signal.SINKHOLE)
                .planted(EpisodeKind.ABSORPTION, BUYING, 100, 200, 0.15).shows(BUYING, 119, 200, 3).shows(SELLING, 150, 160, 2)
                .planted(EpisodeKind.SPOOF, BUYING, 300, 400, 0).shows(BUYING, 310, 312, 2).shows(SELLING, 403, 405, 2)
                .shows(BUYING, 600, 610, 2).make();
    }

    /** A short one missed, a selling one found in its 60th row of 120, an alarm just before a programme that goes on into it. */
    private static SymbolDay second() {
        return day(DayKind.PLANTED, 1, TickRegime.WIDER).ledBy(Signal.CREEP)
                .planted(EpisodeKind.ABSORPTION, BUYING, 100, 150, 0.03)
                .planted(EpisodeKind.CREEP, SELLING, 300, 420, 0.07).shows(SELLING, 359, 400, 2)
                .planted(EpisodeKind.CREEP, BUYING, 600, 700, 0.12).shows(BUYING, 595, 650, 2).make();
    }

    /** Two alarms, the second of them after the cooldown: four more rows would have been quiet. */
    private static SymbolDay clean() {
        return day(DayKind.CLEAN, 0, TickRegime.ONE_TICK).shows(BUYING, 100, 110, 2).shows(BUYING, 120, 130, 2)
                .shows(BUYING, 200, 210, 2).make();
    }

    private static SymbolDay quiet() {
        return day(DayKind.CLEAN, 1, TickRegime.WIDER).make();
    }

    private static SymbolDay troubled() {
        return day(DayKind.TROUBLED, 0, TickRegime.WIDER).planted(EpisodeKind.CROSSED, BUYING, 90, 120, 0)
                .shows(SELLING, 100, 110, 2).shows(BUYING, 300, 310, 2).make();
    }

    private static SymbolDay training() {
        return day(DayKind.CLEAN, 0, TickRegime.WIDER).shows(BUYING, 100, 110, 1.5f).shows(BUYING, 400, 410, 2.5f).make();
    }

    private static final Scorecard CARD = score();

    private static Scorecard score() {
        return new Scoring(SETUP, RULES, HandMadeDay.QUIET)
                .score(List.of(first(), second(), clean(), quiet(), troubled()), List.of(training(), training()));
    }

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
        assertEquals(CARD, score());
    }
}
