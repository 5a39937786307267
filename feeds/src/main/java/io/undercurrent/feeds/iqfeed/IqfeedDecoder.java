package io.undercurrent.feeds.iqfeed;

import io.undercurrent.codec.Decimals;
import io.undercurrent.codec.sbe.FeedCondition;
import io.undercurrent.codec.sbe.RejectReason;
import io.undercurrent.engine.feed.EventPublisher;
import io.undercurrent.feeds.FeedOptions;
import io.undercurrent.feeds.Limits;
import io.undercurrent.feeds.RecordDecoder;
import io.undercurrent.feeds.input.Fields;
import io.undercurrent.feeds.input.SymbolTable;
import java.util.Map;
import java.util.TreeMap;

/**
 * Decodes the lines of one connection, to level 1 or to market depth, or of both where they were written to one file in the order in which
 * they came: the first letter of a line tells which port it is from. {@link #read} a line, then {@link #publish} it. One thread; allocates
 * nothing while lines are read, except where a symbol or a day begins.
 */
final class IqfeedDecoder {
    private enum Line { DEPTH, LEVEL1, CORRECTION, CLOCK, SYSTEM, PASSED }

    private static final int SYMBOL = 1;
    private static final int CLEARED_SYMBOL = 2;

    private final IqfeedInstruments instruments;
    private final Fields fields = new Fields(Level1Layout.MAX_FIELDS);
    private final IqfeedClock clock = new IqfeedClock();
    private final DepthMessage depth;
    private final Level1Message level1;
    private final Correction correction;
    private final SystemMessage system = new SystemMessage();
    private final DepthPublisher depthPublisher;
    private final Level1Publisher level1Publisher;
    private final long[] passed = new long[IqfeedPassed.values().length];

    private Line line = Line.PASSED;
    private IqfeedPassed passing = IqfeedPassed.SYSTEM;
    private int symbolAt;
    private long clockNs;
    private int generation = 1;
    private boolean lost;

    /** @param instruments shared by all connections of a feed */
    IqfeedDecoder(final FeedOptions options, final IqfeedInstruments instruments) {
        final long maxPrice = Limits.maxPrice(options.priceIncrement().orElse(Decimals.ONE / 100));
        this.instruments = instruments;
        depth = new DepthMessage(clock, maxPrice);
        level1 = new Level1Message(clock, maxPrice);
        correction = new Correction(clock, maxPrice);
        depthPublisher = new DepthPublisher(instruments, depth);
        level1Publisher = new Level1Publisher(instruments, level1, correction);
    }

    /** A recording begins: until a line says otherwise its times are of this day, in days since 1970, or {@link IqfeedClock#NONE}. */
    void begin(final long epochDay) {
        clock.day(epochDay);
        level1.layout(Level1Layout.usual());
    }

    /** Reads a line; as {@code TimedDecoder.read}. */
    RejectReason read(final byte[] text, final int offset, final int length) {
        symbolAt = 0;
        if (length < 2 || text[offset + 1] != ',') {
            return RejectReason.MALFORMED;
        }
        fields.split(text, offset, length, ',');
        return switch (text[offset]) {
            case DepthMessage.PRICE_LEVEL_ORDER, DepthMessage.ADD, DepthMessage.UPDATE, DepthMessage.DELETE, DepthMessage.SUMMARY,
                    DepthMessage.LEVEL_SUMMARY, DepthMessage.LEVEL_UPDATE, DepthMessage.LEVEL_DELETE ->
                    of(Line.DEPTH, SYMBOL, depth.read(fields));
            case 'P', 'Q' -> level1();
            case 'C' -> of(Line.CORRECTION, SYMBOL, correction.read(fields));
            case 'T' -> clock();
            case 'S' -> system(text, offset, length);
            case 'F' -> pass(IqfeedPassed.FUNDAMENTAL);
            case 'R' -> pass(IqfeedPassed.REGIONAL);
            case 'N' -> pass(IqfeedPassed.NEWS);
            case 'M' -> pass(IqfeedPassed.MARKET_MAKER_NAME);
            case 'E' -> pass(IqfeedPassed.ERROR);
            case 'n' -> pass(IqfeedPassed.SYMBOL_NOT_FOUND);
            case 'q' -> pass(IqfeedPassed.NO_DEPTH);
            case 'O' -> pass(IqfeedPassed.IGNORED_BY_SERVER);
            default -> RejectReason.UNKNOWN_TYPE;
        };
    }

    private RejectReason pass(final IqfeedPassed what) {
        line = Line.PASSED;
        passing = what;
        return RecordDecoder.ACCEPTED;
    }

    /** A line that names a symbol. */
    private RejectReason of(final Line kind, final int at, final RejectReason reason) {
        line = kind;
        if (fields.count() <= at) {
            return reason;
        }
        symbolAt = at;
        if (reason != RecordDecoder.ACCEPTED) {
            return reason;
        }
        if (!SymbolTable.isSymbol(fields.buffer(), fields.start(at), fields.length(at))) {
            return RejectReason.UNKNOWN_INSTRUMENT;
        }
        return instruments.isWanted(fields.buffer(), fields.start(at), fields.length(at)) ? reason : pass(IqfeedPassed.OTHER_SYMBOL);
    }

