package io.undercurrent.feeds.itch;

import io.undercurrent.codec.TradeFlag;
import io.undercurrent.codec.sbe.Aggressor;
import io.undercurrent.codec.sbe.SessionKind;
import io.undercurrent.codec.sbe.SessionPhase;
import io.undercurrent.codec.sbe.Side;
import io.undercurrent.codec.sbe.TradingState;
import io.undercurrent.engine.feed.FeedException;
import io.undercurrent.feeds.output.EventWriter;
import io.undercurrent.feeds.output.LeftOut;
import io.undercurrent.feeds.output.Moment;
import io.undercurrent.feeds.output.OrderEventWriter;
import io.undercurrent.feeds.output.OrderRecorder;
import io.undercurrent.feeds.output.Print;
import io.undercurrent.feeds.output.RecordedInstrument;
import io.undercurrent.feeds.output.RecordedOrder;
import io.undercurrent.feeds.output.Units;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes Nasdaq TotalView-ITCH 5.0 files, one a day. They can't say: off-exchange prints and others whose price is not of the moment, the
 * aggressor of a hidden execution (from 14 July 2014 on), conditions and packets.
 */
public final class ItchWriter implements OrderRecorder {
    private static final int MAX_SYMBOL = 8;

    private final Path folder;
    private final LeftOut leftOut;
    private final List<RecordedInstrument> instruments = new ArrayList<>();
    private final List<String> replays = new ArrayList<>();
    private Optional<ItchFile> open = Optional.empty();
    private Moment latest = new Moment(0, 0, 0, false);
    private long matches;

    private ItchWriter(final Path folder, final LeftOut leftOut) {
        this.folder = folder;
        this.leftOut = leftOut;
    }

    /** @throws FeedException as soon as a file is there already, or can't be written */
    public static EventWriter open(final Path folder, final Optional<String> onlySymbol) {
        final LeftOut leftOut = new LeftOut();
        return new OrderEventWriter(ItchFeed.NAME, onlySymbol, new ItchWriter(folder, leftOut), leftOut);
    }

    /** The file of the moment's day; a new one names all stocks. */
    private ItchFile file(final Moment at) {
        latest = at;
        if (open.isPresent() && open.get().day().has(at.exchangeTimeNs())) {
            return open.get();
        }
        finish();
        final ItchFile next = ItchFile.create(folder, at.exchangeTimeNs());
        open = Optional.of(next);
        replays.add(ItchFeed.NAME + " " + next.path());
        next.system(at.exchangeTimeNs(), 'O');
        instruments.forEach(instrument -> name(at, instrument));
        return next;
    }

    private void name(final Moment at, final RecordedInstrument instrument) {
        file(at).begin(ItchType.STOCK_DIRECTORY, instrument.number(), at.exchangeTimeNs()).text(instrument.symbol(), MAX_SYMBOL)
                .text("QN", 2).number(100, 4).text("NCZ PNN1N", 9).number(0, 4).text("N", 1).end();
        file(at).begin(ItchType.TRADING_ACTION, instrument.number(), at.exchangeTimeNs()).text(instrument.symbol(), MAX_SYMBOL)
                .text("T", 6).end();
    }

    @Override
    public void defined(final Moment at, final RecordedInstrument instrument) {
        if (instrument.symbol().length() > MAX_SYMBOL) {
            throw new FeedException(instrument.symbol() + " has more than the " + MAX_SYMBOL + " letters of itch; choose another with --symbol");
        }
        // before the first file is opened, which names all that are known
        file(at);
        instruments.add(instrument);
        name(at, instrument);
    }

    private ItchFile begin(final ItchType type, final Moment at, final RecordedInstrument instrument) {
        return file(at).begin(type, instrument.number(), at.exchangeTimeNs());
    }

    private static long price(final RecordedInstrument instrument, final long price) {
        return Units.price(ItchFeed.NAME, instrument, price, ItchMessage.PRICE_UNIT);
    }

    private static long shares(final RecordedInstrument instrument, final long size) {
        return Units.shares(ItchFeed.NAME, instrument, size);
    }

    private long match(final Print print) {
        matches++;
        return print.tradeId() == 0 ? Long.MIN_VALUE + matches : print.tradeId();
    }

    @Override
    public void added(final Moment at, final RecordedInstrument instrument, final RecordedOrder order) {
        begin(ItchType.ADD_ORDER, at, instrument).number(order.number(), 8).text(order.side() == Side.BID ? "B" : "S", 1)
                .number(shares(instrument, order.size()), 4).text(instrument.symbol(), MAX_SYMBOL)
                .number(price(instrument, order.price()), 4).end();
    }

