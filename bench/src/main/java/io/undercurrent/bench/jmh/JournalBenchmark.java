package io.undercurrent.bench.jmh;

import io.undercurrent.bench.TemporaryFolder;
import io.undercurrent.codec.Events;
import io.undercurrent.codec.sbe.Side;
import io.undercurrent.engine.feed.EventPublisher;
import io.undercurrent.journal.Durability;
import io.undercurrent.journal.JournalAppender;
import io.undercurrent.journal.JournalOptions;
import java.io.IOException;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;
import org.agrona.concurrent.UnsafeBuffer;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Appending events of 80 bytes to a new journal, so many in one excerpt. The first touch of each page is in the figure, as it is in the
 * baseline: copying the same batches, renumbered as well, into a new mapped file. Neither is forced to the disk; the other levels are
 * measured by {@code scripts/bench journal}.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(JournalBenchmark.EVENTS)
@Fork(2)
@Warmup(iterations = 5)
@Measurement(iterations = 7)
public class JournalBenchmark {
    /** A multiple of every batch. */
    static final int EVENTS = 480_000;

    private static final int EVENT_BYTES = 80;

    /** The batch that is appended again and again. */
    @State(Scope.Thread)
    public static class Batch {
        @Param({"1", "16", "64", "600"})
        private int perExcerpt = 1;

        private UnsafeBuffer events;

        @Setup(Level.Trial)
        public void encode() {
            events = new UnsafeBuffer(new byte[perExcerpt * EVENT_BYTES]);
            final FixedSlot slot = new FixedSlot();
            final EventPublisher out = new EventPublisher(slot, 1);
            for (int i = 0; i < perExcerpt; i++) {
                out.at(i, i, i, 0);
                out.orderAdd(1, i, Side.BID, 1_000 + i, 100);
                events.putBytes(i * EVENT_BYTES, slot.buffer(), 0, EVENT_BYTES);
            }
        }

        private int renumber(final long first) {
            for (int i = 0; i < perExcerpt; i++) {
                Events.sequence(events, i * EVENT_BYTES, first + i);
            }
            return perExcerpt * EVENT_BYTES;
        }
    }

    /** A journal for one pass. */
    @State(Scope.Thread)
    public static class Journal {
        private TemporaryFolder folder;
        private JournalAppender appender;

        @Setup(Level.Iteration)
        public void open() {
            folder = TemporaryFolder.create();
            appender = JournalAppender.open(folder.path().resolve("events"), JournalOptions.DEFAULT.withDurability(Durability.APPENDED));
        }

        @TearDown(Level.Iteration)
        public void close() {
            appender.close();
            folder.close();
        }
    }

    /** A mapped file for one pass. */
    @State(Scope.Thread)
    public static class Mapped {
        private TemporaryFolder folder;
        private UnsafeBuffer memory;

        @Setup(Level.Iteration)
        public void map() throws IOException {
            folder = TemporaryFolder.create();
            final Path file = folder.path().resolve("control");
            try (FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
                final MappedByteBuffer mapped = channel.map(FileChannel.MapMode.READ_WRITE, 0, (long) EVENTS * EVENT_BYTES);
                memory = new UnsafeBuffer(mapped);
            }
        }

        @TearDown(Level.Iteration)
        public void close() {
            folder.close();
        }
    }

    @Benchmark
    public void append(final Batch batch, final Journal journal) {
        for (long sequence = 1; sequence <= EVENTS; sequence += batch.perExcerpt) {
            final int length = batch.renumber(sequence);
            journal.appender.append(batch.events, 0, length, sequence, batch.perExcerpt);
        }
    }

    @Benchmark
    public void baselineCopy(final Batch batch, final Mapped mapped) {
        int at = 0;
        for (long sequence = 1; sequence <= EVENTS; sequence += batch.perExcerpt) {
            final int length = batch.renumber(sequence);
            mapped.memory.putBytes(at, batch.events, 0, length);
            at += length;
        }
    }
}
