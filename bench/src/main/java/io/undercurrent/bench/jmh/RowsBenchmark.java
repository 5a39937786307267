package io.undercurrent.bench.jmh;

import io.undercurrent.bench.market.EventTape;
import io.undercurrent.codec.Events;
import io.undercurrent.codec.sbe.BookKind;
import io.undercurrent.engine.book.Book;
import io.undercurrent.engine.feed.EventPublisher;
import io.undercurrent.engine.feed.Feed;
import io.undercurrent.engine.row.BookListener;
import io.undercurrent.engine.row.MarketState;
import io.undercurrent.engine.row.RowSettings;
import io.undercurrent.engine.row.SweepSink;
import io.undercurrent.feeds.sim.SimulatorFeed;
import io.undercurrent.feeds.sim.SimulatorOptions;
import io.undercurrent.signals.Sweep;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Books and rows of a simulated market of six instruments by order, trades and off-exchange prints included; one pass a measurement.
 * Baseline: the books alone, so the ratio says what rows add.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(RowsBenchmark.EVENTS)
@Fork(2)
@Warmup(iterations = 8)
@Measurement(iterations = 8)
public class RowsBenchmark {
    static final int EVENTS = 400_000;

    private static final int EVENT_BYTES = 104;
    private static final long SEED = 1;
    private static final int MAX_INSTRUMENTS = 16;

    private final EventTape tape = new EventTape((EVENTS + 1_000) * EVENT_BYTES);
    private MarketState market;
    private Book[] books = {};

    /** One sweep, filled again and again. */
    private static final class OneSweep implements SweepSink {
        private final Sweep sweep = new Sweep(MAX_INSTRUMENTS);
        private long filled;

        @Override
        public Sweep next() {
            return sweep;
        }

        @Override
        public void filled(final Sweep full) {
            filled += full.count();
        }
    }

    private final OneSweep sweeps = new OneSweep();

    @Setup(Level.Trial)
    public void record() {
        final EventPublisher out = new EventPublisher(tape, 1);
        try (Feed feed = new SimulatorFeed(SimulatorOptions.demo(SEED))) {
            while (tape.count() < EVENTS) {
                if (feed.poll(out, 1) == Feed.DONE) {
                    throw new IllegalStateException("the simulated session has only " + tape.count() + " events");
                }
            }
        }
    }

    @Setup(Level.Iteration)
    public void begin() {
        market = new MarketState(RowSettings.standard(MAX_INSTRUMENTS), sweeps, BookListener.NONE);
        books = new Book[MAX_INSTRUMENTS];
        for (int i = 0; i < MAX_INSTRUMENTS; i++) {
            books[i] = new Book(BookKind.BY_ORDER);
        }
    }

    @Benchmark
    public long rows() {
        for (int at = 0; at < tape.end(); at += Events.length(tape.buffer(), at)) {
            market.onEvent(tape.buffer(), at);
        }
        return sweeps.filled;
    }

    @Benchmark
    public Book[] baselineBooks() {
        for (int at = 0; at < tape.end(); at += Events.length(tape.buffer(), at)) {
            books[Events.instrumentId(tape.buffer(), at)].apply(tape.buffer(), at);
        }
        return books;
    }
}
