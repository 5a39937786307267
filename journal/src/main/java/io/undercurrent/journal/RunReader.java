package io.undercurrent.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.util.OptionalLong;

/**
 * Reads the verified excerpts of one run after another: every excerpt that it shows has the checksum of its run and continues the sequence.
 * Made once and pointed at a run with {@link #open}. One thread; allocates nothing per excerpt.
 *
 * <p>While a run is written, Chronicle's document headers say what is complete. Once it is {@link #seal sealed} the excerpts speak for
 * themselves: where the headers do not lead to the excerpt that is due, it is looked for in the bytes behind the last one.
 */
final class RunReader implements AutoCloseable {
    private static final long ANY = -1;
    private static final int DOCUMENT_HEADER_LENGTH = 4;

    private final SegmentReader segment = new SegmentReader();
    private final Excerpt excerpt = new Excerpt(segment.window());
    private RunDirectory run;
    private RunStart start;
    private boolean sealed;
    private long last;
    private int segmentNumber;
    private long endInSegment;
    private int validSegment;
    private long validEnd;
    private boolean ended;
    private long expected;
    private long excerpts;
    private long payloadBytes;
    private long found;
    private String skipped = "";
    private String damage = "";

    /** Stands before the first excerpt of a run that may still be written. */
    void open(final RunDirectory newRun) {
        final RunStart newStart = RunStart.read(newRun.path());
        close();
        run = newRun;
        start = newStart;
        sealed = false;
        excerpt.seed(newStart.seed());
        excerpts = 0;
        payloadBytes = 0;
        found = 0;
        validSegment = 0;
        validEnd = 0;
        to(0, newStart.firstSequence());
    }

    /**
     * From now on nobody writes the run. What was damage before is looked at again.
     *
     * @param lastSequence where the run ends; empty if nothing says so but its data
     */
    void seal(final OptionalLong lastSequence) {
        sealed = true;
        last = lastSequence.orElse(Long.MAX_VALUE);
        ended = false;
        damage = "";
        if (segment.isOpen()) {
            segment.at(endInSegment);
        }
    }

    /**
     * Stands before the excerpt with this sequence or, to avoid reading all before it, at the start of its segment. Counts start there.
     */
    void seek(final long sequence) {
        int newest = 0;
        while (Files.exists(run.segment(newest + 1))) {
            newest++;
        }
        for (int k = newest; k > 0; k--) {
            to(k, ANY);
            if (next() == SegmentReader.EXCERPT && excerpt.firstSequence() <= sequence) {
                to(k, excerpt.firstSequence());
                return;
            }
        }
        to(0, start.firstSequence());
    }

    private void to(final int number, final long expectedSequence) {
        closeSegment();
        segmentNumber = number;
        endInSegment = 0;
        ended = false;
        expected = expectedSequence;
        skipped = "";
        damage = "";
    }

    /** {@link SegmentReader#EXCERPT}, {@link SegmentReader#NOTHING} so far, or {@link SegmentReader#DAMAGED} here and for good. */
    int next() {
        try {
            while (damage.isEmpty() && !ended && !(sealed && expected > last) && (segment.isOpen() || openSegment())) {
                final int document = segment.next();
                final String wrong = document == SegmentReader.EXCERPT ? wrong() : segment.damage();
                if (document == SegmentReader.EXCERPT && wrong.isEmpty()) {
                    if (take()) {
                        return SegmentReader.EXCERPT;
                    }
                } else if (document == SegmentReader.END) {
                    if (!nextSegment()) {
                        return SegmentReader.NOTHING;
                    }
                } else if (!sealed || expected == ANY) {
                    return document == SegmentReader.NOTHING ? document : damaged(wrong);
                } else if (!search(document == SegmentReader.NOTHING ? "" : wrong)) {
                    break;
                } else if (segment.isOpen() && take()) {
                    return SegmentReader.EXCERPT;
                }
            }
            return damage.isEmpty() ? SegmentReader.NOTHING : SegmentReader.DAMAGED;
        } catch (final IOException e) {
            throw new JournalException(where() + " can't be read: " + e, e);
        }
    }

