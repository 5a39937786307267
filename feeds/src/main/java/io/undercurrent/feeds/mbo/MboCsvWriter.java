package io.undercurrent.feeds.mbo;

import io.undercurrent.codec.Decimals;
import io.undercurrent.codec.Times;
import io.undercurrent.codec.TradeFlag;
import io.undercurrent.codec.sbe.Aggressor;
import io.undercurrent.codec.sbe.Side;
import io.undercurrent.codec.sbe.TradingState;
import io.undercurrent.feeds.output.EventWriter;
import io.undercurrent.feeds.output.LeftOut;
import io.undercurrent.feeds.output.Moment;
import io.undercurrent.feeds.output.OrderEventWriter;
import io.undercurrent.feeds.output.OrderRecorder;
import io.undercurrent.feeds.output.OutputFile;
import io.undercurrent.feeds.output.Print;
import io.undercurrent.feeds.output.RecordedInstrument;
import io.undercurrent.feeds.output.RecordedOrder;
import io.undercurrent.feeds.output.Units;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Writes one market by order csv with Databento's columns. It can't say: sessions and trading status, auctions, that a print is not of its
 * moment, who was the aggressor of a hidden execution, trade ids and conditions.
 */
public final class MboCsvWriter implements OrderRecorder {
    /** Whose rows are off-exchange prints. */
    static final int OFF_EXCHANGE_PUBLISHER = 90;

    private static final int PUBLISHER = 2;
    private static final String HEADER =
            "ts_recv,ts_event,rtype,publisher_id,instrument_id,action,side,price,size,channel_id,order_id,flags,ts_in_delta,sequence,symbol";

    private final LeftOut leftOut;
    private final OutputFile file;
    private final StringBuilder line = new StringBuilder();

    private MboCsvWriter(final Path folder, final LeftOut leftOut) {
        this.leftOut = leftOut;
        file = OutputFile.create(folder, "day.mbo.csv.gz");
        file.line(HEADER);
    }

    /** @throws io.undercurrent.engine.feed.FeedException the file is there already, or can't be written */
    public static EventWriter open(final Path folder, final Optional<String> onlySymbol) {
        final LeftOut leftOut = new LeftOut();
        return new OrderEventWriter(MboCsvFeed.NAME, onlySymbol, new MboCsvWriter(folder, leftOut), leftOut);
    }

    private void row(
            final Moment at, final RecordedInstrument instrument, final int publisher, final char action, final char side, final long price,
            final long size, final long orderId) {
        line.setLength(0);
        line.append(Times.format(at.receiveTimeNs())).append(',').append(Times.format(at.exchangeTimeNs())).append(",160,")
                .append(publisher).append(',').append(instrument.number()).append(',').append(action).append(',').append(side).append(',');
        Decimals.append(line, price);
        line.append(',').append(Units.shares(MboCsvFeed.NAME, instrument, size)).append(",0,").append(orderId).append(',')
                .append(at.lastInPacket() ? MboRow.LAST : 0).append(",0,").append(at.sourceSequence()).append(',')
                .append(instrument.symbol());
        file.line(line);
    }

    private static char letter(final Side side) {
        return side == Side.BID ? 'B' : 'A';
    }

    @Override
    public void added(final Moment at, final RecordedInstrument instrument, final RecordedOrder order) {
        row(at, instrument, PUBLISHER, 'A', letter(order.side()), order.price(), order.size(), order.number());
    }

    @Override
    public void cancelled(final Moment at, final RecordedInstrument instrument, final RecordedOrder order, final long size) {
        row(at, instrument, PUBLISHER, 'C', letter(order.side()), order.price(), size, order.number());
    }

    @Override
    public boolean replaces(final boolean renumbered) {
        return !renumbered;
    }

    @Override
    public void replaced(final Moment at, final RecordedInstrument instrument, final RecordedOrder order, final RecordedOrder by) {
        row(at, instrument, PUBLISHER, 'M', letter(by.side()), by.price(), by.size(), by.number());
    }

    /** Whether printed or not: that is what its own row says. */
    @Override
    public void executed(
            final Moment at, final RecordedInstrument instrument, final RecordedOrder order, final long price, final long size,
            final Optional<Print> print) {
        row(at, instrument, PUBLISHER, 'F', letter(order.side()), price, size, order.number());
        row(at, instrument, PUBLISHER, 'C', letter(order.side()), order.price(), size, order.number());
    }

    @Override
    public void printed(final Moment at, final RecordedInstrument instrument, final Print print) {
        if (print.is(TradeFlag.CANCELLED)) {
            leftOut.add(LeftOut.What.CANCELLED_PRINT);
        } else if (print.is(TradeFlag.NOT_CURRENT)) {
            leftOut.add(LeftOut.What.NOT_CURRENT_PRINT);
        } else if (print.is(TradeFlag.AUCTION)) {
            leftOut.add(LeftOut.What.AUCTION_PRINT);
        } else {
            final char side = print.is(TradeFlag.HIDDEN) || print.aggressor() == Aggressor.UNKNOWN ? 'N'
                    : print.aggressor() == Aggressor.BUY ? 'B' : 'A';
            row(at, instrument, print.is(TradeFlag.OFF_EXCHANGE) ? OFF_EXCHANGE_PUBLISHER : PUBLISHER, 'T', side, print.price(),
                    print.size(), 0);
        }
    }

    @Override
    public void status(final Moment at, final RecordedInstrument instrument, final TradingState state, final long reason) {
        leftOut.add(LeftOut.What.TRADING_STATUS);
    }

    @Override
    public List<String> replays() {
        return List.of(MboCsvFeed.NAME + " " + file.path() + " --off-exchange " + OFF_EXCHANGE_PUBLISHER);
    }

    @Override
    public void close() {
        file.close();
    }
}
