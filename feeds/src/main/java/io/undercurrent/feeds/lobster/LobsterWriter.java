package io.undercurrent.feeds.lobster;

import io.undercurrent.codec.TradeFlag;
import io.undercurrent.codec.sbe.Aggressor;
import io.undercurrent.codec.sbe.Side;
import io.undercurrent.codec.sbe.TradingState;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes LOBSTER files: for each stock and day the messages, and the ten best levels after each. They can't say: off-exchange prints and
 * others whose price is not of the moment, sessions, packets, trade ids, replacements (which are a deletion and a new order), and executions
 * without a print (which are cancellations).
 */
public final class LobsterWriter implements OrderRecorder {
    private final Path folder;
    private final LeftOut leftOut;
    private final Map<RecordedInstrument, LobsterFiles> open = new HashMap<>();
    private final List<String> replays = new ArrayList<>();

    private LobsterWriter(final Path folder, final LeftOut leftOut) {
        this.folder = folder;
        this.leftOut = leftOut;
    }

    /** @throws io.undercurrent.engine.feed.FeedException as soon as a file is there already, or can't be written */
    public static EventWriter open(final Path folder, final Optional<String> onlySymbol) {
        final LeftOut leftOut = new LeftOut();
        return new OrderEventWriter(LobsterFeed.NAME, onlySymbol, new LobsterWriter(folder, leftOut), leftOut);
    }

    private void message(
            final Moment at, final RecordedInstrument instrument, final int type, final long order, final long size, final long price,
            final Side resting) {
        files(at, instrument).message(at.exchangeTimeNs(), type, order, Units.shares(LobsterFeed.NAME, instrument, size),
                Units.price(LobsterFeed.NAME, instrument, price, LobsterMessage.PRICE_UNIT), resting == Side.BID ? 1 : -1);
    }

    private LobsterFiles files(final Moment at, final RecordedInstrument instrument) {
        final LobsterFiles files = open.get(instrument);
        if (files != null && files.day().has(at.exchangeTimeNs())) {
            return files;
        }
        if (files != null) {
            files.close();
        }
        final LobsterFiles next = LobsterFiles.create(folder, instrument, at.exchangeTimeNs());
        open.put(instrument, next);
        replays.add(LobsterFeed.NAME + " " + next.messages());
        return next;
    }

    @Override
    public void added(final Moment at, final RecordedInstrument instrument, final RecordedOrder order) {
        message(at, instrument, LobsterMessage.ADD, order.number(), order.size(), order.price(), order.side());
    }

    @Override
    public void cancelled(final Moment at, final RecordedInstrument instrument, final RecordedOrder order, final long size) {
        message(at, instrument, size == order.size() ? LobsterMessage.DELETE : LobsterMessage.REDUCE, order.number(), size, order.price(),
                order.side());
    }

    @Override
    public boolean replaces(final boolean renumbered) {
        return false;
    }

    @Override
    public void replaced(final Moment at, final RecordedInstrument instrument, final RecordedOrder order, final RecordedOrder by) {
        throw new UnsupportedOperationException("the format has no replacements");
    }

    @Override
    public void executed(
            final Moment at, final RecordedInstrument instrument, final RecordedOrder order, final long price, final long size,
            final Optional<Print> print) {
        if (print.isPresent()) {
            message(at, instrument, LobsterMessage.EXECUTE, order.number(), size, price, order.side());
        } else {
            leftOut.add(LeftOut.What.EXECUTION_WITHOUT_PRINT);
            cancelled(at, instrument, order, size);
        }
    }

    @Override
    public void printed(final Moment at, final RecordedInstrument instrument, final Print print) {
        if (print.is(TradeFlag.CANCELLED)) {
            leftOut.add(LeftOut.What.CANCELLED_PRINT);
        } else if (print.is(TradeFlag.OFF_EXCHANGE)) {
            leftOut.add(LeftOut.What.OFF_EXCHANGE_PRINT);
        } else if (print.is(TradeFlag.NOT_CURRENT)) {
            leftOut.add(LeftOut.What.NOT_CURRENT_PRINT);
        } else if (print.is(TradeFlag.AUCTION)) {
            message(at, instrument, LobsterMessage.CROSS, -1, print.size(), print.price(), Side.ASK);
        } else if (print.is(TradeFlag.HIDDEN)) {
            if (print.aggressor() == Aggressor.UNKNOWN) {
                leftOut.add(LeftOut.What.HIDDEN_PRINT);
            } else {
                message(at, instrument, LobsterMessage.EXECUTE_HIDDEN, 0, print.size(), print.price(),
                        print.aggressor() == Aggressor.SELL ? Side.BID : Side.ASK);
            }
        }
    }

    @Override
    public void unexecuted(final Moment at, final RecordedInstrument instrument, final Print print) {
        leftOut.add(LeftOut.What.PRINT_WITHOUT_ORDER);
    }

    @Override
    public void status(final Moment at, final RecordedInstrument instrument, final TradingState state, final long reason) {
        switch (state) {
            case HALTED -> files(at, instrument).message(at.exchangeTimeNs(), LobsterMessage.HALT, 0, 0, -1, -1);
            case QUOTE_ONLY -> files(at, instrument).message(at.exchangeTimeNs(), LobsterMessage.HALT, 0, 0, 0, -1);
            case TRADING -> files(at, instrument).message(at.exchangeTimeNs(), LobsterMessage.HALT, 0, 0, 1, -1);
            default -> leftOut.add(LeftOut.What.TRADING_STATUS);
        }
    }

    @Override
    public List<String> replays() {
        return List.copyOf(replays);
    }

    @Override
    public void close() {
        open.values().forEach(LobsterFiles::close);
    }
}
