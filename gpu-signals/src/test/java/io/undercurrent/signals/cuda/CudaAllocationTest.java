package io.undercurrent.signals.cuda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import io.undercurrent.signals.RandomRows.Kind;
import io.undercurrent.signals.SignalResults;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CudaAllocationTest {
    private static final int SWEEPS = 200;
    private static final int ROUNDS = 8;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final Tape tape = Tape.of(1, SWEEPS, Kind.MARKET, Kind.RESTARTS);
    private final SignalResults results = new SignalResults(tape.capacity());

    @BeforeEach
    void takeTheDriver() {
        Driver.fresh();
    }

    @Test
    void offeringFlushingAndPollingAllocateNothing() {
        try (CudaBackend backend = Driver.open(tape.options())) {
            assertAllocatesNothing(backend);
            assertEquals((ROUNDS + 1) * SWEEPS, backend.deviceSweeps());
        }
    }

    @Test
    void neitherDoesTheCpuThatTookOver() {
        Driver.fresh().fail("cuGraphLaunch", tape.options().buffers() + 1, 1);
        try (CudaBackend backend = Driver.open(tape.options())) {
            assertAllocatesNothing(backend);
            assertTrue(backend.cpuSweeps() >= ROUNDS * SWEEPS);
        }
    }

    private void assertAllocatesNothing(final CudaBackend backend) {
        play(backend);
        long least = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            final long before = threads.getCurrentThreadAllocatedBytes();
            play(backend);
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }
        assertEquals(0, least, "each round allocated; the compiler alone does so once or twice");
    }

    private void play(final CudaBackend backend) {
        int polled = 0;
        for (int s = 0; s < SWEEPS; s++) {
            backend.offer(tape.sweep(s));
            if (s % 3 == 0) {
                backend.flush();
            }
            polled += backend.poll(results) ? 1 : 0;
        }
        while (polled < SWEEPS) {
            polled += backend.poll(results) ? 1 : 0;
        }
    }
}