    private RejectReason level1() {
        final RejectReason reason = of(Line.LEVEL1, SYMBOL, level1.read(fields));
        return reason == RecordDecoder.ACCEPTED && line == Line.LEVEL1 && !level1.hasTrade && !level1.hasQuote
                ? pass(IqfeedPassed.NO_NEWS) : reason;
    }

    /** {@code T,YYYYMMDD HH:MM:SS}. */
    private RejectReason clock() {
        line = Line.CLOCK;
        final int start = fields.start(1);
        final int length = fields.length(1);
        final long day = length < 10 || fields.buffer()[start + 8] != ' ' ? EasternTimes.INVALID
                : EasternTimes.basicDay(fields.buffer(), start, 8);
        clockNs = clock.timeNs(fields.buffer(), start + 9, length - 9, day);
        if (clockNs == IqfeedClock.NONE) {
            return RejectReason.BAD_TIME;
        }
        clock.day(day);
        return RecordDecoder.ACCEPTED;
    }

    private RejectReason system(final byte[] text, final int offset, final int length) {
        if (Level1Layout.isEcho(text, offset, length)) {
            final Level1Layout layout = Level1Layout.of(text, offset, length);
            if (!layout.isUsable()) {
                return RejectReason.MALFORMED;
            }
            level1.layout(layout);
            return pass(IqfeedPassed.SYSTEM);
        }
        final RejectReason reason = system.read(fields);
        return switch (system.kind) {
            case CLEAR_DEPTH -> of(Line.SYSTEM, CLEARED_SYMBOL, reason);
            case CONNECTED, DISCONNECTED -> {
                line = Line.SYSTEM;
                yield reason;
            }
            case OTHER -> pass(IqfeedPassed.SYSTEM);
        };
    }

    /** Of the line just read, UTC; {@link IqfeedClock#NONE}: it has none of its own. */
    long timeNs() {
        return switch (line) {
            case DEPTH -> depth.timeNs;
            case LEVEL1 -> level1.timeNs();
            case CLOCK -> clockNs;
            case CORRECTION, SYSTEM, PASSED -> IqfeedClock.NONE;
        };
    }

    /** Publishes the line just read. */
    void publish(final EventPublisher out) {
        switch (line) {
            case DEPTH -> {
                if (!depthPublisher.publish(out, fields.buffer())) {
                    passed[IqfeedPassed.OTHER_BOOK.ordinal()]++;
                }
            }
            case LEVEL1 -> level1Publisher.publish(out, fields.buffer(), fields.start(symbolAt), fields.length(symbolAt));
            case CORRECTION -> level1Publisher.publishCorrection(out, fields.buffer(), fields.start(symbolAt), fields.length(symbolAt));
            case CLOCK -> tick(out);
            case SYSTEM -> publishSystem(out);
            case PASSED -> passed[passing.ordinal()]++;
        }
    }

    /** Event time moves on in quiet; there is nothing to move before the first symbol. */
    private void tick(final EventPublisher out) {
        if (!instruments.isEmpty()) {
            final boolean later = clockNs > out.latestTimeNs();
            if (later) {
                instruments.advance(out, clockNs);
            }
            instruments.endSnapshots(out, Math.max(clockNs, out.latestTimeNs()));
            if (later) {
                out.at(clockNs, clockNs, 0, 0);
                out.heartbeat();
            }
        }
    }

    private void publishSystem(final EventPublisher out) {
        final long timeNs = Math.max(0, out.latestTimeNs());
        switch (system.kind) {
            case CLEAR_DEPTH -> {
                final IqfeedInstrument instrument =
                        instruments.find(fields.buffer(), fields.start(symbolAt), fields.length(symbolAt));
                if (instrument != IqfeedInstruments.NONE) {
                    instruments.endSnapshot(out, instrument, timeNs);
                    out.at(timeNs, timeNs, 0, 0);
                    out.bookClear(instrument.instrumentId, system.scope);
                }
            }
            case DISCONNECTED -> {
                lost = true;
                out.at(timeNs, timeNs, 0, 0);
                out.gap(0, 0, 0);
                out.feedState(generation, FeedCondition.LOST);
                instruments.clearAll(out, timeNs);
            }
            case CONNECTED -> {
                if (lost) {
                    lost = false;
                    generation++;
                    out.at(timeNs, timeNs, 0, 0);
                    out.feedState(generation, FeedCondition.RESUBSCRIBED);
                }
            }
            case OTHER -> { }
        }
    }

    /** The instrument of the line just read; 0: not known. */
    int instrumentId() {
        return symbolAt == 0 ? 0 : instruments.find(fields.buffer(), fields.start(symbolAt), fields.length(symbolAt)).instrumentId;
    }

    /** As {@code Feed.passedOver}. */
    Map<String, Long> passedOver() {
        final Map<String, Long> counts = new TreeMap<>();
        for (final IqfeedPassed what : IqfeedPassed.values()) {
            if (passed[what.ordinal()] > 0) {
                counts.put(what.name(), passed[what.ordinal()]);
            }
        }
        return counts;
    }
}
