package io.undercurrent.engine.row;

import io.undercurrent.codec.Capability;
import io.undercurrent.codec.Decimals;
import io.undercurrent.codec.EventFlag;
import io.undercurrent.codec.sbe.Aggressor;
import io.undercurrent.codec.sbe.BookKind;
import io.undercurrent.codec.sbe.Side;
import io.undercurrent.engine.book.DirectSlots;
import io.undercurrent.engine.feed.EventPublisher;
import io.undercurrent.engine.feed.InstrumentSpec;
import io.undercurrent.signals.RowColumn;
import io.undercurrent.signals.Sweep;
import java.util.ArrayList;
import java.util.List;

/**
 * Events in, rows out, written like a tape: times are milliseconds after 12:00:00 of some day, prices are text, sizes are shares. The
 * interval is a second; the price increment a cent.
 */
final class RowTape implements SweepSink {
    static final long START_NS = 1_700_136_000_000_000_000L;
    static final int ALL = Capability.OFF_EXCHANGE | Capability.DEPTH | Capability.OWN_VENUE_TRADES | Capability.EXECUTIONS;

    final List<Row> rows = new ArrayList<>();
    final List<String> bookChanges = new ArrayList<>();
    final MarketState market;
    final EventPublisher out;
    private final Sweep sweep = new Sweep(8);
    private int instrument;
    private int flags;

    RowTape() {
        this(RowSettings.standard(8));
    }

    RowTape(final RowSettings settings) {
        market = new MarketState(settings, this, (i, book, buffer, offset) -> bookChanges.add(i.symbol()));
        out = new EventPublisher(new DirectSlots(market::onEvent), 1);
    }

    static InstrumentSpec spec(final String symbol, final BookKind kind, final int capabilities) {
        return new InstrumentSpec(symbol, "XNAS", "USD", Decimals.ONE / 100, Decimals.ONE, kind, capabilities, 0, 0);
    }

    @Override
    public Sweep next() {
        return sweep;
    }

    @Override
    public void filled(final Sweep filled) {
        for (int i = 0; i < filled.count(); i++) {
            rows.add(Row.of(filled, i));
        }
    }

    RowTape define(final BookKind kind, final int capabilities) {
        instrument = out.define(spec("SYM" + (market.instruments() + 1), kind, capabilities));
        return this;
    }

    /** A book by order with every capability, 10.00 x 500 by 10.02 x 500, at 12:00:00. */
    RowTape quoted() {
        return define(BookKind.BY_ORDER, ALL).at(0).add(1, Side.BID, "10.00", 500).add(2, Side.ASK, "10.02", 500);
    }

    RowTape instrument(final int id) {
        instrument = id;
        return this;
    }

    RowTape at(final double ms) {
        return atNs(START_NS + Math.round(ms * 1e6));
    }

    RowTape atNs(final long timeNs) {
        out.at(timeNs, timeNs, 0, flags);
        return this;
    }

    RowTape flags(final int flags) {
        this.flags = flags;
        return this;
    }

    RowTape last() {
        return flags(EventFlag.LAST_IN_PACKET);
    }

    RowTape add(final long id, final Side side, final String price, final long shares) {
        out.orderAdd(instrument, id, side, Decimals.parse(price), shares * Decimals.ONE);
        return this;
    }

    RowTape replace(final long id, final String price, final long shares) {
        out.orderReplace(instrument, id, id, Side.BID, Decimals.parse(price), shares * Decimals.ONE);
        return this;
    }

    RowTape cancel(final long id, final long shares) {
        out.orderReduce(instrument, id, Side.BID, shares * Decimals.ONE);
        return this;
    }

    RowTape delete(final long id) {
        out.orderDelete(instrument, id, Side.BID);
        return this;
    }

    RowTape execute(final long id, final String price, final long shares) {
        out.orderExecute(instrument, id, Side.BID, Decimals.parse(price), shares * Decimals.ONE);
        return this;
    }

    RowTape level(final Side side, final String price, final long shares) {
        out.levelSet(instrument, side, Decimals.parse(price), shares * Decimals.ONE, 0);
        return this;
    }

    RowTape quote(final String bid, final long bidShares, final String ask, final long askShares) {
        out.quote(instrument, Decimals.parse(bid), bidShares * Decimals.ONE, Decimals.parse(ask), askShares * Decimals.ONE);
        return this;
    }

    RowTape trade(final String price, final long shares, final Aggressor aggressor, final int tradeFlags) {
        out.trade(instrument, Decimals.parse(price), shares * Decimals.ONE, aggressor, 0, 0, tradeFlags, 0, 0);
        return this;
    }

    RowTape print(final String price, final long shares) {
        return trade(price, shares, Aggressor.UNKNOWN, 0);
    }

    RowTape sell(final String price, final long shares) {
        return trade(price, shares, Aggressor.SELL, 0);
    }

    RowTape buy(final String price, final long shares) {
        return trade(price, shares, Aggressor.BUY, 0);
    }

    RowTape heartbeat(final double ms) {
        at(ms);
        out.heartbeat();
        return this;
    }

    /** Closes the rows up to that second and returns the last. */
    Row rowAt(final int second) {
        heartbeat(second * 1000.0);
        final Row row = rows.getLast();
        if (row.closeNs() != START_NS + second * 1_000_000_000L) {
            throw new AssertionError("the last row closed at " + (row.closeNs() - START_NS) + " ns");
        }
        return row;
    }

    long sum(final RowColumn column) {
        return rows.stream().mapToLong(row -> row.get(column)).sum();
    }
}
