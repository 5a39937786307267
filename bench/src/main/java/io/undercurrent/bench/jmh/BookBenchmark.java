package io.undercurrent.bench.jmh;

import io.undercurrent.bench.market.BookStreams;
import io.undercurrent.bench.market.EventTape;
import io.undercurrent.bench.market.TreeMapBook;
import io.undercurrent.codec.Events;
import io.undercurrent.codec.sbe.BookKind;
import io.undercurrent.engine.book.Book;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Applying the events of a recorded stream to a filled book, one pass a measurement. See {@link BookStreams} for what is in it. Baseline:
 * the obvious book of hash map and trees.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(BookBenchmark.EVENTS)
@Fork(2)
@Warmup(iterations = 10)
@Measurement(iterations = 10)
public class BookBenchmark {
    static final int EVENTS = 300_000;

    @Param({"BY_ORDER", "BY_PARTICIPANT", "BY_LEVEL", "TOP"})
    private BookKind kind = BookKind.BY_ORDER;

    private EventTape tape;
    private Book book;
    private TreeMapBook twin;

    @Setup(Level.Trial)
    public void record() {
        tape = BookStreams.record(kind, EVENTS);
    }

    @Setup(Level.Iteration)
    public void fill() {
        book = new Book(kind);
        twin = new TreeMapBook(kind);
        for (int at = 0; at < tape.marked(); at += Events.length(tape.buffer(), at)) {
            book.apply(tape.buffer(), at);
            twin.apply(tape.buffer(), at);
        }
    }

    @Benchmark
    public Book book() {
        for (int at = tape.marked(); at < tape.end(); at += Events.length(tape.buffer(), at)) {
            book.apply(tape.buffer(), at);
        }
        return book;
    }

    @Benchmark
    public TreeMapBook baselineTreeMap() {
        for (int at = tape.marked(); at < tape.end(); at += Events.length(tape.buffer(), at)) {
            twin.apply(tape.buffer(), at);
        }
        return twin;
    }
}
