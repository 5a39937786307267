package io.undercurrent.feeds.ticks;

import io.undercurrent.codec.Ascii8;
import io.undercurrent.codec.Decimals;
import io.undercurrent.codec.TradeFlag;
import io.undercurrent.codec.sbe.BookKind;
import io.undercurrent.codec.sbe.Side;
import io.undercurrent.engine.book.Book;
import io.undercurrent.engine.feed.FeedException;
import io.undercurrent.feeds.output.NewYorkDay;
import io.undercurrent.feeds.output.OutputFile;
import io.undercurrent.feeds.output.Print;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.agrona.DirectBuffer;

/** The trades and best quotes of one stock, a pair of files a day. One thread. */
final class TickFiles implements AutoCloseable {
    private static final char FINRA = 'D';
    private static final char EXCHANGE = 'Q';
    private static final long NS_TO_MS_DECIMAL = 1_000;
    private static final String TRADE = "trade";
    private static final String QUOTE = "quote";
    private static final String REGULAR = "1";
    private static final String CROSS = "200000";
    private static final String AVERAGE_PRICE = "100000";

    private final Path folder;
    private final String symbol;
    private final Map<String, OutputFile> open = new HashMap<>();
    private final List<Path> paths = new ArrayList<>();
    private final StringBuilder line = new StringBuilder();
    private NewYorkDay day = NewYorkDay.NONE;
    private Book book = new Book(BookKind.TOP);
    private final long[] prices = new long[2];
    private final long[] sizes = new long[2];

    TickFiles(final Path folder, final String symbol) {
        this.folder = folder;
        this.symbol = symbol;
    }

    /** A new book takes the place of the one before. */
    void begin(final BookKind kind) {
        book = new Book(kind);
    }

    /** The day's file of a kind; a kind without a line has none. */
    private OutputFile file(final long timeNs, final String kind) {
        if (!day.has(timeNs)) {
            close();
            day = NewYorkDay.of(timeNs);
            Arrays.fill(prices, 0);
            Arrays.fill(sizes, 0);
        }
        return open.computeIfAbsent(kind, this::create);
    }

    private OutputFile create(final String kind) {
        final String lower = symbol.toLowerCase(Locale.ROOT);
        final String date = DateTimeFormatter.BASIC_ISO_DATE.format(day.date());
        final String name = lower + "_" + date + "_" + kind + ".zip";
        if (!TickName.isName(name)) {
            throw new FeedException("a file of ticks can't be named after symbol '" + symbol + "'; choose another with --symbol");
        }
        final OutputFile file = OutputFile.createZip(folder, name, date + "_" + lower + "_" + kind + "_tick.csv");
        paths.add(file.path());
        return file;
    }

    private StringBuilder begin(final long timeNs) {
        line.setLength(0);
        Decimals.append(line, (timeNs - day.startNs()) * NS_TO_MS_DECIMAL);
        return line.append(',');
    }

    private long units(final String what, final long value, final long unit) {
        if (value % unit != 0) {
            throw new FeedException(symbol + ": " + what + " " + Decimals.format(value) + " is finer than the " + Decimals.format(unit)
                    + " of " + UsTicksFeed.NAME + "; write mbo-csv, or another symbol");
        }
        return value / unit;
    }

    void trade(final long timeNs, final Print print) {
        final OutputFile file = file(timeNs, TRADE);
        final String named = Ascii8.unpack(print.venue());
        final boolean letter = named.length() == 1 && TickRecord.isExchange((byte) named.charAt(0)) && named.charAt(0) != FINRA;
        final char exchange = print.is(TradeFlag.OFF_EXCHANGE) ? FINRA : letter ? named.charAt(0) : EXCHANGE;
        begin(timeNs).append(units("price", print.price(), TickRecord.PRICE_UNIT)).append(',')
                .append(units("size", print.size(), Decimals.ONE)).append(',').append(exchange).append(',')
                .append(print.is(TradeFlag.AUCTION) ? CROSS : print.is(TradeFlag.NOT_CURRENT) ? AVERAGE_PRICE : REGULAR).append(",0");
        file.line(line);
    }

    /** The event may change the best quote. */
    void change(final long timeNs, final DirectBuffer buffer, final int offset) {
        book.apply(buffer, offset);
        if (!book.whole()) {
            return;
        }
        final boolean bidGone = book.size(Side.BID, 0) == 0 && sizes[0] > 0;
        final boolean askGone = book.size(Side.ASK, 0) == 0 && sizes[1] > 0;
        if (bidGone || askGone) {
            // a line can't take one side away alone
            quote(timeNs, 0, 0, 0, 0);
            sizes[0] = 0;
            sizes[1] = 0;
        }
        side(timeNs, Side.BID, 0);
        side(timeNs, Side.ASK, 1);
    }

    private void side(final long timeNs, final Side side, final int index) {
        final long price = book.price(side, 0);
        final long size = book.size(side, 0);
        if (size > 0 && (price != prices[index] || size != sizes[index] || !day.has(timeNs))) {
            quote(timeNs, side == Side.BID ? price : 0, side == Side.BID ? size : 0, side == Side.ASK ? price : 0,
                    side == Side.ASK ? size : 0);
            prices[index] = price;
            sizes[index] = size;
        }
    }

    private void quote(final long timeNs, final long bid, final long bidSize, final long ask, final long askSize) {
        final OutputFile file = file(timeNs, QUOTE);
        begin(timeNs).append(units("price", bid, TickRecord.PRICE_UNIT)).append(',').append(units("size", bidSize, Decimals.ONE)).append(',')
                .append(units("price", ask, TickRecord.PRICE_UNIT)).append(',').append(units("size", askSize, Decimals.ONE)).append(',')
                .append(EXCHANGE).append(',').append(REGULAR).append(",0");
        file.line(line);
    }

    /** Of all files so far. */
    List<Path> paths() {
        return List.copyOf(paths);
    }

    @Override
    public void close() {
        open.values().forEach(OutputFile::close);
        open.clear();
    }
}
