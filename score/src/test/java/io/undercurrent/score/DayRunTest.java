package io.undercurrent.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.undercurrent.codec.Times;
import io.undercurrent.engine.config.Config;
import io.undercurrent.engine.config.Setting;
import io.undercurrent.feeds.sim.SimulatorOptions;
import io.undercurrent.signals.Signal;
import io.undercurrent.signals.SignalSide;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A short planted day through the engine's own code. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DayRunTest {
    /** Loose rules, so that a short day has alarms. */
    private static final Config CONFIG = Config.defaults().with(Setting.ALERTS_THRESHOLD, "-6").with(Setting.ALERTS_CLEAR, "-6.3")
            .with(Setting.ALERTS_WARM_UP_MS, "1200000").with(Setting.SIGNALS_BACKEND, "cpu");
    private static final DayRun RUN = new DayRun(CONFIG);
    private static final Set<String> SYMBOLS = Set.of("BRICK", "QUARTZ");

    private final List<SymbolDay> scored = RUN.score(day(3), 5);

    private static LabelledDay day(final long seed) {
        final SimulatorOptions all = SimulatorOptions.planted(seed, Times.HOUR_NS, SimulatorOptions.STRONG);
        return SimulatedDays.of(DayKind.PLANTED, new SimulatorOptions(seed, all.day(), all.sessionNs(),
                all.instruments().stream().filter(of -> SYMBOLS.contains(of.symbol())).toList(),
                all.episodes().stream().filter(of -> SYMBOLS.contains(of.symbol())).toList()));
    }

    @Test
    void samplesEveryTenSecondsAndKeepsEveryRow() {
        assertEquals(2, scored.size());
        for (final SymbolDay day : scored) {
            assertEquals(3_600, day.tape().size(), 1);
            assertEquals(360, day.samples().size(), 1);
            assertEquals(0, day.samples().timeNs(7) % Samples.INTERVAL_NS);
            assertEquals(5, day.day());
            assertTrue(day.labels().stream().allMatch(label -> label.symbol().equals(day.symbol())));
        }
        assertTrue(scored.stream().anyMatch(day -> !day.labels().isEmpty()));
        assertEquals(List.of(TickRegime.ONE_TICK, TickRegime.WIDER), scored.stream().map(SymbolDay::regime).toList());
    }

    @Test
    void measuresAreNotAvailableAtFirstAndThenAllAre() {
        final Samples samples = scored.getFirst().samples();

        assertTrue(Float.isNaN(samples.value(Measure.ABSORPTION, SignalSide.ACCUMULATION, 20)));
        assertTrue(Float.isNaN(samples.value(Measure.VOLUME_Z, SignalSide.ACCUMULATION, 20)));
        for (final Measure measure : Measure.values()) {
            assertFalse(Float.isNaN(samples.value(measure, SignalSide.DISTRIBUTION, 300)), measure.name());
        }
    }

    @Test
    void samplesAreWhatTheCompositeSaysOfTheirRow() {
        final SymbolDay brick = scored.getFirst();
        final List<String> expected = new ArrayList<>();
        RUN.run(day(3), (sweep, i, rowIndex, results, composite) -> {
            if (sweep.instrument(i).symbol().equals(brick.symbol()) && sweep.rows().closeNs() % Samples.INTERVAL_NS == 0) {
                expected.add(sweep.rows().closeNs() + " " + composite.smoothed(SignalSide.ACCUMULATION, Signal.SINKHOLE) + " "
                        + composite.smoothed(SignalSide.DISTRIBUTION, Signal.CREEP) + " " + composite.netLogOdds(SignalSide.DISTRIBUTION));
            }
        });

        final Samples samples = brick.samples();
        assertEquals(expected, IntStream.range(0, samples.size()).mapToObj(i -> samples.timeNs(i) + " "
                + samples.value(Measure.SINKHOLE, SignalSide.ACCUMULATION, i) + " " + samples.value(Measure.CREEP, SignalSide.DISTRIBUTION, i)
                + " " + samples.value(Measure.COMPOSITE, SignalSide.DISTRIBUTION, i)).toList());
    }

    @Test
    void theVolumeHasNoSideAndTheImbalanceHasOne() {
        final Samples samples = scored.getFirst().samples();

        for (int i = 200; i < 340; i++) {
            assertEquals(samples.value(Measure.VOLUME_Z, SignalSide.ACCUMULATION, i), samples.value(Measure.VOLUME_Z, SignalSide.DISTRIBUTION, i));
            assertEquals(samples.value(Measure.OFI_Z, SignalSide.ACCUMULATION, i), -samples.value(Measure.OFI_Z, SignalSide.DISTRIBUTION, i));
        }
    }

    @Test
    void theRulesRunAgainGiveTheAlertsOfTheEngine(@TempDir final Path folder) {
        final List<String> expected = new EngineAlerts(CONFIG, folder).of(day(3));
        final List<String> again = scored.stream().flatMap(day -> day.tape().alarms(RUN.rules()).stream()
                .map(alarm -> alarm.timeNs() + " " + day.symbol() + " " + alarm.side() + " " + alarm.leading())).sorted().toList();

        assertTrue(expected.size() > 2, expected::toString);
        assertEquals(expected, again);
    }

    @Test
    void anyNumberOfThreadsGivesTheSame() {
        final List<LabelledDay> days = List.of(day(1), day(2));

        assertEquals(fingerprint(new DayPool(1), days), fingerprint(new DayPool(2), days));
    }

    private static List<String> fingerprint(final DayPool pool, final List<LabelledDay> days) {
        return pool.map(days, day -> RUN.score(day, 0), done -> { }).stream().flatMap(List::stream)
                .map(day -> day.seed() + day.symbol() + day.tape().alarms(RUN.rules()) + day.samples().value(Measure.COMPOSITE,
                        SignalSide.ACCUMULATION, 333) + day.samples().value(Measure.RANDOM, SignalSide.ACCUMULATION, 333)).toList();
    }
}
