package io.undercurrent.feeds;

import io.undercurrent.codec.sbe.RejectReason;
import io.undercurrent.engine.feed.EventPublisher;
import io.undercurrent.feeds.input.LineReader;
import io.undercurrent.feeds.input.RecordReader;

/** One source of a {@link MergedFeed}: holds its next good line ready to be merged with other sources by time. One thread. */
final class TimedSource implements AutoCloseable {
    private final RecordReader lines;
    private final TimedDecoder decoder;

    private long mergeTimeNs = Long.MIN_VALUE;
    private boolean ready;
    private boolean ended;

    TimedSource(final LineReader lines, final TimedDecoder decoder) {
        this.lines = lines;
        this.decoder = decoder;
        // what its name does not say is an error now, not in the middle of a run
        lines.next();
        decoder.begin(lines.path(), lines.name());
    }

    TimedDecoder decoder() {
        return decoder;
    }

    /**
     * Reads up to the next good line; bad ones are published as rejects at once.
     *
     * @param limit the most rejects to publish
     * @return rejects published
     */
    int fill(final EventPublisher out, final int limit) {
        int rejected = 0;
        while (!ready && !ended && rejected < limit) {
            final RejectReason reason = next();
            if (reason != RecordDecoder.ACCEPTED) {
                Rejects.publish(out, decoder.instrumentId(), reason, lines.recordNumber(), lines.buffer(), lines.offset(), lines.length());
                rejected++;
            }
        }
        return rejected;
    }

    private RejectReason next() {
        final RecordReader.Found found = lines.next();
        switch (found) {
            case SOURCE -> decoder.begin(lines.path(), lines.name());
            case RECORD -> {
                return lines.length() > 0 ? read() : RecordDecoder.ACCEPTED;
            }
            case END -> ended = true;
            default -> {
                return Rejects.reason(found);
            }
        }
        return RecordDecoder.ACCEPTED;
    }

    private RejectReason read() {
        final RejectReason reason = decoder.read(lines.buffer(), lines.offset(), lines.length());
        if (reason != RecordDecoder.ACCEPTED) {
            return !lines.terminated() && reason == RejectReason.MALFORMED ? RejectReason.TRUNCATED : reason;
        }
        // a time that goes back keeps its place in the file
        mergeTimeNs = Math.max(mergeTimeNs, decoder.timeNs());
        ready = true;
        return RecordDecoder.ACCEPTED;
    }

    /** Whether a line stands ready. */
    boolean isReady() {
        return ready;
    }

    /** Whether its line comes before the other's. */
    boolean isBefore(final TimedSource other) {
        return mergeTimeNs < other.mergeTimeNs || (mergeTimeNs == other.mergeTimeNs && decoder.rank() < other.decoder.rank());
    }

    /** Publishes the line that stands ready. */
    void publish(final EventPublisher out) {
        ready = false;
        decoder.publish(out);
    }

    long bytesRead() {
        return lines.bytesRead();
    }

    long bytesTotal() {
        return lines.bytesTotal();
    }

    @Override
    public void close() {
        lines.close();
        ended = true;
        ready = false;
    }
}
