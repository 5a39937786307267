package io.undercurrent.signals.cuda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.undercurrent.kernels.standin.StandIn;
import io.undercurrent.signals.RandomRows.Kind;
import io.undercurrent.signals.SignalResults;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CudaBackendTest {
    private static final int CHECK_EVERY = 13;

    private StandIn driver;

    @BeforeEach
    void takeTheDriver() {
        driver = Driver.fresh();
    }

    @AfterEach
    void nothingIsLeft() {
        if (driver != null) {
            Driver.assertNothingIsHeld(driver);
        }
    }

    /** The same windows through all three, every kind of row, more than any signal needs. */
    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2})
    void givesTheBitsOfTheReferenceAndTheCpuInWhateverOrderThreadsRun(final long order) {
        final long seed = seed();
        driver.seed(order * seed);
        assertPlays(Tape.of(seed, 2_400, Kind.values()).assertReferenceAgrees(CHECK_EVERY), seed);
    }

    /** As above, with threads that interrupt each other at every access to memory and stop at one outside of an array. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void givesTheSameBitsWhereverThreadsInterruptEachOther(final long order) {
        final long seed = seed();
        driver.seed(order * seed);
        driver.kernels(StandIn.folder().orElseThrow().resolveSibling("stand-in-tests/undercurrent-kernels-interleaved.so"));
        assertPlays(Tape.of(seed, 2_100, Kind.values()).assertReferenceAgrees(CHECK_EVERY), seed);
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 250, 5_000, 60_000})
    void givesTheSameBitsForRowsOfAnyLength(final int rowMs) {
        final long seed = seed();
        assertPlays(Tape.of(rowMs, seed, 2_400, Kind.MARKET, Kind.PATCHY, Kind.TIGHT).assertReferenceAgrees(CHECK_EVERY), seed);
    }

    private static void assertPlays(final Tape tape, final long seed) {
        try (CudaBackend backend = Driver.open(tape.options())) {
            final int[] telling = new Play(tape, backend, seed).toTheEnd().telling();
            System.out.println("scores between 0 and 1 by signal: " + Arrays.toString(telling));
            assertEquals(CudaBackend.State.DEVICE, backend.state(), backend::reason);
            assertEquals(tape.count(), backend.deviceSweeps());
            assertTrue(backend.batches() < tape.count(), "sweeps never travelled together");
        }
    }

    @Test
    void rebuildingAtAnyTimeChangesNothing() {
        final long seed = seed();
        final Tape tape = Tape.of(seed, 1_900, Kind.MARKET, Kind.RESTARTS, Kind.PATCHY);
        final SplittableRandom random = new SplittableRandom(seed);
        try (CudaBackend backend = Driver.open(tape.options())) {
            final Play play = new Play(tape, backend, seed);
            for (int polled = 0; polled < tape.count(); polled += 1 + random.nextInt(60)) {
                play.until(polled);
                assertTrue(backend.rebuild());
            }
            play.toTheEnd();
            assertEquals(tape.count(), backend.deviceSweeps());
        }
    }

    @Test
    void goesOnFromWindowsThatTheHostAlreadyHas() {
        final long seed = seed();
        final Tape tape = Tape.of(seed, 22_700, Kind.MARKET, Kind.EXTREME);
        try (CudaBackend backend = Driver.open(tape.options())) {
            final int first = 22_600;
            for (int s = 0; s < first; s++) {
                backend.host().append(tape.sweep(s));
            }
            assertTrue(backend.rebuild());
            new Play(tape, backend, seed).from(first).toTheEnd();
            assertEquals(tape.count() - first, backend.deviceSweeps());
        }
    }

    @ParameterizedTest
    @CsvSource({"5, 2, 1", "5, 2, 4", "7, 3, 16", "40, 2, 64", "500, 4, 256"})
    void givesTheSameBitsForBatchesOfAnySize(final int rowCapacity, final int buffers, final int maxSweeps) {
        final long seed = seed();
        final Tape tape = Tape.of(seed, 1_100, Kind.MARKET, Kind.RESTARTS, Kind.CHANGING_CAPABILITIES);
        final CudaOptions options = new CudaOptions(tape.capacity(), Tape.ROW_MS, rowCapacity, buffers, maxSweeps, Tape.PATIENCE_MS);
        try (CudaBackend backend = Driver.open(options)) {
            new Play(tape, backend, seed).toTheEnd();
            assertEquals(tape.count(), backend.deviceSweeps(), backend::reason);
            System.out.println(tape.count() + " sweeps in " + backend.batches() + " batches");
        }
    }

    /** Blocks that find no work may start, and read the batch's header, when the others are done. */
    @Test
    void doesNotWriteABatchThatALaunchMayStillRead() {
        final Tape tape = Tape.of(1, 200, Kind.MARKET, Kind.RESTARTS);
        final SignalResults results = new SignalResults(tape.capacity());
        try (CudaBackend backend = Driver.open(tape.options())) {
            int polled = 0;
            for (int round = 1; round <= 40; round++) {
                for (int s = 0; s < tape.count(); s++) {
                    backend.offer(tape.sweep(s));
                    if (s % 3 == 0) {
                        backend.flush();
                    }
                    polled += backend.poll(results) ? 1 : 0;
                }
                while (polled < round * tape.count()) {
                    polled += backend.poll(results) ? 1 : 0;
                }
            }
            assertEquals(polled, backend.deviceSweeps(), backend::reason);
        }
    }

    @Test
    void sweepsThatComeWhileTheDeviceIsBusyTravelTogether() {
        final Tape tape = Tape.of(1, 64, Kind.MARKET);
        final CudaOptions options = new CudaOptions(tape.capacity(), Tape.ROW_MS, 64, 2, 64, Tape.PATIENCE_MS);
        driver.hang(StandIn.KERNEL, options.buffers() + 1);
        try (CudaBackend backend = Driver.open(options)) {
            final SignalResults results = new SignalResults(tape.capacity());
            for (int s = 0; s < tape.count(); s++) {
                assertTrue(backend.offer(tape.sweep(s)));
                backend.flush();
                assertFalse(backend.poll(results), "the kernel hangs");
            }
            assertFalse(backend.offer(tape.sweep(0)), "more sweeps than there is room for");
            assertEquals(1, backend.batches());
            driver.release();
            new Play(tape, backend, 1).offered(64).toTheEnd();
            assertEquals(2, backend.batches());
        }
    }

    @Test
    void resultsDoNotWaitForTheHostsWindowsWhichFollowWhenNothingElseIsToDo() {
        final Tape tape = Tape.of(1, 40, Kind.values());
        final SignalResults results = new SignalResults(tape.capacity());
        try (CudaBackend backend = Driver.open(tape.options())) {
            assertFalse(backend.doIdleWork());
            int pieces = 0;
            for (int s = 0; s < 2; s++) {
                backend.evaluate(tape.sweep(s), results);
            }
            while (backend.doIdleWork()) {
                pieces++;
            }
            assertTrue(pieces > 0, "the results waited");
            driver.fail("cuGraphLaunch", 1, 1);
            new Play(tape, backend, 1).from(2).toTheEnd();
            assertEquals(CudaBackend.State.CPU, backend.state());
        }
    }

    @Test
    void anotherThreadMayTakeOver() throws InterruptedException {
        final Tape tape = Tape.of(1, 200, Kind.MARKET);
        final List<Throwable> failures = new CopyOnWriteArrayList<>();
        final CudaBackend backend = Driver.open(tape.options());
        final Thread thread = new Thread(() -> {
            try (backend) {
                new Play(tape, backend, 1).toTheEnd();
            }
        });
        thread.setUncaughtExceptionHandler((failed, failure) -> failures.add(failure));
        thread.start();
        thread.join();
        assertEquals(List.of(), failures);
        assertEquals(tape.count(), backend.deviceSweeps());
    }

    private static long seed() {
        final long seed = System.nanoTime();
        System.out.println("seed " + seed);
        return seed;
    }
}
