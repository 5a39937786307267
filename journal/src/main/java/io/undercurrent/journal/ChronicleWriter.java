package io.undercurrent.journal;

import io.undercurrent.codec.Times;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import net.openhft.chronicle.bytes.Bytes;
import net.openhft.chronicle.queue.ChronicleQueue;
import net.openhft.chronicle.queue.ExcerptAppender;
import net.openhft.chronicle.queue.RollCycles;
import net.openhft.chronicle.queue.impl.single.SingleChronicleQueueBuilder;

/**
 * Writes the excerpts of one run with Chronicle Queue. Its time is the segment's number in days, so no clock reaches it and a new segment
 * begins exactly when {@link #roll} says so. One thread at a time.
 */
final class ChronicleWriter implements AutoCloseable {
    private static final long DAY_MS = Times.DAY_NS / 1_000_000;

    /**
     * Chronicle's own index is for moving to one of its positions, which we never do, so it is kept small and is rarely written: an index
     * entry allocates, and two tables at the default size take 64 KiB of each segment. Good for 2^30 excerpts in a segment.
     */
    private static final int INDEX_COUNT = 64;
    private static final int INDEX_SPACING = 1 << 18;

    private final ChronicleQueue queue;
    private final ExcerptAppender appender;
    private final Bytes<ByteBuffer> staged;
    private int segment;

    /**
     * @param blockBytes mapped at once: a whole segment, so nothing is mapped while it is written
     * @param staging    a direct buffer; {@link #append} writes what stands at its start
     */
    ChronicleWriter(final Path directory, final long blockBytes, final ByteBuffer staging) {
        ChronicleSilence.keep();
        staged = Bytes.wrapForRead(staging);
        staged.singleThreadedCheckDisabled(true);
        queue = SingleChronicleQueueBuilder.binary(directory)
                .rollCycle(RollCycles.FAST_DAILY)
                .timeProvider(() -> segment * DAY_MS)
                .indexCount(INDEX_COUNT)
                .indexSpacing(INDEX_SPACING)
                .blockSize(blockBytes)
                .checkInterrupts(false)
                .build();
        appender = queue.createAppender();
        appender.singleThreadedCheckDisabled(true);
    }

    void append(final int length) {
        staged.readPositionRemaining(0, length);
        appender.writeBytes(staged);
    }

    /** In the present segment's file, behind what was appended last. */
    long position() {
        return appender.wire().bytes().writePosition();
    }

    /** Where the present segment's file is mapped; until {@link #roll} or {@link #close}. */
    long address() {
        return appender.wire().bytes().addressForRead(0);
    }

    /** The next append begins a new file. */
    void roll() {
        segment++;
    }

    /** The present one's number. */
    int segment() {
        return segment;
    }

    @Override
    public void close() {
        appender.close();
        queue.close();
        staged.releaseLast();
    }
}
