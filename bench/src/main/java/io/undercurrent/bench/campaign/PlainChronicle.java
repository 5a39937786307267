package io.undercurrent.bench.campaign;

import io.undercurrent.bench.campaign.Image.Content;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import net.openhft.chronicle.bytes.Bytes;
import net.openhft.chronicle.core.Jvm;
import net.openhft.chronicle.queue.ChronicleQueue;
import net.openhft.chronicle.queue.ExcerptAppender;
import net.openhft.chronicle.queue.impl.single.SingleChronicleQueueBuilder;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** Chronicle Queue as it comes, one event in an excerpt, to compare with. One thread. */
final class PlainChronicle implements AutoCloseable {
    private static final int ALIGNMENT = 4;

    private final ChronicleQueue queue;
    private final ExcerptAppender appender;
    private final ByteBuffer staging = ByteBuffer.allocateDirect(MadeEvents.MAX_LENGTH);
    private final UnsafeBuffer staged = new UnsafeBuffer(staging);
    private final Bytes<ByteBuffer> bytes;

    private PlainChronicle(final ChronicleQueue queue) {
        this.queue = queue;
        this.appender = queue.createAppender();
        this.bytes = Bytes.wrapForRead(staging);
    }

    static PlainChronicle open(final Path directory) {
        System.setProperty("chronicle.announcer.disable", "true");
        System.setProperty("chronicle.disk.monitor.disable", "true");
        Jvm.setExceptionHandlers(null, null, null, null);
        return new PlainChronicle(SingleChronicleQueueBuilder.binary(directory).build());
    }

    void append(final DirectBuffer event, final int length) {
        staged.putBytes(0, event, 0, length);
        bytes.readPositionRemaining(0, length);
        appender.writeBytes(bytes);
    }

    /** Chronicle's own way of forcing what was appended to the disk. */
    void sync() {
        appender.sync();
    }

    /** Events up to {@code last} whose bytes stand anywhere in the queue's files, whether or not Chronicle still finds them. */
    static long present(final Path directory, final MadeEvents made, final long last) throws IOException {
        final boolean[] found = new boolean[Math.toIntExact(last) + 1];
        long count = 0;
        for (final Content content : Image.of(directory).files().values()) {
            final UnsafeBuffer file = new UnsafeBuffer(content.bytes());
            for (int at = 0; at + MadeEvents.MIN_LENGTH <= file.capacity(); at += ALIGNMENT) {
                final long sequence = MadeEvents.sequenceAt(file, at);
                if (sequence > 0 && sequence <= last && !found[(int) sequence] && made.standsAt(file, at, sequence)) {
                    found[(int) sequence] = true;
                    count++;
                }
            }
        }
        return count;
    }

    @Override
    public void close() {
        appender.close();
        queue.close();
        bytes.releaseLast();
    }
}
