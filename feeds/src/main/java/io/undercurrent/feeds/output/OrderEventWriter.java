package io.undercurrent.feeds.output;

import io.undercurrent.codec.Events;
import io.undercurrent.codec.sbe.BookClearDecoder;
import io.undercurrent.codec.sbe.BookKind;
import io.undercurrent.codec.sbe.ClearScope;
import io.undercurrent.codec.sbe.FeedCondition;
import io.undercurrent.codec.sbe.FeedStateDecoder;
import io.undercurrent.codec.sbe.GapDecoder;
import io.undercurrent.codec.sbe.InstrumentDefinitionDecoder;
import io.undercurrent.codec.sbe.MessageHeaderDecoder;
import io.undercurrent.codec.sbe.OrderAddDecoder;
import io.undercurrent.codec.sbe.OrderDeleteDecoder;
import io.undercurrent.codec.sbe.OrderExecuteDecoder;
import io.undercurrent.codec.sbe.OrderReduceDecoder;
import io.undercurrent.codec.sbe.OrderReplaceDecoder;
import io.undercurrent.codec.sbe.QuoteDecoder;
import io.undercurrent.codec.sbe.RejectedDecoder;
import io.undercurrent.codec.sbe.SessionDecoder;
import io.undercurrent.codec.sbe.Side;
import io.undercurrent.codec.sbe.SnapshotDecoder;
import io.undercurrent.codec.sbe.SnapshotPhase;
import io.undercurrent.codec.sbe.TradeDecoder;
import io.undercurrent.codec.sbe.TradingStatusDecoder;
import io.undercurrent.engine.feed.FeedException;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.agrona.DirectBuffer;

/**
 * Tells an {@link OrderRecorder} what events mean: which order they change, what was left of it, and which print tells of an execution. A
 * cleared book, or one that a snapshot begins anew, is told as the cancellation of each of its orders. One thread.
 */
public final class OrderEventWriter implements EventWriter {
    private final String format;
    private final Optional<String> onlySymbol;
    private final OrderRecorder recorder;
    private final LeftOut leftOut;
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final Map<Integer, RecordedInstrument> byId = new HashMap<>();
    private final Map<String, RecordedInstrument> bySymbol = new HashMap<>();
    private final Map<RecordedInstrument, PendingPrint> prints = new HashMap<>();
    private Moment latest = new Moment(0, 0, 0, false);
    private long orders;

    /** A print that waits for its executions. */
    private record PendingPrint(Moment at, Print print) {
    }

    /**
     * @param format its name, for messages
     * @param onlySymbol all others are passed over
     * @param leftOut where the recorder counts too
     */
    public OrderEventWriter(
            final String format, final Optional<String> onlySymbol, final OrderRecorder recorder, final LeftOut leftOut) {
        this.format = format;
        this.onlySymbol = onlySymbol;
        this.recorder = recorder;
        this.leftOut = leftOut;
    }

    @Override
    public void onEvent(final DirectBuffer buffer, final int offset) {
        final Moment at = Moment.of(buffer, offset);
        if (at.exchangeTimeNs() > 0) {
            latest = at;
        }
        final int type = Events.templateId(buffer, offset);
        switch (type) {
            case InstrumentDefinitionDecoder.TEMPLATE_ID -> define(at, new InstrumentDefinitionDecoder(), buffer, offset);
            case SessionDecoder.TEMPLATE_ID -> {
                final SessionDecoder session = new SessionDecoder().wrapAndApplyHeader(buffer, offset, header);
                recorder.session(at, session.session(), session.phase());
            }
            case FeedStateDecoder.TEMPLATE_ID -> feedState(new FeedStateDecoder().wrapAndApplyHeader(buffer, offset, header));
            case RejectedDecoder.TEMPLATE_ID -> leftOut.add(LeftOut.What.REJECTED);
            case GapDecoder.TEMPLATE_ID -> leftOut.add(LeftOut.What.GAP);
            default -> {
                final RecordedInstrument instrument = byId.get(Events.instrumentId(buffer, offset));
                if (instrument != null) {
                    onInstrument(at, instrument, type, buffer, offset);
                }
            }
        }
    }

