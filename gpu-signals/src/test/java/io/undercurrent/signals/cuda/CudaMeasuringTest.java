package io.undercurrent.signals.cuda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.undercurrent.kernels.standin.StandIn;
import io.undercurrent.signals.CpuBackend;
import io.undercurrent.signals.RandomRows.Kind;
import io.undercurrent.signals.SignalResults;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import jcuda.driver.CUresult;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What measures the GPU: what it gives, and that a failing call ends it and leaves nothing behind. */
class CudaMeasuringTest {
    private static final int COPY_BYTES = 1 << 16;
    private static final int FIRST_CALLS = 1;
    private static final int LAST_CALLS = 3;
    private static final Tape TAPE = Tape.of(9, 8, Kind.MARKET, Kind.RESTARTS);
    private static final int BEFORE = 4;

    private StandIn driver;

    @BeforeEach
    void takeTheDriver() {
        driver = Driver.fresh();
    }

    /** All but the two that only a probe calls. */
    static Stream<String> calls() {
        return Stream.concat(Stream.concat(CudaDriver.FUNCTIONS.stream(), CudaDriver.MEASURING.stream()).map(Driver::plainName),
            Stream.of(StandIn.KERNEL)).filter(call -> !call.equals("cuDriverGetVersion") && !call.equals("cuDeviceGetName"));
    }

    /** Measures everything there is to measure. */
    private static void measure() throws CudaFailure {
        final CudaSpeeds speeds = CudaSpeeds.measure(COPY_BYTES);
        assertTrue(speeds.copyBytesPerSecond() > 0 && speeds.uploadBytesPerSecond() > 0 && speeds.downloadBytesPerSecond() > 0, speeds::toString);
        final SignalResults results = new SignalResults(TAPE.capacity());
        try (CpuBackend windows = new CpuBackend(TAPE.capacity(), Tape.ROW_MS)) {
            for (int s = 0; s < BEFORE; s++) {
                windows.append(TAPE.sweep(s));
            }
            try (CudaTiming timing = CudaTiming.open(TAPE.options(), windows)) {
                final List<CudaTiming.Steps> steps = timing.time(List.of(TAPE.sweep(BEFORE), TAPE.sweep(BEFORE + 1)), results);
                assertEquals(2, steps.size());
            }
            try (CudaBackend backend = CudaTiming.backend(TAPE.options(), windows)) {
                backend.evaluate(TAPE.sweep(BEFORE), results);
                TAPE.assertSameBits(BEFORE, results, "from windows that the host's do not have", new int[10]);
            }
        }
    }

    @Test
    void measuresAndGivesAllBack() throws CudaFailure {
        measure();
        Driver.assertNothingIsHeld(driver);
        assertEquals(calls().collect(Collectors.toCollection(TreeSet::new)), driver.called());
    }

    @ParameterizedTest
    @MethodSource("calls")
    void aCallThatFailsEndsItAndLeavesNothingBehind(final String function) throws CudaFailure {
        measure();
        final long calls = driver.calls(function);
        for (final long nth : LongStream.rangeClosed(1, calls).filter(n -> n <= FIRST_CALLS || n > calls - LAST_CALLS).toArray()) {
            for (final int code : List.of(CUresult.CUDA_ERROR_INVALID_VALUE, CUresult.CUDA_ERROR_LAUNCH_FAILED)) {
                driver.reset();
                driver.fail(function, nth, code);
                try {
                    measure();
                } catch (final CudaFailure e) {
                    assertFalse(e.getMessage().isBlank());
                }
                Driver.assertNothingIsHeld(driver);
            }
        }
    }
}
