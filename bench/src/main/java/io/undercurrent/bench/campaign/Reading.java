package io.undercurrent.bench.campaign;

import io.undercurrent.codec.Events;
import io.undercurrent.codec.sbe.GapDecoder;
import io.undercurrent.codec.sbe.MessageHeaderDecoder;
import io.undercurrent.journal.EventConsumer;
import io.undercurrent.journal.JournalException;
import io.undercurrent.journal.JournalTailer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import org.agrona.DirectBuffer;

/** What a new tailer delivers of a stream, each event compared with the one that was made. One thread. */
final class Reading implements EventConsumer {
    private static final int EXCERPTS = 64;

    private final NavigableMap<Long, MadeEvents> made;
    private final long acknowledged;
    private final long firstNew;
    private final GapDecoder gap = new GapDecoder();
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final List<String> refusals = new ArrayList<>();
    private final List<String> gaps = new ArrayList<>();
    private long last;
    private long right;
    private long rightAcknowledged;
    private long rightNew;
    private long wrong;
    private long skipped;

    private Reading(final NavigableMap<Long, MadeEvents> made, final long acknowledged, final long firstNew) {
        this.made = made;
        this.acknowledged = acknowledged;
        this.firstNew = firstNew;
    }

    /**
     * Reads from the oldest event on. Where the tailer refuses to go on it is told to go on at {@code firstNew}.
     *
     * @param made by the first sequence that each made
     */
    static Reading of(final Path stream, final NavigableMap<Long, MadeEvents> made, final long acknowledged, final long firstNew) {
        final Reading reading = new Reading(made, acknowledged, firstNew);
        try (JournalTailer tailer = JournalTailer.open(stream)) {
            reading.last = tailer.nextSequence() - 1;
            try {
                reading.drain(tailer);
            } catch (final JournalException e) {
                reading.refusals.add(String.valueOf(e.getMessage()));
                if (tailer.nextSequence() <= firstNew) {
                    reading.last = firstNew - 1;
                    tailer.seek(firstNew);
                    reading.drain(tailer);
                }
            }
        } catch (final JournalException e) {
            reading.refusals.add(String.valueOf(e.getMessage()));
        }
        return reading;
    }

    private void drain(final JournalTailer tailer) {
        while (tailer.poll(this, EXCERPTS) > 0) {
            Thread.onSpinWait();
        }
    }

    @Override
    public void onEvent(final DirectBuffer buffer, final int offset, final int length) {
        final long sequence = Events.sequence(buffer, offset);
        if (Events.templateId(buffer, offset) == GapDecoder.TEMPLATE_ID) {
            onGap(buffer, offset, length, sequence);
            return;
        }
        final Map.Entry<Long, MadeEvents> maker = made.floorEntry(sequence);
        if (maker == null || sequence <= last || !maker.getValue().matches(buffer, offset, length, sequence)) {
            wrong++;
            return;
        }
        skipped += sequence - last - 1;
        last = sequence;
        right++;
        if (sequence >= firstNew) {
            rightNew++;
        } else if (sequence <= acknowledged) {
            rightAcknowledged++;
        }
    }

    /** The journal's own event in place of what it lost: it must name exactly what is not delivered. */
    private void onGap(final DirectBuffer buffer, final int offset, final int length, final long sequence) {
        gap.wrapAndApplyHeader(buffer, offset, header);
        if (length == Events.HEADER_LENGTH + GapDecoder.BLOCK_LENGTH && gap.fromSourceSequence() == last + 1
                && gap.toSourceSequence() == sequence - 1 && gap.fromSourceSequence() < sequence) {
            gaps.add("events " + gap.fromSourceSequence() + " to " + gap.toSourceSequence() + " are missing");
            last = sequence;
        } else {
            wrong++;
        }
    }

    /** Events delivered as they were made, once and in order. */
    long right() {
        return right;
    }

    /** Of the right ones, those that were acknowledged before the restart; another event under such a number is none of them. */
    long rightAcknowledged() {
        return rightAcknowledged;
    }

    long rightNew() {
        return rightNew;
    }

    /** Events delivered that were never made, or not then. */
    long wrong() {
        return wrong;
    }

    /** Events left out without a word. */
    long skipped() {
        return skipped;
    }

    /** Where the tailer refused to go on. */
    List<String> refusals() {
        return refusals;
    }

    /** What the journal's gap events say is missing. */
    List<String> gaps() {
        return gaps;
    }
}
