package io.undercurrent.signals.cuda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.undercurrent.kernels.standin.StandIn;
import io.undercurrent.signals.RandomRows.Kind;
import io.undercurrent.signals.ReferenceBackend;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CudaBackendTest {
    private StandIn driver;

    @BeforeEach
    void takeTheDriver() {
        driver = Driver.fresh();
    }

    @AfterEach
    void nothingIsLeft() {
        Driver.assertNothingIsHeld(driver);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2})
    void givesTheBitsOfTheCpuForRowsOfEveryKindInWhateverOrderThreadsRun(final long order) {
        final long seed = seed();
        driver.seed(order);
        final Tape tape = Tape.of(seed, 2_400, Kind.values());
        try (CudaBackend backend = Driver.open(CudaOptions.of(tape.capacity(), Tape.ROW_MS))) {
            final int[] telling = new Play(tape, backend, seed).toTheEnd().telling();
            System.out.println("scores between 0 and 1 by signal: " + Arrays.toString(telling));
            assertEquals(CudaBackend.State.DEVICE, backend.state(), backend::reason);
            assertEquals(tape.count(), backend.deviceSweeps());
        }
    }

    @Test
    void givesTheBitsOfTheReference() {
        final long seed = seed();
        final Tape tape = Tape.of(new ReferenceBackend(Tape.ROW_MS), seed, 1_700, Kind.MARKET);
        try (CudaBackend backend = Driver.open(CudaOptions.of(tape.capacity(), Tape.ROW_MS))) {
            new Play(tape, backend, seed).toTheEnd();
            assertTrue(backend.batches() < tape.count(), "sweeps never travelled together");
        }
    }

    private static long seed() {
        final long seed = System.nanoTime();
        System.out.println("seed " + seed);
        return seed;
    }
}