    private void define(final Moment at, final InstrumentDefinitionDecoder definition, final DirectBuffer buffer, final int offset) {
        definition.wrapAndApplyHeader(buffer, offset, header);
        final String symbol = definition.symbol();
        final int id = Events.instrumentId(buffer, offset);
        if (byId.containsKey(id) || (onlySymbol.isPresent() && !onlySymbol.get().equals(symbol))) {
            return;
        }
        if (definition.bookKind() != BookKind.BY_ORDER) {
            throw new FeedException(symbol + " has a book " + definition.bookKind() + ", and " + format
                    + " is made of orders; write us-ticks, or another symbol");
        }
        RecordedInstrument instrument = bySymbol.get(symbol);
        if (instrument == null) {
            instrument = new RecordedInstrument(bySymbol.size() + 1, definition);
            bySymbol.put(symbol, instrument);
            recorder.defined(at, instrument);
        } else if (byId.containsValue(instrument)) {
            throw new FeedException(symbol + " is there twice, on " + instrument.venue() + " and " + definition.venue() + "; " + format
                    + " can't tell them apart");
        }
        byId.put(id, instrument);
    }

    /** A new connection forgets all instruments. */
    private void feedState(final FeedStateDecoder state) {
        if (state.condition() == FeedCondition.CONNECTED) {
            byId.values().forEach(instrument -> {
                flushPrint(instrument);
                cancelAll(latest, instrument, ClearScope.BOTH);
            });
            byId.clear();
        }
    }

    private void onInstrument(
            final Moment at, final RecordedInstrument instrument, final int type, final DirectBuffer buffer, final int offset) {
        if (type == OrderExecuteDecoder.TEMPLATE_ID) {
            execute(at, instrument, new OrderExecuteDecoder().wrapAndApplyHeader(buffer, offset, header));
            return;
        }
        flushPrint(instrument);
        switch (type) {
            case OrderAddDecoder.TEMPLATE_ID -> {
                final OrderAddDecoder add = new OrderAddDecoder().wrapAndApplyHeader(buffer, offset, header);
                cancel(at, instrument, add.orderId(), Long.MAX_VALUE);
                add(at, instrument, add.orderId(), add.side(), add.price(), add.size());
            }
            case OrderReplaceDecoder.TEMPLATE_ID ->
                    replace(at, instrument, new OrderReplaceDecoder().wrapAndApplyHeader(buffer, offset, header));
            case OrderReduceDecoder.TEMPLATE_ID -> {
                final OrderReduceDecoder reduce = new OrderReduceDecoder().wrapAndApplyHeader(buffer, offset, header);
                known(cancel(at, instrument, reduce.orderId(), reduce.size()));
            }
            case OrderDeleteDecoder.TEMPLATE_ID -> known(cancel(at, instrument,
                    new OrderDeleteDecoder().wrapAndApplyHeader(buffer, offset, header).orderId(), Long.MAX_VALUE));
            case BookClearDecoder.TEMPLATE_ID ->
                    cancelAll(at, instrument, new BookClearDecoder().wrapAndApplyHeader(buffer, offset, header).scope());
            case SnapshotDecoder.TEMPLATE_ID -> {
                if (new SnapshotDecoder().wrapAndApplyHeader(buffer, offset, header).phase() == SnapshotPhase.BEGIN) {
                    cancelAll(at, instrument, ClearScope.BOTH);
                }
            }
            case TradeDecoder.TEMPLATE_ID -> print(at, instrument, Print.of(buffer, offset));
            case TradingStatusDecoder.TEMPLATE_ID -> recorder.status(at, instrument,
                    new TradingStatusDecoder().wrapAndApplyHeader(buffer, offset, header).state(),
                    buffer.getLong(offset + Events.HEADER_LENGTH + TradingStatusDecoder.reasonEncodingOffset(), ByteOrder.LITTLE_ENDIAN));
            case QuoteDecoder.TEMPLATE_ID -> leftOut.add(LeftOut.What.QUOTE);
            default -> { }
        }
    }

