package io.undercurrent.signals.cuda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.undercurrent.kernels.standin.Quantity;
import io.undercurrent.kernels.standin.StandIn;
import io.undercurrent.signals.RandomRows.Kind;
import io.undercurrent.signals.WindowLayout;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jcuda.driver.CUresult;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the driver does, the results are those of the CPU, nothing is lost, and one can see what happened. */
class CudaFaultTest {
    private static final long SECOND_NS = 1_000_000_000;
    private static final int LAUNCH_FAILED = CUresult.CUDA_ERROR_LAUNCH_FAILED;
    /** More calls than a life has, except of the function that is called as long as something is under way. */
    private static final int MOST_CALLS = 12;
    /** Every code that CUDA has, but for the one that says that all is well and work goes on. */
    private static final int[] CODES = Arrays.stream(CUresult.class.getFields()).mapToInt(CudaFaultTest::code)
        .filter(code -> code != CUresult.CUDA_SUCCESS && code != CUresult.CUDA_ERROR_NOT_READY).toArray();
    /** Those that stay, of earlier launches, which any call may give; and some of the others, which only their text tells apart. */
    private static final int[] CODES_OF_EVERY_CALL = {700, 702, 714, 715, 716, 717, 718, 719, 1, 2, 999};
    private static final Tape TAPE = Tape.of(7, 24, Kind.MARKET, Kind.RESTARTS);
    /** Of at least 12 batches. */
    private static final Tape LONG_TAPE = Tape.of(8, 100, Kind.MARKET, Kind.RESTARTS);
    private static final CudaOptions OPTIONS = new CudaOptions(TAPE.capacity(), Tape.ROW_MS, 12, 3, 16, Tape.PATIENCE_MS);
    /** An empty batch goes through every buffer at the start. */
    private static final int STARTS = OPTIONS.buffers();

    private final AtomicLong nanos = new AtomicLong();
    private StandIn driver;

    @BeforeEach
    void takeTheDriver() {
        driver = Driver.fresh();
    }

    /** As the stand-in driver names them, and the kernel. */
    static Stream<String> calls() {
        return Stream.concat(CudaDriver.FUNCTIONS.stream().map(Driver::plainName), Stream.of(StandIn.KERNEL));
    }

    /** All but those that only a probe makes. */
    static Stream<String> callsOfALife() {
        return calls().filter(call -> !call.equals("cuDriverGetVersion") && !call.equals("cuDeviceGetName"));
    }

    @ParameterizedTest
    @MethodSource("callsOfALife")
    void aCallThatFailsIsSeenChangesNoResultAndLeavesNothingBehind(final String function) {
        assertEquals(Outcome.UNHURT, live());
        final long calls = driver.calls(function);
        assertTrue(calls > 0, "never called");
        for (final int code : CODES) {
            failOnce(function, 1, code);
        }
        for (long nth = 2; nth <= Math.min(calls, MOST_CALLS); nth++) {
            for (final int code : CODES_OF_EVERY_CALL) {
                failOnce(function, nth, code);
            }
        }
    }

    static Stream<String> callsOfAProbe() {
        return Stream.of("cuInit", "cuDeviceGetCount", "cuDeviceGet", "cuDeviceGetAttribute", "cuDeviceGetName", "cuDriverGetVersion",
            "cuDevicePrimaryCtxRetain", "cuCtxSetCurrent", "cuMemGetInfo", "cuModuleLoad", "cuModuleGetFunction", "cuModuleUnload",
            "cuDevicePrimaryCtxRelease");
    }

    @ParameterizedTest
    @MethodSource("callsOfAProbe")
    void aProbeWhoseCallFailsSaysSoAndHoldsNothing(final String function) {
        for (final int code : CODES) {
            driver.reset();
            driver.fail(function, 1, code);
            assertFalse(CudaProbe.run().usable(), () -> "nobody saw error " + code);
            assertEquals(1, driver.calls(function));
            Driver.assertNothingIsHeld(driver);
        }
    }

