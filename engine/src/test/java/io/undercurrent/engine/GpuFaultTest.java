package io.undercurrent.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;

import io.undercurrent.engine.config.Config;
import io.undercurrent.engine.config.Setting;
import io.undercurrent.engine.counters.CountersFile;
import io.undercurrent.engine.counters.EngineCounter;
import io.undercurrent.engine.feed.Pace;
import io.undercurrent.engine.signal.BackendStatus;
import io.undercurrent.kernels.standin.Quantity;
import io.undercurrent.kernels.standin.StandIn;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the GPU does to the engine: every event is journalled, the alerts are those of the CPU, and the engine says what happened. */
class GpuFaultTest {
    private static final long SEED = 1;
    private static final long RECORDS = 30_000;
    private static final int DOES_NOT_STAY = 999;
    private static final int STAYS = 719;
    /** Far more than a busy machine takes. */
    private static final String PATIENCE_MS = "60000";
    private static final long STALL_MS = 5_000;

    @TempDir
    private Path dir;
    private StandIn driver;
    private List<String> events;
    private List<String> alerts;

    @BeforeEach
    void runOnTheCpu() {
        if (StandIn.folder().isEmpty()) {
            System.out.println("skipped: the stand-in driver was not built, it needs g++");
            abort("the stand-in driver was not built, it needs g++");
        }
        driver = StandIn.load();
        driver.reset();
        EngineRuns.run(EngineRuns.config(dir.resolve("cpu")), new RandomFeed(SEED, RECORDS));
        events = EngineRuns.events(dir.resolve("cpu"));
        alerts = EngineRuns.alerts(dir.resolve("cpu"));
        assertFalse(alerts.isEmpty(), "a test without alerts shows nothing");
    }

    private Config config(final String name) {
        return EngineRuns.config(dir.resolve(name)).with(Setting.SIGNALS_BACKEND, "auto")
                .with(Setting.SIGNALS_CUDA_FROM_INSTRUMENTS, "1").with(Setting.SIGNALS_CUDA_DEADLINE_MS, PATIENCE_MS);
    }

    /** Where the feed does not wait for the signals. */
    private Config catchingUp(final String name) {
        return config(name).with(Setting.SIGNALS_OVERLOAD, "catch-up").with(Setting.RING_SLOTS, "64")
                .with(Setting.SIGNALS_SWEEP_BUFFERS, "2");
    }

    private Map<String, Long> counters(final String name) {
        try {
            return CountersFile.read(dir.resolve(name));
        } catch (final IOException e) {
            throw new AssertionError(e);
        }
    }

    private void assertNothingIsDifferent(final String name) {
        assertEquals(events, EngineRuns.events(dir.resolve(name)), name);
        assertEquals(alerts, EngineRuns.alerts(dir.resolve(name)), name);
    }

    @Test
    void everyCallMadeToFailInTurnLosesNoEventChangesNoAlertAndIsTold() {
        assertEquals("", EngineRuns.run(config("gpu"), new RandomFeed(SEED, RECORDS)).backendProblem());
        assertNothingIsDifferent("gpu");
        assertEquals(counters("gpu").get("sweeps"), counters("gpu").get("cuda-sweeps"));
        final Map<String, Long> calls = new TreeMap<>();
        driver.called().forEach(call -> calls.put(call, driver.calls(call)));
        assertTrue(calls.size() > 20 && calls.get("cuGraphLaunch") > 8, calls::toString);
        calls.forEach((call, times) -> {
            for (final long nth : new TreeSet<>(List.of(1L, (times + 1) / 2, times))) {
                fail(call, nth, DOES_NOT_STAY);
                fail(call, nth, STAYS);
            }
        });
    }

    private void fail(final String call, final long nth, final int code) {
        final String what = "code " + code + " of call " + nth + " of " + call;
        driver.reset();
        driver.fail(call, nth, code);
        final Engine engine = EngineRuns.run(config(what), new RandomFeed(SEED, RECORDS));
        assertNothingIsDifferent(what);
        assertEquals(Map.of(), driver.live(), what);
        final boolean refused = engine.backendName().equals("cpu");
        final boolean failed = counters(what).get("cuda-failures") == 1;
        assertEquals(failed ? BackendStatus.CPU_AFTER_CUDA : refused ? 1 : 2, counters(what).get("signals-backend"), what);
        final String told = refused ? engine.backendReason() : engine.backendProblem();
        // how often some are called depends on how fast the kernels are
        assertEquals(driver.calls(call) < nth, told.isEmpty(), () -> what + ": " + told);
    }