    /** What is wrong with the present document's excerpt; empty if it is the one that is due. */
    private String wrong() throws IOException {
        if (!isValid() && !isValidWhenReadAgain()) {
            return "a checksum does not fit";
        }
        return expected == ANY || excerpt.firstSequence() == expected ? "" : "an excerpt starts at sequence " + excerpt.firstSequence();
    }

    private boolean isValid() {
        excerpt.at(segment.offset());
        return excerpt.isValid(segment.length());
    }

    private boolean isValidWhenReadAgain() throws IOException {
        return segment.reload() == SegmentReader.EXCERPT && isValid();
    }

    /** Leaves the present excerpt behind; false if it holds no event. */
    private boolean take() {
        segment.advance();
        endInSegment = segment.position();
        validSegment = segmentNumber;
        validEnd = endInSegment;
        expected = excerpt.firstSequence() + excerpt.count();
        skipped = "";
        if (excerpt.count() > 0) {
            excerpts++;
            payloadBytes += excerpt.payloadLength();
        }
        return excerpt.count() > 0;
    }

    /**
     * Looks for the excerpt that is due in the rest of the segment, and goes to it, or on to the next segment if this one holds nothing
     * more. Numbers only rise, so a later excerpt ends the search.
     *
     * @param wrong what the headers led to; empty: they end here
     * @return whether there is anything more to read
     */
    private boolean search(final String wrong) throws IOException {
        try (ExcerptScan scan = new ExcerptScan(run.segment(segmentNumber), endInSegment, OptionalLong.of(start.seed()))) {
            while (scan.next()) {
                final long first = scan.excerpt().firstSequence();
                if (first == expected) {
                    found++;
                    if (segment.at(scan.position() - DOCUMENT_HEADER_LENGTH, scan.length()) == SegmentReader.EXCERPT && isValid()) {
                        return true;
                    }
                    damaged("an excerpt changes from one reading to the next");
                    return false;
                }
                if (first > expected) {
                    damaged(wrong.isEmpty() ? "the next excerpt starts at sequence " + first : wrong);
                    return false;
                }
            }
        }
        final String left = skipped.isEmpty() && !wrong.isEmpty() ? description(wrong) : skipped;
        if (nextSegment()) {
            skipped = left;
            return true;
        }
        damage = left;
        ended = true;
        return false;
    }

    private int damaged(final String what) {
        damage = skipped.isEmpty() ? description(what) : skipped;
        return SegmentReader.DAMAGED;
    }

    private String description(final String what) {
        return where() + ": " + what + ", expected sequence " + expected + " here (byte " + segment.position() + ")";
    }

    private boolean openSegment() throws IOException {
        if (!Files.exists(run.segment(segmentNumber))) {
            return false;
        }
        segment.open(run.segment(segmentNumber));
        return true;
    }

    private boolean nextSegment() {
        if (!Files.exists(run.segment(segmentNumber + 1))) {
            return false;
        }
        to(segmentNumber + 1, expected);
        return true;
    }

    RunDirectory run() {
        return run;
    }

    RunStart start() {
        return start;
    }

    long firstSequence() {
        return start.firstSequence();
    }

    /** The event that comes next; what is before it in this run is valid. */
    long expectedSequence() {
        return expected;
    }

    boolean isSealed() {
        return sealed;
    }

    /** Whether the run, as far as it is known to reach, has been read to its end. */
    boolean isPastLast() {
        return sealed && expected > last;
    }

    /** Where the run is known to end; {@code Long.MAX_VALUE} if it isn't. */
    long lastSequence() {
        return sealed ? last : Long.MAX_VALUE;
    }

    /** The present one, until the next call of {@link #next}. */
    Excerpt excerpt() {
        return excerpt;
    }

    /** The segment that holds the last valid excerpt. */
    int validSegment() {
        return validSegment;
    }

    /** In that segment, the byte behind the last valid excerpt. */
    long validEnd() {
        return validEnd;
    }

    long excerpts() {
        return excerpts;
    }

    long payloadBytes() {
        return payloadBytes;
    }

    /** Excerpts that no header led to, but their own magic and checksum. */
    long foundBySearch() {
        return found;
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
