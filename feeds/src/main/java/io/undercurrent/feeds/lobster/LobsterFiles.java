package io.undercurrent.feeds.lobster;

import io.undercurrent.codec.Decimals;
import io.undercurrent.codec.Times;
import io.undercurrent.codec.sbe.Side;
import io.undercurrent.engine.feed.FeedException;
import io.undercurrent.feeds.output.NewYorkDay;
import io.undercurrent.feeds.output.OutputFile;
import io.undercurrent.feeds.output.RecordedInstrument;
import io.undercurrent.feeds.output.Units;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Map;

/** The message and the orderbook file of one stock and day, line by line. One thread. */
final class LobsterFiles implements AutoCloseable {
    private static final int LEVELS = 10;
    private static final long MS_NS = 1_000_000;
    private static final long OPEN_MS = 34_200_000;
    private static final long CLOSE_MS = 57_600_000;

    private final RecordedInstrument instrument;
    private final NewYorkDay day;
    private final OutputFile messages;
    private final OutputFile books;
    private final StringBuilder line = new StringBuilder();

    private LobsterFiles(final RecordedInstrument instrument, final NewYorkDay day, final OutputFile messages, final OutputFile books) {
        this.instrument = instrument;
        this.day = day;
        this.messages = messages;
        this.books = books;
    }

    /** The files of the day that the time is of. */
    static LobsterFiles create(final Path folder, final RecordedInstrument instrument, final long timeNs) {
        final NewYorkDay day = NewYorkDay.of(timeNs);
        final String name = instrument.symbol() + "_" + day.date() + "_" + sinceMidnightMs(day, instrument.regularOpenNs(), OPEN_MS) + "_"
                + sinceMidnightMs(day, instrument.regularCloseNs(), CLOSE_MS);
        if (!LobsterNames.isName(name + "_")) {
            throw new FeedException("a LOBSTER file can't be named after symbol '" + instrument.symbol() + "'; choose another with --symbol");
        }
        return new LobsterFiles(instrument, day, OutputFile.create(folder, name + "_message_" + LEVELS + ".csv.gz"),
                OutputFile.create(folder, name + "_orderbook_" + LEVELS + ".csv.gz"));
    }

    private static long sinceMidnightMs(final NewYorkDay day, final long timeNs, final long usual) {
        return day.has(timeNs) ? (timeNs - day.startNs()) / MS_NS : usual;
    }

    NewYorkDay day() {
        return day;
    }

    Path messages() {
        return messages.path();
    }

    /** A message, and the book as it now stands. */
    void message(final long timeNs, final int type, final long order, final long shares, final long price, final int direction) {
        line.setLength(0);
        final long sinceMidnightNs = timeNs - day.startNs();
        line.append(sinceMidnightNs / Times.SECOND_NS).append('.');
        final String fraction = Long.toString(sinceMidnightNs % Times.SECOND_NS);
        line.repeat('0', 9 - fraction.length()).append(fraction).append(',').append(type).append(',').append(order).append(',')
                .append(shares).append(',').append(price).append(',').append(direction);
        messages.line(line);
        book();
    }

    private void book() {
        line.setLength(0);
        final Iterator<Map.Entry<Long, Long>> asks = instrument.levels(Side.ASK).entrySet().iterator();
        final Iterator<Map.Entry<Long, Long>> bids = instrument.levels(Side.BID).entrySet().iterator();
        for (int i = 0; i < LEVELS; i++) {
            line.append(i == 0 ? "" : ",");
            level(asks, LobsterSeed.DUMMY_PRICE);
            line.append(',');
            level(bids, -LobsterSeed.DUMMY_PRICE);
        }
        books.line(line);
    }

    private void level(final Iterator<Map.Entry<Long, Long>> levels, final long dummy) {
        if (levels.hasNext()) {
            final Map.Entry<Long, Long> level = levels.next();
            line.append(Units.price(LobsterFeed.NAME, instrument, level.getKey(), LobsterMessage.PRICE_UNIT)).append(',')
                    .append(level.getValue() / Decimals.ONE);
        } else {
            line.append(dummy).append(",0");
        }
    }

    @Override
    public void close() {
        messages.close();
        books.close();
    }
}
