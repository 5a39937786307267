package io.undercurrent.signals;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class AllocationTest {
    private static final int SLOTS = 3;
    private static final int ROW_MS = 1_000;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final Sweep sweep = new Sweep(SLOTS);
    private final SignalResults results = new SignalResults(SLOTS);
    private final SyntheticMarket market = new SyntheticMarket(new SplittableRandom(1), ROW_MS);
    private Object kept = "";

    @Test
    void evaluatingAllocatesNothing() {
        try (CpuBackend backend = new CpuBackend(SLOTS, ROW_MS)) {
            final Composite composite = new Composite(SLOTS, ROW_MS, FittedConstants.standard().calibration());
            run(backend, composite, 4_000, false);
            long least = Long.MAX_VALUE;
            for (int round = 0; round < 5; round++) {
                final long bytes = run(backend, composite, 1_000, false);
                System.out.println("allocated in 1,000 sweeps: " + bytes + " bytes");
                least = Math.min(least, bytes);
            }
            assertEquals(0, least, "each round allocated; the compiler alone does so once or twice");
            assertTrue(run(backend, composite, 100, true) >= 100 * 16L, "the meter does not see one object per sweep");
        }
    }

    /** Bytes that this thread allocated while sweeps were evaluated. */
    private long run(final CpuBackend backend, final Composite composite, final int sweeps, final boolean control) {
        final long thread = Thread.currentThread().threadId();
        long bytes = 0;
        for (int s = 0; s < sweeps; s++) {
            sweep.begin(s, s);
            for (int slot = 0; slot < SLOTS; slot++) {
                Sweeps.add(sweep, slot, s == sweeps / 2 && slot == 0, market.next(SyntheticMarket.Plant.NOTHING));
            }
            final long before = threads.getThreadAllocatedBytes(thread);
            backend.evaluate(sweep, results);
            for (int i = 0; i < SLOTS; i++) {
                composite.update(sweep, results, i);
            }
            if (control) {
                kept = new Object();
            }
            bytes += threads.getThreadAllocatedBytes(thread) - before;
        }
        assertTrue(kept != null);
        return bytes;
    }
}
