package io.undercurrent.feeds.iqfeed;

import io.undercurrent.codec.Decimals;
import io.undercurrent.codec.Times;
import io.undercurrent.codec.TradeFlag;
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
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes the lines of both IQFeed ports into one file, the books order by order, as IQFeed shows those of futures. They can't say: nanoseconds,
 * sessions and trading status, which removals were executions, hidden executions (which become ordinary prints), venues and packets.
 */
public final class IqfeedWriter implements OrderRecorder {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSSSSS");
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("yyyyMMdd HH:mm:ss");
    private static final DateTimeFormatter US_DATE = DateTimeFormatter.ofPattern("MM/dd/yyyy");
    private static final int DECIMALS = 4;
    private static final int EXCHANGE = 5;
    private static final int TRADE_REPORTING_FACILITY = 19;
    private static final long ODD_LOT_BELOW = 100;

    private final OutputFile file;
    private final LeftOut leftOut;
    private final StringBuilder line = new StringBuilder();
    private LocalDateTime now = LocalDateTime.MIN;
    private long second = Long.MIN_VALUE;

    private IqfeedWriter(final Path folder, final LeftOut leftOut) {
        file = OutputFile.create(folder, "iqfeed.txt.gz");
        this.leftOut = leftOut;
        List.of("S,SERVER CONNECTED", "S,CURRENT PROTOCOL,6.2", "S,CURRENT UPDATE FIELDNAMES,Symbol,Most Recent Trade,Most Recent Trade Size,"
                + "Most Recent Trade Time,Most Recent Trade Date,Most Recent Trade Market Center,Most Recent Trade Conditions,"
                + "Most Recent Trade Aggressor,TickID,Bid,Bid Size,Ask,Ask Size,Message Contents").forEach(text -> file.line(text + "\r"));
    }

    /** @throws io.undercurrent.engine.feed.FeedException the file is there already, or can't be written */
    public static EventWriter open(final Path folder, final Optional<String> onlySymbol) {
        final LeftOut leftOut = new LeftOut();
        return new OrderEventWriter(IqfeedFeed.NAME, onlySymbol, new IqfeedWriter(folder, leftOut), leftOut);
    }

    /** Begins a line; in each second the first is preceded by the clock's. */
    private StringBuilder begin(final Moment at, final String type, final RecordedInstrument instrument) {
        now = Instant.ofEpochSecond(0, at.exchangeTimeNs()).atZone(Times.NEW_YORK).toLocalDateTime();
        final long newSecond = Math.floorDiv(at.exchangeTimeNs(), Times.SECOND_NS);
        if (newSecond > second) {
            second = newSecond;
            end("T," + SECOND.format(now));
        }
        line.setLength(0);
        return line.append(type).append(',').append(instrument.symbol()).append(',');
    }

    private void end(final CharSequence text) {
        file.line(text + "\r");
    }

    /** With at least four decimals. */
    private StringBuilder price(final long price) {
        final int start = line.length();
        Decimals.append(line, price);
        int point = line.indexOf(".", start);
        if (point < 0) {
            point = line.length();
            line.append('.');
        }
        return line.repeat('0', Math.max(0, DECIMALS - (line.length() - point - 1)));
    }

    private static char letter(final Side side) {
        return side == Side.BID ? 'B' : 'A';
    }

    /** An order as it now stands. */
    private void order(final Moment at, final String type, final RecordedInstrument instrument, final RecordedOrder order, final long size) {
        begin(at, type, instrument).append(order.number()).append(",,").append(letter(order.side())).append(',');
        price(order.price()).append(',').append(Units.shares(IqfeedFeed.NAME, instrument, size)).append(',').append(order.number())
                .append(',').append(DECIMALS).append(',').append(TIME.format(now)).append(',').append(now.toLocalDate()).append(',');
        end(line);
    }

    @Override
    public void added(final Moment at, final RecordedInstrument instrument, final RecordedOrder order) {
        order(at, "3", instrument, order, order.size());
    }

    @Override
    public void cancelled(final Moment at, final RecordedInstrument instrument, final RecordedOrder order, final long size) {
        if (size < order.size()) {
            order(at, "4", instrument, order, order.size() - size);
        } else {
            begin(at, "5", instrument).append(order.number()).append(",,").append(letter(order.side())).append(',').append(TIME.format(now))
                    .append(',').append(now.toLocalDate()).append(',');
            end(line);
        }
    }

    @Override
    public boolean replaces(final boolean renumbered) {
        return !renumbered;
    }

    @Override
    public void replaced(final Moment at, final RecordedInstrument instrument, final RecordedOrder order, final RecordedOrder by) {
        order(at, "4", instrument, by, by.size());
    }

    @Override
    public void executed(
            final Moment at, final RecordedInstrument instrument, final RecordedOrder order, final long price, final long size,
            final Optional<Print> print) {
        cancelled(at, instrument, order, size);
    }

    @Override
    public void printed(final Moment at, final RecordedInstrument instrument, final Print print) {
        if (print.is(TradeFlag.CANCELLED)) {
            leftOut.add(LeftOut.What.CANCELLED_PRINT);
            return;
        }
        begin(at, "Q", instrument);
        price(print.price()).append(',').append(Units.shares(IqfeedFeed.NAME, instrument, print.size())).append(',').append(TIME.format(now))
                .append(',').append(US_DATE.format(now)).append(',')
                .append(print.is(TradeFlag.OFF_EXCHANGE) ? TRADE_REPORTING_FACILITY : EXCHANGE).append(',').append(conditions(print))
                .append(',').append(switch (print.aggressor()) {
                    case BUY -> 1;
                    case SELL -> 2;
                    default -> 3;
                }).append(',').append(print.tradeId()).append(',');
        best(instrument, Side.BID);
        best(instrument, Side.ASK);
        end(line.append(print.is(TradeFlag.NOT_CURRENT) ? 'O' : 'C'));
    }

    /** Cross trade, average price, odd lot, regular. */
    private static String conditions(final Print print) {
        return print.is(TradeFlag.AUCTION) ? "42" : print.is(TradeFlag.NOT_CURRENT) ? "05"
                : print.size() < ODD_LOT_BELOW * Decimals.ONE ? "8701" : "01";
    }

    private void best(final RecordedInstrument instrument, final Side side) {
        final Optional<Map.Entry<Long, Long>> best = Optional.ofNullable(instrument.levels(side).firstEntry());
        if (best.isPresent()) {
            price(best.get().getKey()).append(',').append(best.get().getValue() / Decimals.ONE).append(',');
        } else {
            line.append(",,");
        }
    }

    @Override
    public void status(final Moment at, final RecordedInstrument instrument, final TradingState state, final long reason) {
        leftOut.add(LeftOut.What.TRADING_STATUS);
    }

    @Override
    public List<String> replays() {
        return List.of(IqfeedFeed.NAME + " " + file.path());
    }

    @Override
    public void close() {
        file.close();
    }
}
