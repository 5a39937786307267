package io.undercurrent.feeds.iqfeed;

import io.undercurrent.codec.Capability;
import io.undercurrent.codec.Decimals;
import io.undercurrent.codec.EventFlag;
import io.undercurrent.codec.sbe.BookKind;
import io.undercurrent.codec.sbe.ClearScope;
import io.undercurrent.codec.sbe.SnapshotPhase;
import io.undercurrent.engine.feed.EventPublisher;
import io.undercurrent.engine.feed.InstrumentSpec;
import io.undercurrent.feeds.ContinuousSession;
import io.undercurrent.feeds.FeedOptions;
import io.undercurrent.feeds.UsEquitySessions;
import io.undercurrent.feeds.input.SymbolTable;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The symbols of all connections, and their sessions: those of US equities, or, where the first symbol is a future's, one that never ends.
 * Finding a known symbol allocates nothing. One thread.
 */
final class IqfeedInstruments {
    /** No symbol. */
    static final IqfeedInstrument NONE = new IqfeedInstrument(new byte[0], 0, BookKind.NULL_VAL);

    private static final String VENUE = "IQFEED";

    private final FeedOptions options;
    private final byte[] onlySymbol;
    private final SymbolTable<IqfeedInstrument> table = new SymbolTable<>(NONE);
    private final UsEquitySessions equities = new UsEquitySessions();
    private final ContinuousSession futures = new ContinuousSession();
    private boolean areFutures;
    private int openSnapshots;

    IqfeedInstruments(final FeedOptions options) {
        this.options = options;
        onlySymbol = options.symbol().map(symbol -> symbol.getBytes(StandardCharsets.US_ASCII)).orElse(new byte[0]);
    }

    /** Whether the symbol is asked for. */
    boolean isWanted(final byte[] line, final int start, final int length) {
        return onlySymbol.length == 0 || Arrays.equals(onlySymbol, 0, onlySymbol.length, line, start, start + length);
    }

    /** {@link #NONE} before its first line. */
    IqfeedInstrument find(final byte[] line, final int start, final int length) {
        return table.get(line, start, length);
    }

    boolean isEmpty() {
        return table.all().isEmpty();
    }

    /** Publishes sessions up to the time, and the instruments again when a day begins; call before each event's own {@code at}. */
    void advance(final EventPublisher out, final long timeNs) {
        if (areFutures) {
            futures.advance(out, timeNs, timeNs);
        } else if (equities.advance(out, timeNs, timeNs)) {
            out.at(timeNs, timeNs, 0, 0);
            for (final IqfeedInstrument instrument : table.all()) {
                out.redefine(instrument.instrumentId, spec(instrument.symbol, instrument.kind));
            }
        }
    }

    /** Makes a symbol an instrument, at the time. */
    IqfeedInstrument define(
            final EventPublisher out, final long timeNs, final byte[] line, final int start, final int length, final BookKind kind) {
        final byte[] symbol = Arrays.copyOfRange(line, start, start + length);
        if (isEmpty()) {
            areFutures = IqfeedInstrument.isFuture(symbol[0]);
        }
        advance(out, timeNs);
        out.at(timeNs, timeNs, 0, 0);
        final IqfeedInstrument instrument = new IqfeedInstrument(symbol, out.define(spec(symbol, kind)), kind);
        table.add(symbol, instrument);
        return instrument;
    }

    /** The first line of market depth of a symbol that only level 1 has shown. */
    void deepen(final EventPublisher out, final IqfeedInstrument instrument, final BookKind kind) {
        instrument.kind = kind;
        out.redefine(instrument.instrumentId, spec(instrument.symbol, kind));
    }

    private InstrumentSpec spec(final byte[] symbol, final BookKind kind) {
        // a future has no trades off its exchange
        final int capabilities = (IqfeedInstrument.isFuture(symbol[0]) ? 0 : Capability.OFF_EXCHANGE)
                | (kind == BookKind.TOP ? 0 : Capability.DEPTH | Capability.OWN_VENUE_TRADES);
        return new InstrumentSpec(new String(symbol, StandardCharsets.US_ASCII), VENUE, "USD",
                options.priceIncrement().orElse(Decimals.ONE / 100), options.sizeIncrement().orElse(Decimals.ONE), kind, capabilities,
                areFutures ? 0 : equities.regularOpenNs(), areFutures ? 0 : equities.regularCloseNs());
    }

    /** The summaries of a symbol begin. */
    void openSnapshot(final EventPublisher out, final IqfeedInstrument instrument, final long timeNs) {
        out.at(timeNs, timeNs, 0, EventFlag.SNAPSHOT);
        out.snapshot(instrument.instrumentId, SnapshotPhase.BEGIN);
        instrument.snapshot = IqfeedInstrument.Snapshot.OPEN;
        openSnapshots++;
    }

    /** The summaries of a symbol are over, if they were not yet. */
    void endSnapshot(final EventPublisher out, final IqfeedInstrument instrument, final long timeNs) {
        if (instrument.snapshot == IqfeedInstrument.Snapshot.OPEN) {
            out.at(timeNs, timeNs, 0, EventFlag.SNAPSHOT);
            out.snapshot(instrument.instrumentId, SnapshotPhase.END);
            openSnapshots--;
        }
        instrument.snapshot = IqfeedInstrument.Snapshot.DONE;
    }

    void endSnapshots(final EventPublisher out, final long timeNs) {
        for (int i = 0; openSnapshots > 0 && i < table.all().size(); i++) {
            final IqfeedInstrument instrument = table.all().get(i);
            if (instrument.snapshot == IqfeedInstrument.Snapshot.OPEN) {
                endSnapshot(out, instrument, timeNs);
            }
        }
    }

    /** The connection is lost, and with it what the books rest on. */
    void clearAll(final EventPublisher out, final long timeNs) {
        endSnapshots(out, timeNs);
        out.at(timeNs, timeNs, 0, 0);
        for (final IqfeedInstrument instrument : table.all()) {
            out.bookClear(instrument.instrumentId, ClearScope.BOTH);
            instrument.snapshot = IqfeedInstrument.Snapshot.EXPECTED;
        }
    }
}
