package io.undercurrent.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.undercurrent.codec.Events;
import io.undercurrent.codec.sbe.GapDecoder;
import io.undercurrent.codec.sbe.MessageHeaderDecoder;
import java.nio.file.Path;
import org.agrona.DirectBuffer;

/** Counts what a tailer delivers and fails on the first event that is not exactly the next one, or a gap event that says which is. */
final class Reading implements EventConsumer {
    private long next;
    private long missing;

    Reading(final long firstSequence) {
        next = firstSequence;
    }

    @Override
    public void onEvent(final DirectBuffer buffer, final int offset, final int length) {
        if (Events.templateId(buffer, offset) == GapDecoder.TEMPLATE_ID) {
            final GapDecoder gap = new GapDecoder().wrapAndApplyHeader(buffer, offset, new MessageHeaderDecoder());
            assertEquals(next, gap.fromSourceSequence());
            assertEquals(Events.sequence(buffer, offset), gap.toSourceSequence() + 1);
            missing += gap.toSourceSequence() - gap.fromSourceSequence() + 1;
            next = gap.toSourceSequence() + 2;
        } else {
            Batch.require(buffer, offset, length, next);
            next++;
        }
    }

    /** Events that gap events said were lost. */
    long missing() {
        return missing;
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
