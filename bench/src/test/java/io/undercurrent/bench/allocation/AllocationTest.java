package io.undercurrent.bench.allocation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The running engine, from decoding a line to the journal, the books, the signals: nothing per event. */
class AllocationTest {
    private static final int SLICE_EVENTS = 5_000;
    private static final long WARM_UP_EVENTS = 400_000;
    private static final int LINES = 1_000_000;
    private static final int CONTROL_LINES = 100_000;
    private static final int BYTES_OF_AN_OBJECT = 8;

    @TempDir
    private Path folder;

    @Test
    void theRunningEngineAllocatesNothingPerEvent() {
        final AllocationResult result = new AllocationRun(Allocation.madeUp(folder, LINES), WARM_UP_EVENTS, SLICE_EVENTS, false).run();
        System.out.println(result);
        assertTrue(result.events() >= (LINES - WARM_UP_EVENTS) * 3 / 4, result.toString());
        // one object in 5,000 events shows in its slice; the JVM puts some into a few when it compiles a method or takes it back
        assertTrue(result.zeroSlices() >= result.slices() * 3 / 4, result.toString());
        assertTrue(result.bytesPerEvent() < 0.1, result.toString());
    }

    @Test
    void theMeterSeesOneObjectForEachLineAndReadsAllThreads() {
        final AllocationResult result = new AllocationRun(Allocation.madeUp(folder, CONTROL_LINES), SLICE_EVENTS, SLICE_EVENTS, true).run();
        System.out.println(result);
        assertEquals(0, result.zeroSlices());
        assertTrue(result.bytesPerEvent() > BYTES_OF_AN_OBJECT, result.toString());
        // signals, journal, books, feed: each has made something while it began
        assertEquals(4, result.threads().size());
        assertTrue(result.warmUpBytes().stream().allMatch(bytes -> bytes > 0), result.toString());
    }
}
