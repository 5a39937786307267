package io.undercurrent.journal;

import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Main of a writer in a process of its own: {@code STREAM PROGRESS LAST SEGMENT_BYTES SEED}. Appends batches of 1 to 64 events until LAST and
 * closes; after each append it puts the last sequence into the mapped file PROGRESS, which outlives the process.
 */
final class WriterProcess {
    private WriterProcess() {
    }

    public static void main(final String[] arguments) throws Exception {
        final Path stream = Path.of(arguments[0]);
        final long last = Long.parseLong(arguments[2]);
        final java.util.Random random = new java.util.Random(Long.parseLong(arguments[4]));
        final Batch batch = new Batch();
        final MappedByteBuffer progress = progress(Path.of(arguments[1]));
        try (JournalAppender appender = JournalAppender.open(stream, JournalOptions.DEFAULT.withSegmentBytes(Long.parseLong(arguments[3])))) {
            while (appender.lastSequence() < last) {
                batch.append(appender, (int) Math.min(1 + random.nextInt(64), last - appender.lastSequence()));
                progress.putLong(0, appender.lastSequence());
            }
        }
    }

    static MappedByteBuffer progress(final Path file) throws java.io.IOException {
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            final MappedByteBuffer progress = channel.map(FileChannel.MapMode.READ_WRITE, 0, Long.BYTES);
            progress.order(ByteOrder.LITTLE_ENDIAN);
            return progress;
        }
    }
}
