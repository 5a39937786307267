package io.undercurrent.feeds.ticks;

import io.undercurrent.codec.Times;
import io.undercurrent.codec.sbe.RejectReason;
import io.undercurrent.engine.feed.EventPublisher;
import io.undercurrent.feeds.FeedOptions;
import io.undercurrent.feeds.LineDecoder;
import io.undercurrent.feeds.Rejects;
import io.undercurrent.feeds.input.LineReader;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/** One file of trades or quotes; holds its next good record ready to be merged with other files by time. One thread. */
final class TickSource implements AutoCloseable {
    private final FeedOptions options;
    private final Function<String, TickInstrument> instruments;
    private final LineReader lines;
    private final TickRecord record;

    private TickInstrument instrument;
    private long midnightNs;
    private long timeNs;
    private long mergeTimeNs = Long.MIN_VALUE;
    private boolean ready;
    private boolean ended;

    TickSource(
            final Path file, final int columns, final long maxPrice, final FeedOptions options,
            final Function<String, TickInstrument> instruments) {
        this.options = options;
        this.instruments = instruments;
        lines = new LineReader(List.of(file), LineReader.CSV_LINE_BYTES);
        record = new TickRecord(columns, maxPrice);
        // the name of a zip's entry may say what the file's does not
        lines.next();
        final TickName name = TickName.of(lines.path(), lines.name(), options);
        instrument = instruments.apply(name.symbol());
        midnightNs = Times.midnightNs(name.date(), Times.NEW_YORK);
    }

    /**
     * Reads up to the next good record; bad ones are published as rejects at once.
     *
     * @param limit the most rejects to publish
     * @return rejects published
     */
    int fill(final EventPublisher out, final int limit) {
        int rejected = 0;
        while (!ready && !ended && rejected < limit) {
            final RejectReason reason = next();
            if (reason != LineDecoder.ACCEPTED) {
                Rejects.publish(
                        out, instrument.instrumentId(), reason, lines.lineNumber(), lines.buffer(), lines.offset(), lines.length());
                rejected++;
            }
        }
        return rejected;
    }

    private RejectReason next() {
        switch (lines.next()) {
            case SOURCE -> begin();
            case LINE -> {
                return lines.length() > 0 ? line() : LineDecoder.ACCEPTED;
            }
            case TOO_LONG -> {
                return RejectReason.TOO_LONG;
            }
            case TRUNCATED -> {
                return RejectReason.TRUNCATED;
            }
            case CORRUPT -> {
                return RejectReason.MALFORMED;
            }
            case END -> ended = true;
        }
        return LineDecoder.ACCEPTED;
    }

    private void begin() {
        final TickName name = TickName.of(lines.path(), lines.name(), options);
        instrument = instruments.apply(name.symbol());
        midnightNs = Times.midnightNs(name.date(), Times.NEW_YORK);
    }

    private RejectReason line() {
        final RejectReason reason = record.read(lines.buffer(), lines.offset(), lines.length());
        if (reason != LineDecoder.ACCEPTED) {
            return !lines.terminated() && reason == RejectReason.MALFORMED ? RejectReason.TRUNCATED : reason;
        }
        timeNs = midnightNs + record.sinceMidnightNs;
        // a time that goes back keeps its place in the file
        mergeTimeNs = Math.max(mergeTimeNs, timeNs);
        ready = true;
        return LineDecoder.ACCEPTED;
    }

    /** Whether a record stands ready. */
    boolean isReady() {
        return ready;
    }

    /** Whether its record comes before the other's: the earlier one; of one time a trade before a quote. */
    boolean isBefore(final TickSource other) {
        return mergeTimeNs < other.mergeTimeNs || (mergeTimeNs == other.mergeTimeNs && record.isTrade() && !other.record.isTrade());
    }

    long timeNs() {
        return timeNs;
    }

    TickInstrument instrument() {
        return instrument;
    }

    /** Hands the ready record out; it stays valid until {@link #fill}. */
    TickRecord take() {
        ready = false;
        return record;
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
