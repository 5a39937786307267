package io.undercurrent.feeds.mbo;

import io.undercurrent.codec.Ascii8;
import io.undercurrent.codec.Decimals;
import io.undercurrent.codec.EventFlag;
import io.undercurrent.codec.TradeFlag;
import io.undercurrent.codec.sbe.Aggressor;
import io.undercurrent.codec.sbe.ClearScope;
import io.undercurrent.codec.sbe.RejectReason;
import io.undercurrent.codec.sbe.Side;
import io.undercurrent.engine.feed.EventPublisher;
import io.undercurrent.feeds.FeedOptions;
import io.undercurrent.feeds.Limits;
import io.undercurrent.feeds.RecordDecoder;
import io.undercurrent.feeds.UsEquitySessions;
import io.undercurrent.feeds.input.SymbolTable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * Publishes MBO rows. T is the print (its side the aggressor's; N: the order executed was hidden), F names the resting order and leaves the
 * book as it is, and the C of the same message takes the filled size away: that C is an execution, any other a cancellation.
 */
final class MboCsvDecoder implements RecordDecoder {
    private static final byte[] NONE = {};

    private final long[] venues = new long[256];
    private final int[] offExchange;
    private final byte[] onlySymbol;
    private final MboRow row;
    private final UsEquitySessions sessions = new UsEquitySessions();
    private final MboInstruments instruments;
    private final PendingFills fills = new PendingFills();

    private Optional<MboColumns> columns = Optional.empty();
    private int instrumentId;

    MboCsvDecoder(final FeedOptions options) {
        final long priceIncrement = options.priceIncrement().orElse(Decimals.ONE / 100);
        row = new MboRow(Limits.maxPrice(priceIncrement));
        offExchange = options.offExchange().stream().mapToInt(Integer::intValue).sorted().toArray();
        onlySymbol = options.symbol().map(symbol -> symbol.getBytes(StandardCharsets.US_ASCII)).orElse(NONE);
        instruments = new MboInstruments(
                sessions, priceIncrement, options.sizeIncrement().orElse(Decimals.ONE), offExchange.length > 0);
        for (int i = 1; i < venues.length; i++) {
            venues[i] = Ascii8.pack(Integer.toString(i));
        }
    }

    @Override
    public void begin(final Path path, final String name) {
        columns = Optional.empty();
    }

    @Override
    public RejectReason decode(final EventPublisher out, final byte[] line, final int offset, final int length) {
        instrumentId = MboInstruments.UNKNOWN;
        if (columns.isEmpty()) {
            return header(line, offset, length);
        }
        RejectReason reason = row.read(columns.get(), line, offset, length);
        if (reason == ACCEPTED) {
            reason = checkSymbol(line);
        }
        if (reason == ACCEPTED) {
            publish(out, line);
        }
        return reason;
    }

    /** A damaged line before the header is refused; the header itself is there, {@code MboCsvFeed} has looked. */
    private RejectReason header(final byte[] line, final int offset, final int length) {
        if (!MboColumns.isHeader(line, offset, length)) {
            return RejectReason.MALFORMED;
        }
        columns = Optional.of(MboColumns.of(line, offset, length));
        return ACCEPTED;
    }

    private RejectReason checkSymbol(final byte[] line) {
        if (columns.isPresent() && columns.get().symbol() < 0) {
            return ACCEPTED;
        }
        final boolean wanted = SymbolTable.isSymbol(line, row.symbolStart, row.symbolLength) && (onlySymbol.length == 0
                || Arrays.equals(onlySymbol, 0, onlySymbol.length, line, row.symbolStart, row.symbolStart + row.symbolLength));
        return wanted ? ACCEPTED : RejectReason.UNKNOWN_INSTRUMENT;
    }

    private void publish(final EventPublisher out, final byte[] line) {
        final boolean off = Arrays.binarySearch(offExchange, row.publisher) >= 0;
        if (off && row.action != 'T') {
            // an off-exchange publisher has no book
            return;
        }
        if (sessions.advance(out, row.exchangeTimeNs, row.receiveTimeNs)) {
            out.at(row.exchangeTimeNs, row.receiveTimeNs, row.sequence, 0);
            instruments.redefineAll(out);
        }
        final boolean named = columns.isPresent() && columns.get().symbol() >= 0;
        find(out, named ? line : onlySymbol, named ? row.symbolStart : 0, named ? row.symbolLength : onlySymbol.length, off);
        if (off) {
            out.at(row.exchangeTimeNs, row.receiveTimeNs, row.sequence, flags());
            trade(out, TradeFlag.OFF_EXCHANGE);
        } else {
            publishVenueRow(out);
        }
    }

    private void find(final EventPublisher out, final byte[] symbol, final int start, final int length, final boolean off) {
        instrumentId = off ? instruments.anyInstrument(symbol, start, length)
                : instruments.venueInstrument(symbol, start, length, row.publisher);
        if (instrumentId == MboInstruments.UNKNOWN) {
            out.at(row.exchangeTimeNs, row.receiveTimeNs, row.sequence, 0);
            instrumentId = instruments.define(out, symbol, start, length, off ? MboRow.NO_PUBLISHER : row.publisher);
        }
    }

    private int flags() {
        return ((row.flags & MboRow.LAST) != 0 ? EventFlag.LAST_IN_PACKET : 0) | ((row.flags & MboRow.SNAPSHOT) != 0 ? EventFlag.SNAPSHOT : 0);
    }

    private void publishVenueRow(final EventPublisher out) {
        // the F and C of an execution carry the flag again, behind their T
        final boolean moreFollows = row.action == 'T' && row.side != Side.NULL_VAL;
        out.at(row.exchangeTimeNs, row.receiveTimeNs, row.sequence, moreFollows ? flags() & ~EventFlag.LAST_IN_PACKET : flags());
        switch (row.action) {
            case 'A' -> out.orderAdd(instrumentId, row.orderId, row.side, row.price, row.size);
            case 'M' -> out.orderReplace(instrumentId, row.orderId, row.orderId, row.side, row.price, row.size);
            case 'C' -> take(out);
            case 'T' -> trade(out, row.side == Side.NULL_VAL ? TradeFlag.HIDDEN : 0);
            case 'F' -> fills.add(instrumentId, row);
            case 'R' -> out.bookClear(instrumentId, ClearScope.BOTH);
            default -> { }
        }
    }

    private void take(final EventPublisher out) {
        final int fill = fills.find(instrumentId, row);
        if (fill < 0) {
            out.orderReduce(instrumentId, row.orderId, row.side, row.size);
            return;
        }
        final long executed = fills.take(fill, row.size);
        out.orderExecute(instrumentId, row.orderId, row.side, fills.price(fill), executed);
        if (executed < row.size) {
            out.orderReduce(instrumentId, row.orderId, row.side, row.size - executed);
        }
    }

    private void trade(final EventPublisher out, final int tradeFlags) {
        final Aggressor aggressor = switch (row.side) {
            case BID -> Aggressor.BUY;
            case ASK -> Aggressor.SELL;
            default -> Aggressor.UNKNOWN;
        };
        out.trade(instrumentId, row.price, row.size, aggressor, row.publisher < venues.length ? venues[row.publisher] : 0, 0, tradeFlags, 0,
                row.orderId);
    }

    @Override
    public int instrumentId() {
        return instrumentId;
    }
}
