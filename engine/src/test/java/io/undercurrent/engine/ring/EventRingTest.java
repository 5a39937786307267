package io.undercurrent.engine.ring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.lmax.disruptor.SleepingWaitStrategy;
import com.lmax.disruptor.TimeoutException;
import io.undercurrent.codec.Events;
import io.undercurrent.engine.feed.EventPublisher;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import org.agrona.DirectBuffer;
import org.junit.jupiter.api.Test;

class EventRingTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final FailureLatch failures = new FailureLatch();
    private final EventRing ring = new EventRing(64, new SleepingWaitStrategy(100, 50_000), quietThreads(), failures);

    private static ThreadFactory quietThreads() {
        return task -> {
            final Thread thread = new Thread(task);
            thread.setDaemon(true);
            thread.setUncaughtExceptionHandler((t, e) -> { });
            return thread;
        };
    }

    /** Counts what it sees in order, and throws at one event if told to. */
    private static final class Recorder implements RingHandler {
        private final long failAt;
        private volatile long last;

        Recorder(final long failAt) {
            this.failAt = failAt;
        }

        @Override
        public String name() {
            return "recorder";
        }

        @Override
        public void onEvent(final DirectBuffer event, final boolean endOfBatch) {
            final long sequence = Events.sequence(event, 0);
            if (sequence != last + 1) {
                throw new IllegalStateException("saw " + sequence + " after " + last);
            }
            if (sequence == failAt) {
                throw new IllegalStateException("planted failure");
            }
            last = sequence;
        }
    }

    private void publish(final EventPublisher out, final int events) {
        for (int i = 0; i < events; i++) {
            out.at(i, i, 0, 0);
            out.heartbeat();
        }
    }

    @Test
    void everyHandlerSeesEveryEventInOrderAlsoWhenTheRingIsSmallerThanTheStream() {
        assertTimeoutPreemptively(LIMIT, () -> {
            final Recorder one = new Recorder(-1);
            final Recorder two = new Recorder(-1);
            ring.start(one, two);
            publish(new EventPublisher(ring, 1), 10_000);
            ring.drainAndStop(10_000, () -> false);
            assertEquals(10_000, one.last);
            assertEquals(10_000, two.last);
            assertTrue(failures.failure().isEmpty());
        });
    }

    @Test
    void aHandlerThatThrowsStopsTheFeedAndIsNotCalledAgainAndTheOthersFinish() {
        assertTimeoutPreemptively(LIMIT, () -> {
            final Recorder broken = new Recorder(500);
            final Recorder whole = new Recorder(-1);
            ring.start(broken, whole);
            final EventPublisher out = new EventPublisher(ring, 1);
            final IntakeStoppedException stopped = assertThrows(IntakeStoppedException.class, () -> publish(out, 10_000));
            assertEquals("recorder failed: planted failure", stopped.getMessage());
            ring.drainAndStop(10_000, () -> false);
            assertEquals(499, broken.last);
            assertEquals(out.lastSequence(), whole.last);
        });
    }

    @Test
    void aHandlerThatHangsIsReportedAndNotWaitedForForever() {
        assertTimeoutPreemptively(LIMIT, () -> {
            final CountDownLatch release = new CountDownLatch(1);
            ring.start(new RingHandler() {
                @Override
                public String name() {
                    return "hanging";
                }

                @Override
                public void onEvent(final DirectBuffer event, final boolean endOfBatch) {
                    try {
                        release.await();
                    } catch (final InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                }
            });
            publish(new EventPublisher(ring, 1), 1);
            assertThrows(TimeoutException.class, () -> ring.drainAndStop(50, () -> false));
            release.countDown();
        });
    }
}
