package io.undercurrent.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.undercurrent.codec.Times;
import io.undercurrent.engine.config.Config;
import io.undercurrent.engine.config.Setting;
import io.undercurrent.engine.feed.Feed;
import io.undercurrent.feeds.sim.SimulatorFeed;
import io.undercurrent.feeds.sim.SimulatorOptions;
import io.undercurrent.score.card.AlarmScore;
import io.undercurrent.score.card.RecordedScore;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A simulated market as the recording. */
class RecordedDaysTest {
    private static final long HOURS_NS = 3 * Times.HOUR_NS;
    private static final int PLANTINGS = 2;
    private static final DayRun RUN = new DayRun(Config.defaults().with(Setting.SIGNALS_BACKEND, "cpu")
            .with(Setting.ALERTS_THRESHOLD, "-4").with(Setting.ALERTS_CLEAR, "-4.5"));
    private static final List<LabelledDay> DAYS = RecordedDays.of(RecordedDaysTest::recording, 11, PLANTINGS);
    private static final List<SymbolDay> SCORED = new ArrayList<>();

    private static SimulatorOptions market() {
        final SimulatorOptions all = SimulatorOptions.clean(5, HOURS_NS);
        return new SimulatorOptions(all.seed(), all.day(), all.sessionNs(), all.instruments().subList(0, 2), List.of());
    }

    private static Feed recording() {
        return new SimulatorFeed(market());
    }

    @BeforeAll
    static void score() {
        for (int i = 0; i < DAYS.size(); i++) {
            SCORED.addAll(RUN.score(DAYS.get(i), i % PLANTINGS));
        }
    }

    @Test
    void eachSeedPlantsOtherProgrammesAndTheLastDayNone() {
        assertEquals(List.of(DayKind.PLANTED, DayKind.PLANTED, DayKind.CLEAN), DAYS.stream().map(LabelledDay::kind).toList());
        assertTrue(DAYS.stream().allMatch(day -> day.instruments() == 2));
        final List<List<Label>> labels = DAYS.stream().map(day -> SCORED.stream()
                .filter(of -> of.kind() == day.kind() && of.seed() == day.seed()).flatMap(of -> of.labels().stream()).toList()).toList();
        assertTrue(!labels.get(0).isEmpty() && !labels.get(1).isEmpty() && labels.get(2).isEmpty(), labels.toString());
        assertNotEquals(labels.get(0), labels.get(1));
    }

    @Test
    void itsOwnAlarmsAreThoseOfTheRecordingAloneAndProgrammesAreThoseOfTheLabels() {
        final RecordedScore score = RecordedScore.of(11, PLANTINGS, 1_000, 20, SCORED, RUN.rules());
        final List<Alarm> alone = RUN.score(SimulatedDays.of(DayKind.CLEAN, market()), 0).stream()
                .flatMap(day -> day.tape().alarms(RUN.rules()).stream()).toList();
        assertTrue(!alone.isEmpty(), "without alarms this shows nothing");
        assertEquals(alone, score.own().stream().map(of -> of.alarm()).toList());
        final AlarmScore alarms = score.alarms();
        assertEquals(SCORED.stream().mapToInt(day -> day.labels().size()).sum(), alarms.programmes().size());
    }
}
