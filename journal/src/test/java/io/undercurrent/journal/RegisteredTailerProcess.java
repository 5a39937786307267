package io.undercurrent.journal;

import java.nio.MappedByteBuffer;
import java.nio.file.Path;

/**
 * Main of a registered tailer named sink in a process of its own: {@code STREAM PROGRESS}. Acknowledges each event by itself, and notes it in
 * the mapped file PROGRESS after that.
 */
final class RegisteredTailerProcess {
    private RegisteredTailerProcess() {
    }

    public static void main(final String[] arguments) throws Exception {
        final MappedByteBuffer progress = WriterProcess.progress(Path.of(arguments[1]));
        try (JournalTailer tailer = JournalTailer.open(Path.of(arguments[0]), "sink")) {
            while (tailer.pollEvents((buffer, offset, length) -> { }, 1) > 0) {
                tailer.acknowledge(tailer.nextSequence() - 1);
                progress.putLong(0, tailer.nextSequence() - 1);
            }
        }
    }
}
