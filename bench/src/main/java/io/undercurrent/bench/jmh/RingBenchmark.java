package io.undercurrent.bench.jmh;

import com.lmax.disruptor.TimeoutException;
import io.undercurrent.codec.sbe.Side;
import io.undercurrent.engine.feed.EventPublisher;
import io.undercurrent.engine.ring.EventRing;
import io.undercurrent.engine.ring.FailureLatch;
import io.undercurrent.engine.ring.RingHandler;
import io.undercurrent.engine.ring.Waiting;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One event from a publisher to handlers that only read its sequence: encoded into the ring's slot, published, and taken on threads of
 * their own. The ring has its default size, so in the long run this is the pace of the slowest. Baselines: the same event through a
 * queue of one producer and one consumer (Agrona's {@code OneToOneRingBuffer}, encoded and then copied in), and a direct call.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 4, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
public class RingBenchmark {
    private static final int SLOTS = 1 << 16;
    private static final int INSTRUMENT = 1;

    private static EventRing ring(final RingHandler... handlers) {
        final EventRing ring = new EventRing(SLOTS,
                Waiting.of("auto", 1 + handlers.length, Runtime.getRuntime().availableProcessors()).ring(), task -> {
                    final Thread thread = new Thread(task, "bench-handler");
                    thread.setDaemon(true);
                    return thread;
                }, new FailureLatch());
        ring.start(handlers);
        return ring;
    }

    private static void publish(final EventPublisher out) {
        final long next = out.lastSequence() + 1;
        out.at(next, next, 0, 0);
        out.orderAdd(INSTRUMENT, next, Side.BID, next, next);
    }

    /** A ring with one handler. */
    @State(Scope.Thread)
    public static class One {
        private EventRing ring;
        private EventPublisher out;

        @Setup(Level.Trial)
        public void start() {
            ring = ring(new Reader());
            out = new EventPublisher(ring, 1);
        }

        @TearDown(Level.Trial)
        public void stop() throws TimeoutException {
            ring.drainAndStop(10_000, () -> false);
        }
    }

    /** A ring with two handlers, as the engine has. */
    @State(Scope.Thread)
    public static class Two {
        private EventRing ring;
        private EventPublisher out;

        @Setup(Level.Trial)
        public void start() {
            ring = ring(new Reader(), new Reader());
            out = new EventPublisher(ring, 1);
        }

        @TearDown(Level.Trial)
        public void stop() throws TimeoutException {
            ring.drainAndStop(10_000, () -> false);
        }
    }

    /** A queue of one producer and one consumer. */
    @State(Scope.Thread)
    public static class Queue {
        private QueueSlots slots;
        private EventPublisher out;

        @Setup(Level.Trial)
        public void start() {
            slots = new QueueSlots(SLOTS, new Reader());
            out = new EventPublisher(slots, 1);
        }

        @TearDown(Level.Trial)
        public void stop() {
            slots.close();
        }
    }

    /** No threads at all. */
    @State(Scope.Thread)
    public static class Direct {
        private final DirectSlots slots = new DirectSlots(new Reader());
        private final EventPublisher out = new EventPublisher(slots, 1);
    }

    @Benchmark
    public void oneHandler(final One state) {
        publish(state.out);
    }

    @Benchmark
    public void twoHandlers(final Two state) {
        publish(state.out);
    }

    @Benchmark
    public void baselineQueue(final Queue state) {
        publish(state.out);
    }

    @Benchmark
    public void directCall(final Direct state) {
        publish(state.out);
    }
}
