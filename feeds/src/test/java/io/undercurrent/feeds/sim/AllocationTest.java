package io.undercurrent.feeds.sim;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import io.undercurrent.codec.Events;
import io.undercurrent.codec.Times;
import io.undercurrent.engine.feed.EventPublisher;
import io.undercurrent.engine.feed.EventSlots;
import java.lang.management.ManagementFactory;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

/** Generation allocates nothing per event once it runs. */
class AllocationTest {
    private static final int WARM = 200_000;
    private static final int MEASURED = 200_000;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private static final class Sink implements EventSlots {
        private final UnsafeBuffer slot = new UnsafeBuffer(new byte[Events.MAX_LENGTH]);
        private final boolean spoiled;
        private byte[] kept = new byte[0];

        Sink(final boolean spoiled) {
            this.spoiled = spoiled;
        }

        @Override
        public MutableDirectBuffer claim() {
            return slot;
        }

        @Override
        public void publish() {
            if (spoiled) {
                kept = new byte[kept.length == 8 ? 9 : 8];
            }
        }
    }

    @Test
    void generationAllocatesNothingPerEventAndTheMeterWouldSeeOneObject() {
        final double clean = bytesPerRecord(false);
        assertTrue(clean < 0.05, clean + " bytes per record");
        final double spoiled = bytesPerRecord(true);
        assertTrue(spoiled >= 24, "control: " + spoiled + " bytes per record");
    }

    private double bytesPerRecord(final boolean spoiled) {
        final EventPublisher out = new EventPublisher(new Sink(spoiled), 1);
        try (SimulatorFeed feed = new SimulatorFeed(SimulatorOptions.clean(71, SimulatorOptions.FULL_SESSION_NS - Times.MINUTE_NS))) {
            poll(feed, out, WARM);
            final long thread = Thread.currentThread().threadId();
            final long before = threads.getThreadAllocatedBytes(thread);
            poll(feed, out, MEASURED);
            return (double) (threads.getThreadAllocatedBytes(thread) - before) / MEASURED;
        }
    }

    private static void poll(final SimulatorFeed feed, final EventPublisher out, final int records) {
        for (int taken = 0; taken < records;) {
            taken += feed.poll(out, Math.min(500, records - taken));
        }
    }
}