    @Test
    void theListsOfCallsAreThoseThatAreMade() {
        CudaProbe.run();
        assertEquals(callsOfAProbe().collect(Collectors.toCollection(TreeSet::new)), driver.called());
        live();
        assertEquals(calls().collect(Collectors.toCollection(TreeSet::new)), driver.called());
    }

    private static int code(final Field field) {
        try {
            return field.getInt(null);
        } catch (final IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void everyCodeThatCudaHasIsTried() {
        assertTrue(CODES.length > 80, () -> Arrays.toString(CODES));
        for (final int code : CODES_OF_EVERY_CALL) {
            assertTrue(Arrays.stream(CODES).anyMatch(known -> known == code), "no code " + code);
        }
    }

    private void failOnce(final String function, final long nth, final int error) {
        driver.reset();
        driver.fail(function, nth, error);
        final Outcome outcome = live();
        final boolean reached = driver.calls(function) >= nth;
        assertTrue(outcome != Outcome.UNHURT || !reached, () -> "nobody saw error " + error + " of call " + nth);
    }

    /** Time stands still while no kernel hangs, so that a busy machine is no slow device. */
    private long nanosOfHanging() {
        return driver.live(Quantity.HANGING) > 0 ? nanos.addAndGet(SECOND_NS) : nanos.get();
    }

    private enum Outcome { REFUSED, FAILED, UNCLEAN, UNHURT }

    /** A whole life: opened, fed, rebuilt, fed, closed. */
    private Outcome live() {
        final CudaOpening opening = CudaBackend.open(OPTIONS);
        if (opening instanceof CudaOpening.Refused refused) {
            assertFalse(refused.reason().isBlank());
            Driver.assertNothingIsHeld(driver);
            return Outcome.REFUSED;
        }
        final CudaBackend backend = assertInstanceOf(CudaOpening.Opened.class, opening).backend();
        final boolean failed;
        try (backend) {
            final Play play = new Play(TAPE, backend, 3).until(TAPE.count() / 2);
            backend.rebuild();
            play.toTheEnd();
            failed = backend.state() == CudaBackend.State.CPU;
            assertEquals(TAPE.count(), backend.deviceSweeps() + backend.cpuSweeps());
            assertEquals(failed, !backend.reason().isEmpty());
            assertEquals(failed ? 1 : 0, backend.deviceFailures());
        }
        Driver.assertNothingIsHeld(driver);
        if (failed) {
            return Outcome.FAILED;
        }
        return backend.reason().isEmpty() ? Outcome.UNHURT : Outcome.UNCLEAN;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 6, 10})
    void aKernelThatFailsIsReplacedByTheCpu(final int launch) {
        driver.fail(StandIn.KERNEL, STARTS + launch, LAUNCH_FAILED);
        try (CudaBackend backend = Driver.open(OPTIONS)) {
            final Play play = new Play(LONG_TAPE, backend, 5).toTheEnd();
            assertEquals(CudaBackend.State.CPU, backend.state());
            assertTrue(backend.reason().contains("CUDA_ERROR_LAUNCH_FAILED"), backend.reason());
            assertFalse(backend.rearm(), "the error stays until the process ends");
            assertNotEquals("", backend.reason());
            assertEquals(LONG_TAPE.count(), backend.deviceSweeps() + backend.cpuSweeps());
            assertTrue(play.telling().length > 0);
        }
        Driver.assertNothingIsHeld(driver);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 6})
    void aKernelThatHangsIsReplacedByTheCpuAtTheDeadline(final int launch) {
        driver.hang(StandIn.KERNEL, STARTS + launch);
        final CudaBackend backend = Driver.open(OPTIONS, this::nanosOfHanging);
        new Play(LONG_TAPE, backend, 5).toTheEnd();
        assertEquals("the GPU did not answer within 60000 ms", backend.reason());
        assertEquals(CudaBackend.State.CPU, backend.state());
        backend.close();
        assertTrue(backend.reason().contains("left to the end of the process"), backend.reason());
        assertEquals(1, driver.live(Quantity.HANGING));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void aKernelThatHangsAtTheStartMakesTheBackendRefuse(final int launch) {
        driver.hang(StandIn.KERNEL, launch);
        final CudaOpening opening = CudaBackend.open(OPTIONS, this::nanosOfHanging);
        final String reason = assertInstanceOf(CudaOpening.Refused.class, opening).reason();
        assertTrue(reason.contains("not done after 10000 ms"), reason);
    }

    @Test
    void aHangThatEndsCanBeForgiven() {
        driver.hang(StandIn.KERNEL, STARTS + 3);
        try (CudaBackend backend = Driver.open(OPTIONS, this::nanosOfHanging)) {
            final Play play = new Play(LONG_TAPE, backend, 5).until(LONG_TAPE.count() / 2);
            assertEquals(CudaBackend.State.CPU, backend.state());
            assertFalse(backend.rearm());
            driver.release();
            while (!backend.rearm()) {
                Thread.onSpinWait();
            }
            assertEquals("", backend.reason());
            final long before = backend.cpuSweeps();
            play.toTheEnd();
            assertEquals(before, backend.cpuSweeps());
        }
        Driver.assertNothingIsHeld(driver);
    }

    @Test
    void aLaunchThatFailsOnceCanBeForgivenWithSweepsUnderWay() {
        driver.fail("cuGraphLaunch", STARTS + 4, CUresult.CUDA_ERROR_LAUNCH_OUT_OF_RESOURCES);
        try (CudaBackend backend = Driver.open(OPTIONS)) {
            final Play play = new Play(LONG_TAPE, backend, 5);
            for (int s = 1; backend.state() == CudaBackend.State.DEVICE; s++) {
                play.until(s);
            }
            assertTrue(backend.rearm(), backend::reason);
            play.toTheEnd();
            assertEquals(CudaBackend.State.DEVICE, backend.state());
            assertEquals(1, backend.deviceFailures());
        }
        Driver.assertNothingIsHeld(driver);
    }

    @Test
    void aSlowDeviceIsWaitedForWithinTheDeadline() {
        driver.slowKernels(2_000);
        try (CudaBackend backend = Driver.open(OPTIONS)) {
            new Play(TAPE, backend, 5).toTheEnd();
            assertEquals(TAPE.count(), backend.deviceSweeps());
        }
        Driver.assertNothingIsHeld(driver);
    }

    @Test
    void closingWithSweepsUnderWayWaitsForThem() {
        driver.slowKernels(5_000);
        final CudaBackend backend = Driver.open(OPTIONS);
        for (int s = 0; s < 8; s++) {
            assertTrue(backend.offer(TAPE.sweep(s)));
            backend.flush();
        }
        backend.close();
        backend.close();
        Driver.assertNothingIsHeld(driver);
    }

    @Test
    void saysHowManyInstrumentsFitTheDevice() {
        driver.deviceMemory(3L * WindowLayout.WINDOW_BYTES + 1_000);
        final CudaOpening opening = CudaBackend.open(CudaOptions.of(50, Tape.ROW_MS));
        final String reason = assertInstanceOf(CudaOpening.Refused.class, opening).reason();
        assertTrue(reason.startsWith("50 instruments need") && reason.endsWith("at most 3 instruments fit"), reason);
        Driver.assertNothingIsHeld(driver);
    }

    @Test
    void saysThatThereIsNoDevice() {
        driver.devices(0);
        final String reason = assertInstanceOf(CudaOpening.Refused.class, CudaBackend.open(OPTIONS)).reason();
        assertTrue(reason.contains("CUDA_ERROR_NO_DEVICE"), reason);
    }
}