    @Override
    public void cancelled(final Moment at, final RecordedInstrument instrument, final RecordedOrder order, final long size) {
        if (size == order.size()) {
            begin(ItchType.ORDER_DELETE, at, instrument).number(order.number(), 8).end();
        } else {
            begin(ItchType.ORDER_CANCEL, at, instrument).number(order.number(), 8).number(shares(instrument, size), 4).end();
        }
    }

    @Override
    public boolean replaces(final boolean renumbered) {
        return true;
    }

    @Override
    public void replaced(final Moment at, final RecordedInstrument instrument, final RecordedOrder order, final RecordedOrder by) {
        begin(ItchType.ORDER_REPLACE, at, instrument).number(order.number(), 8).number(by.number(), 8)
                .number(shares(instrument, by.size()), 4).number(price(instrument, by.price()), 4).end();
    }

    @Override
    public void executed(
            final Moment at, final RecordedInstrument instrument, final RecordedOrder order, final long price, final long size,
            final Optional<Print> print) {
        final long match = print.map(this::match).orElse(0L);
        if (print.isPresent() && price == order.price()) {
            begin(ItchType.ORDER_EXECUTED, at, instrument).number(order.number(), 8).number(shares(instrument, size), 4).number(match, 8)
                    .end();
        } else {
            begin(ItchType.ORDER_EXECUTED_WITH_PRICE, at, instrument).number(order.number(), 8).number(shares(instrument, size), 4)
                    .number(match, 8).text(print.isPresent() ? "Y" : "N", 1).number(price(instrument, price), 4).end();
        }
    }

    @Override
    public void printed(final Moment at, final RecordedInstrument instrument, final Print print) {
        if (print.is(TradeFlag.CANCELLED)) {
            begin(ItchType.BROKEN_TRADE, at, instrument).number(print.tradeId(), 8).end();
        } else if (print.is(TradeFlag.OFF_EXCHANGE)) {
            leftOut.add(LeftOut.What.OFF_EXCHANGE_PRINT);
        } else if (print.is(TradeFlag.NOT_CURRENT)) {
            leftOut.add(LeftOut.What.NOT_CURRENT_PRINT);
        } else if (print.is(TradeFlag.AUCTION)) {
            begin(ItchType.CROSS_TRADE, at, instrument).number(shares(instrument, print.size()), 8).text(instrument.symbol(), MAX_SYMBOL)
                    .number(price(instrument, print.price()), 4).number(match(print), 8).text("O", 1).end();
        } else if (print.is(TradeFlag.HIDDEN)) {
            hidden(at, instrument, print);
        }
    }

    private void hidden(final Moment at, final RecordedInstrument instrument, final Print print) {
        final boolean told = file(at).day().date().isBefore(ItchPrints.SIDE_NOT_TOLD);
        if (told && print.aggressor() == Aggressor.UNKNOWN) {
            leftOut.add(LeftOut.What.HIDDEN_PRINT);
            return;
        }
        begin(ItchType.TRADE, at, instrument).number(0, 8).text(told && print.aggressor() == Aggressor.BUY ? "S" : "B", 1)
                .number(shares(instrument, print.size()), 4).text(instrument.symbol(), MAX_SYMBOL)
                .number(price(instrument, print.price()), 4).number(match(print), 8).end();
    }

    @Override
    public void unexecuted(final Moment at, final RecordedInstrument instrument, final Print print) {
        leftOut.add(LeftOut.What.PRINT_WITHOUT_ORDER);
    }

    @Override
    public void status(final Moment at, final RecordedInstrument instrument, final TradingState state, final long reason) {
        final char letter = switch (state) {
            case TRADING -> 'T';
            case HALTED -> 'H';
            case QUOTE_ONLY -> 'Q';
            default -> ' ';
        };
        if (letter == ' ') {
            leftOut.add(LeftOut.What.TRADING_STATUS);
        } else {
            begin(ItchType.TRADING_ACTION, at, instrument).text(instrument.symbol(), MAX_SYMBOL).text(String.valueOf(letter), 6).end();
        }
    }

    @Override
    public void session(final Moment at, final SessionKind kind, final SessionPhase phase) {
        final boolean starts = phase == SessionPhase.START;
        if (kind == SessionKind.PRE && starts) {
            file(at).system(at.exchangeTimeNs(), 'S');
        } else if (kind == SessionKind.REGULAR) {
            file(at).system(at.exchangeTimeNs(), starts ? 'Q' : 'M');
        } else if (kind == SessionKind.POST && !starts) {
            file(at).system(at.exchangeTimeNs(), 'E');
        }
    }

    @Override
    public List<String> replays() {
        return List.copyOf(replays);
    }

    private void finish() {
        open.ifPresent(file -> {
            file.system(latest.exchangeTimeNs(), 'C');
            file.close();
        });
        open = Optional.empty();
    }

    @Override
    public void close() {
        finish();
    }
}
