package io.undercurrent.journal;

import java.nio.file.Path;
import org.agrona.DirectBuffer;

/** Counts what a tailer delivers and fails on the first event that is not exactly the next one. */
final class Reading implements EventConsumer {
    private long next;

    Reading(final long firstSequence) {
        next = firstSequence;
    }

    @Override
    public void onEvent(final DirectBuffer buffer, final int offset, final int length) {
        Batch.require(buffer, offset, length, next);
        next++;
    }

    long last() {
        return next - 1;
    }

    void drain(final JournalTailer tailer) {
        int delivered;
        do {
            delivered = tailer.poll(this, 7);
        } while (delivered > 0);
    }

    /** The last sequence of a stream, all of it read. */
    static long lastOf(final Path stream) {
        try (JournalTailer tailer = JournalTailer.open(stream)) {
            final Reading reading = new Reading(tailer.nextSequence());
            reading.drain(tailer);
            return reading.last();
        }
    }
}