    private void add(
            final Moment at, final RecordedInstrument instrument, final long id, final Side side, final long price, final long size) {
        final RecordedOrder order = new RecordedOrder(++orders, side, price, size);
        instrument.put(id, order);
        recorder.added(at, instrument, order);
    }

    private void replace(final Moment at, final RecordedInstrument instrument, final OrderReplaceDecoder replace) {
        final Optional<RecordedOrder> order = instrument.order(replace.orderId());
        known(order.isPresent());
        if (order.isPresent()) {
            final boolean renumbered = replace.newOrderId() != replace.orderId();
            if (renumbered) {
                cancel(at, instrument, replace.newOrderId(), Long.MAX_VALUE);
            }
            final RecordedOrder by = new RecordedOrder(
                    renumbered ? ++orders : order.get().number(), order.get().side(), replace.price(), replace.size());
            if (recorder.replaces(renumbered)) {
                instrument.take(replace.orderId(), order.get(), order.get().size());
                instrument.put(replace.newOrderId(), by);
                recorder.replaced(at, instrument, order.get(), by);
            } else {
                cancel(at, instrument, replace.orderId(), Long.MAX_VALUE);
                instrument.put(replace.newOrderId(), by);
                recorder.added(at, instrument, by);
            }
        }
    }

    /** Returns whether there is such an order. */
    private boolean cancel(final Moment at, final RecordedInstrument instrument, final long id, final long size) {
        final Optional<RecordedOrder> order = instrument.order(id);
        if (order.isPresent()) {
            final long part = Math.min(size, order.get().size());
            instrument.take(id, order.get(), part);
            recorder.cancelled(at, instrument, order.get(), part);
        }
        return order.isPresent();
    }

    private void known(final boolean isKnown) {
        if (!isKnown) {
            leftOut.add(LeftOut.What.UNKNOWN_ORDER);
        }
    }

    private void cancelAll(final Moment at, final RecordedInstrument instrument, final ClearScope scope) {
        for (final long id : instrument.ids()) {
            final Side side = instrument.order(id).orElseThrow().side();
            if (scope == ClearScope.BOTH || (scope == ClearScope.BID) == (side == Side.BID)) {
                cancel(at, instrument, id, Long.MAX_VALUE);
            }
        }
    }

    private void print(final Moment at, final RecordedInstrument instrument, final Print print) {
        recorder.printed(at, instrument, print);
        if (print.isLit()) {
            prints.put(instrument, new PendingPrint(at, print));
        }
    }

    private void execute(final Moment at, final RecordedInstrument instrument, final OrderExecuteDecoder execute) {
        final Optional<RecordedOrder> order = instrument.order(execute.orderId());
        known(order.isPresent());
        if (order.isEmpty()) {
            return;
        }
        final long size = Math.min(execute.size(), order.get().size());
        final PendingPrint pending = prints.remove(instrument);
        final long printed = pending == null ? 0 : Math.min(size, pending.print().size());
        if (printed > 0) {
            instrument.take(execute.orderId(), order.get(), printed);
            recorder.executed(at, instrument, order.get(), execute.price(), printed, Optional.of(pending.print().ofSize(printed)));
            if (printed < pending.print().size()) {
                prints.put(instrument, new PendingPrint(pending.at(), pending.print().ofSize(pending.print().size() - printed)));
            }
        }
        if (printed < size) {
            final RecordedOrder rest = order.get().less(printed);
            instrument.take(execute.orderId(), rest, size - printed);
            recorder.executed(at, instrument, rest, execute.price(), size - printed, Optional.empty());
        }
    }

    private void flushPrint(final RecordedInstrument instrument) {
        final PendingPrint pending = prints.remove(instrument);
        if (pending != null) {
            recorder.unexecuted(pending.at(), instrument, pending.print());
        }
    }

    @Override
    public Map<String, Long> leftOut() {
        return leftOut.counts();
    }

    @Override
    public List<String> replays() {
        return recorder.replays();
    }

    @Override
    public void close() {
        bySymbol.values().forEach(this::flushPrint);
        recorder.close();
    }
}
