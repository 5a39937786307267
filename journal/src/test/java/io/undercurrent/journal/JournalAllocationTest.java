package io.undercurrent.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class JournalAllocationTest {
    private static final int ROUNDS = 20_000;
    private static final int WINDOWS = 10;

    @TempDir
    private Path stream;
    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final Batch batch = new Batch();
    private final Object[] kept = new Object[1];

    @Test
    void appendingAllocatesNothing() {
        try (JournalAppender appender = JournalAppender.open(stream)) {
            append(appender, ROUNDS);
            assertSteady(() -> append(appender, ROUNDS));
        }
    }

    @Test
    void theMeterSeesOneObject() {
        final long none = allocated(() -> { });
        assertEquals(0, none);
        assertTrue(allocated(() -> kept[0] = new Object()) > 0);
    }

    @Test
    void tailingAllocatesNothing() {
        try (JournalAppender appender = JournalAppender.open(stream); JournalTailer tailer = JournalTailer.open(stream)) {
            final long[] seen = {0};
            final EventConsumer consumer = (buffer, offset, length) -> seen[0]++;
            append(appender, (WINDOWS + 1) * ROUNDS);
            final Runnable window = () -> {
                for (int i = 0; i < ROUNDS; i++) {
                    tailer.poll(consumer, 1);
                }
            };
            window.run();
            assertSteady(window);
            assertEquals((WINDOWS + 1L) * ROUNDS, seen[0]);
            // the first idle poll opens a file
            tailer.poll(consumer, 1);
            assertSteady(() -> {
                for (int i = 0; i < 1_000; i++) {
                    tailer.poll(consumer, 1);
                }
            });
        }
    }

    private void append(final JournalAppender appender, final int times) {
        for (int i = 0; i < times; i++) {
            batch.append(appender, 1);
        }
    }

    /** The compiler at work can put an object or two into a window; what each append or poll allocates is in every one. */
    private void assertSteady(final Runnable window) {
        final long[] bytes = new long[WINDOWS];
        for (int i = 0; i < WINDOWS; i++) {
            bytes[i] = allocated(window);
        }
        assertTrue(LongStream.of(bytes).filter(n -> n == 0).count() >= WINDOWS / 2, "bytes per window: " + Arrays.toString(bytes));
    }

    private long allocated(final Runnable work) {
        threads.getCurrentThreadAllocatedBytes();
        final long before = threads.getCurrentThreadAllocatedBytes();
        work.run();
        return threads.getCurrentThreadAllocatedBytes() - before;
    }
}