    @Test
    void theCpuGoesOnWhenAKernelHangsPastTheDeadline() {
        driver.hang(StandIn.KERNEL, 12);
        final Engine engine = EngineRuns.run(catchingUp("hang").with(Setting.SIGNALS_CUDA_DEADLINE_MS, "40"),
                new RandomFeed(SEED, RECORDS));
        assertNothingIsDifferent("hang");
        assertTrue(engine.backendProblem().contains("did not answer within 40 ms"), engine.backendProblem());
        assertEquals(1, counters("hang").get("cuda-failures"));
        assertEquals(BackendStatus.CPU_AFTER_CUDA, counters("hang").get("signals-backend"));
        assertTrue(counters("hang").get("cuda-sweeps") < counters("hang").get("sweeps"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cuGraphLaunch", "cuStreamQuery"})
    void aCallThatDoesNotReturnHoldsNeitherTheJournalNorTheFeed(final String call) {
        try (Engine engine = Engine.open(catchingUp("stuck"))) {
            driver.slowKernels(20_000); // so that results are waited for
            driver.hang(call, 5);
            EngineRuns.run(engine, new RandomFeed(SEED, RECORDS), () -> { }, () -> {
                try {
                    EngineRuns.await("a call that hangs", () -> driver.live(Quantity.HANGING) == 1);
                    EngineRuns.awaitEmptyRing(engine);
                    assertEquals(engine.publisher().lastSequence(), engine.counter(EngineCounter.EVENTS_JOURNALLED));
                    assertEquals(1, engine.counter(EngineCounter.BOOKS_DETACHED));
                    assertTrue(engine.counter(EngineCounter.SWEEPS) < counters("cpu").get("sweeps"));
                } finally {
                    driver.slowKernels(0);
                    driver.release();
                }
            });
        }
        assertNothingIsDifferent("stuck");
    }

    @Test
    void aCallThatNeverReturnsDoesNotKeepTheEngineFromEnding() {
        driver.hang("cuGraphLaunch", 20);
        final Engine engine = Engine.open(catchingUp("never"), Pace.max(), STALL_MS);
        final String stalled = assertThrows(EngineException.class,
                () -> EngineRuns.run(engine, new RandomFeed(SEED, RECORDS), () -> { }, () -> { })).getMessage();
        assertEquals("the signals made no progress for " + STALL_MS + " ms; the events journal is intact", stalled);
        final String left = assertThrows(EngineException.class, engine::close).getMessage();
        assertTrue(left.contains("the thread undercurrent-signals does not end"), left);
        assertEquals(events, EngineRuns.events(dir.resolve("never")));
        final List<String> before = EngineRuns.alerts(dir.resolve("never"));
        assertEquals(alerts.subList(0, before.size()), before);
        driver.release();
        EngineRuns.await("the end of the thread",
                () -> Thread.getAllStackTraces().keySet().stream().noneMatch(thread -> thread.getName().equals("undercurrent-signals")));
        EngineRuns.run(EngineRuns.config(dir.resolve("replayed")), new CopiedEvents(JournalFolder.events(dir.resolve("never"))));
        assertEquals(alerts, EngineRuns.alerts(dir.resolve("replayed")));
    }

    @Test
    void aGpuThatIsTooSlowIsCaughtUpWithFromTheJournal() {
        driver.slowKernels(1_000);
        final Engine engine = EngineRuns.run(catchingUp("slow"), new RandomFeed(SEED, RECORDS));
        assertEquals("", engine.backendProblem());
        assertNothingIsDifferent("slow");
        final Map<String, Long> counters = counters("slow");
        assertTrue(counters.get("books-detachments") > 0, counters::toString);
        assertEquals(counters.get("sweeps"), counters.get("cuda-sweeps"));
        assertEquals(Map.of(), driver.live());
    }
}
