package io.undercurrent.journal;

import java.io.IOException;
import java.nio.file.Files;

/**
 * Reads the verified excerpts of one run after another: every excerpt that it shows has the checksum of its run and continues the sequence.
 * Made once and pointed at a run with {@link #open}. One thread; allocates nothing per excerpt.
 */
final class RunReader implements AutoCloseable {
    private static final long ANY = -1;

    private final SegmentReader segment = new SegmentReader();
    private final Excerpt excerpt = new Excerpt(segment.window());
    private RunDirectory run;
    private RunStart start;
    private int segmentNumber;
    private boolean endOfSegment;
    private long expected;
    private long excerpts;
    private long payloadBytes;
    private String damage = "";

    /** Stands before the first excerpt of the run. */
    void open(final RunDirectory newRun) {
        final RunStart newStart = RunStart.read(newRun.path());
        close();
        run = newRun;
        start = newStart;
        excerpt.seed(newStart.seed());
        excerpts = 0;
        payloadBytes = 0;
        to(0, newStart.firstSequence());
    }

    /**
     * Stands before the excerpt with this sequence or, to avoid reading all before it, at the start of its segment. Counts start there.
     */
    void seek(final long sequence) {
        int last = 0;
        while (Files.exists(run.segment(last + 1))) {
            last++;
        }
        for (int k = last; k > 0; k--) {
            to(k, ANY);
            if (next() == SegmentReader.EXCERPT && excerpt.firstSequence() <= sequence) {
                to(k, ANY);
                return;
            }
        }
        to(0, start.firstSequence());
    }

    private void to(final int number, final long expectedSequence) {
        closeSegment();
        segmentNumber = number;
        endOfSegment = false;
        expected = expectedSequence;
        damage = "";
    }

    /** {@link SegmentReader#EXCERPT}, {@link SegmentReader#NOTHING} so far, or {@link SegmentReader#DAMAGED} here and for good. */
    int next() {
        try {
            while (damage.isEmpty()) {
                if ((endOfSegment && !nextSegment()) || (!segment.isOpen() && !openSegment())) {
                    return SegmentReader.NOTHING;
                }
                final int found = segment.next();
                if (found == SegmentReader.NOTHING) {
                    return found;
                } else if (found == SegmentReader.END) {
                    endOfSegment = true;
                } else if (found == SegmentReader.DAMAGED || (!isValid() && !isValidWhenReadAgain())) {
                    return damaged(found == SegmentReader.DAMAGED ? segment.damage() : "a checksum does not fit");
                } else if (expected != ANY && excerpt.firstSequence() != expected) {
                    return damaged("an excerpt starts at sequence " + excerpt.firstSequence());
                } else {
                    segment.advance();
                    expected = excerpt.firstSequence() + excerpt.count();
                    if (excerpt.count() > 0) {
                        excerpts++;
                        payloadBytes += excerpt.payloadLength();
                        return SegmentReader.EXCERPT;
                    }
                }
            }
            return SegmentReader.DAMAGED;
        } catch (final IOException e) {
            throw new JournalException(where() + " can't be read: " + e, e);
        }
    }

    private boolean isValid() {
        excerpt.at(segment.offset());
        return excerpt.isValid(segment.length());
    }

    private boolean isValidWhenReadAgain() throws IOException {
        return segment.reload() == SegmentReader.EXCERPT && isValid();
    }

    private int damaged(final String what) {
        damage = where() + ": " + what + ", expected sequence " + expected + " here (byte " + segment.position() + ")";
        return SegmentReader.DAMAGED;
    }

    private boolean openSegment() throws IOException {
        if (!Files.exists(run.segment(segmentNumber))) {
            return false;
        }
        segment.open(run.segment(segmentNumber));
        return true;
    }

    /** For a run that nobody writes any more: goes on behind a segment that breaks off before its end, if there is another. */
    boolean nextSegment() {
        if (!Files.exists(run.segment(segmentNumber + 1))) {
            return false;
        }
        to(segmentNumber + 1, expected);
        return true;
    }

    RunDirectory run() {
        return run;
    }

    long firstSequence() {
        return start.firstSequence();
    }

    /** The event that comes next; what is before it in this run is valid. */
    long expectedSequence() {
        return expected;
    }

    /** The present one, until the next call of {@link #next}. */
    Excerpt excerpt() {
        return excerpt;
    }

    long excerpts() {
        return excerpts;
    }

    long payloadBytes() {
        return payloadBytes;
    }

    /** What is wrong, and where; empty if nothing. */
    String damage() {
        return damage;
    }

    private String where() {
        return run.segment(segmentNumber).toString();
    }

    private void closeSegment() {
        try {
            segment.close();
        } catch (final IOException e) {
            throw new JournalException(where() + " can't be closed: " + e, e);
        }
    }

    /** Idempotent; {@link #open} may follow. */
    @Override
    public void close() {
        closeSegment();
    }
}
