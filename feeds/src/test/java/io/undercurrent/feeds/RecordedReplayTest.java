package io.undercurrent.feeds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.undercurrent.codec.Decimals;
import io.undercurrent.codec.EventFlag;
import io.undercurrent.codec.Events;
import io.undercurrent.codec.TradeFlag;
import io.undercurrent.codec.sbe.GapDecoder;
import io.undercurrent.codec.sbe.QuoteDecoder;
import io.undercurrent.codec.sbe.RejectedDecoder;
import io.undercurrent.codec.sbe.Side;
import io.undercurrent.codec.sbe.TradeDecoder;
import io.undercurrent.engine.book.BookView;
import io.undercurrent.engine.config.Config;
import io.undercurrent.engine.config.Setting;
import io.undercurrent.engine.row.BookListener;
import io.undercurrent.engine.row.MarketState;
import io.undercurrent.feeds.journal.JournalFeed;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The known answers of the recorded data, reached through the ring and from the journal's dump. */
class RecordedReplayTest {
    private static final String ARL = "xnas_mbo/ARL_xnas-itch_20250717_mbo.csv.gz";
    private static final String ARL_LEVELS = "xnas_mbo/ARL_xnas-itch_20250717_mbp-10_expected.csv.gz";

    @TempDir
    private Path dir;

    private Path replay(final String name, final String format, final FeedOptions options, final String... files) {
        final List<Path> paths = new ArrayList<>();
        for (final String file : files) {
            paths.add(TestData.shared(file));
        }
        final Path folder = dir.resolve(name);
        Replays.run(Replays.config(folder), FeedFormats.named(format).open(paths, options));
        return folder;
    }

    @Test
    void theTenLevelsOfArlAreExactAtEveryRecordedState() {
        final Path recorded = TestData.shared(ARL_LEVELS);
        final TreeMap<Long, String> ours = new TreeMap<>();
        Replays.books(replay("arl", "mbo-csv", FeedOptions.NONE, ARL),
                (instrument, book, buffer, offset) -> ours.put(Events.sourceSequence(buffer, offset), tenLevels(book)),
                (buffer, offset, length) -> { });
        final Map<Long, String> expected = tenLevelRows(recorded);
        int same = 0;
        for (final Map.Entry<Long, String> state : expected.entrySet()) {
            same += ours.floorEntry(state.getKey()).getValue().equals(state.getValue()) ? 1 : 0;
        }
        assertEquals(3_359, expected.size());
        assertEquals(3_359, same);
    }

    private static String tenLevels(final BookView book) {
        final StringBuilder text = new StringBuilder();
        for (int k = 0; k < BookView.VISIBLE_LEVELS; k++) {
            for (final Side side : List.of(Side.BID, Side.ASK)) {
                if (k < book.levels(side)) {
                    text.append(side).append(k).append(' ').append(book.price(side, k)).append(' ').append(book.size(side, k))
                            .append(' ').append(book.orderCount(side, k)).append(';');
                }
            }
        }
        return text.toString();
    }

    private static Map<Long, String> tenLevelRows(final Path file) {
        final List<String> lines = TestData.lines(file);
        final List<String> names = List.of(lines.getFirst().split(",", -1));
        final Map<Long, String> states = new TreeMap<>();
        for (final String line : lines.subList(1, lines.size())) {
            final String[] row = line.split(",", -1);
            if (!row[names.indexOf("action")].equals("R")) {
                final StringBuilder text = new StringBuilder();
                for (int k = 0; k < BookView.VISIBLE_LEVELS; k++) {
                    for (final Side side : List.of(Side.BID, Side.ASK)) {
                        final int at = names.indexOf((side == Side.BID ? "bid" : "ask") + "_px_0" + k);
                        if (!row[at + 1].equals("0")) {
                            text.append(side).append(k).append(' ').append(Decimals.parse(row[at])).append(' ')
                                    .append(Decimals.parse(row[at + 1])).append(' ').append(row[at + 2]).append(';');
                        }
                    }
                }
                states.put(Long.valueOf(row[names.indexOf("sequence")]), text.toString());
            }
        }
        return states;
    }

    @Test
    void theTopOfAaplIsExactFor15999States() {
        final Path seed = TestData.shared("lobster/AAPL_2012-06-21_first998_orderbook_10.csv");
        final Path folder = replay("aapl", "lobster", FeedOptions.NONE.withSeedBook(seed),
                "lobster/AAPL_2012-06-21_34200000_37800000_message_50.csv.gz");
        final List<String> ours = new ArrayList<>();
        Replays.books(folder, (instrument, book, buffer, offset) -> addIfNew(ours, book.bestAsk() / 100_000 + ","
                + book.size(Side.ASK, 0) / Decimals.ONE + "," + book.bestBid() / 100_000 + "," + book.size(Side.BID, 0) / Decimals.ONE),
                (buffer, offset, length) -> { });
        final List<String> recorded = new ArrayList<>();
        for (final String row : TestData.lines(TestData.shared("lobster/AAPL_2012-06-21_34200000_57600000_orderbook_1.csv.gz"))) {
            addIfNew(recorded, row);
        }
        int same = 0;
        while (ours.get(same).equals(recorded.get(same))) {
            same++;
        }
        assertEquals(15_999, same);
    }

    private static void addIfNew(final List<String> states, final String state) {
        if (states.isEmpty() || !states.getLast().equals(state)) {
            states.add(state);
        }
    }

    @ParameterizedTest
    @CsvSource({"usdm, 629", "spot, 564"})
    void theTopOfBtcusdtEqualsTheBookTickerAtTheSameUpdate(final String market, final int updates) {
        final Path folder = replay(market, "binance", FeedOptions.NONE, "binance/" + market + "_btcusdt_20240808.gz");
        final Map<Long, String> books = new HashMap<>();
        final Map<Long, String> tickers = new HashMap<>();
        final int[] gaps = new int[1];
        final QuoteDecoder quote = new QuoteDecoder();
        final MarketState[] market0 = new MarketState[1];
        final String[] top = {""};
        market0[0] = Replays.books(folder, (instrument, book, buffer, offset) -> {
            top[0] = book.bestBid() + " x " + book.size(Side.BID, 0) + " / " + book.bestAsk() + " x " + book.size(Side.ASK, 0);
        }, (buffer, offset, length) -> {
            switch (Events.templateId(buffer, offset)) {
                case QuoteDecoder.TEMPLATE_ID -> {
                    quote.wrap(buffer, offset + Events.HEADER_LENGTH, Events.blockLength(buffer, offset), 1);
                    tickers.put(Events.sourceSequence(buffer, offset), quote.bidPrice() + " x " + quote.bidSize() + " / "
                            + quote.askPrice() + " x " + quote.askSize());
                }
                case GapDecoder.TEMPLATE_ID -> gaps[0]++;
                case TradeDecoder.TEMPLATE_ID -> { }
                default -> {
                    if ((Events.flags(buffer, offset) & EventFlag.LAST_IN_PACKET) != 0) {
                        books.put(Events.sourceSequence(buffer, offset), top[0]);
                    }
                }
            }
        });
        tickers.keySet().retainAll(books.keySet());
        books.keySet().retainAll(tickers.keySet());
        assertEquals(updates, tickers.size());
        assertEquals(tickers, books);
        assertEquals(0, gaps[0]);
        if (market.equals("usdm")) {
            final BookView last = market0[0].book(0);
            assertEquals(List.of(5_018, 4_578), List.of(last.levels(Side.BID), last.levels(Side.ASK)));
            assertEquals("61659700000000 x 1486000000 / 61659800000000 x 981000000", top[0]);
        }
    }

    @Test
    void theTradesOfBacAndItsOffExchangeShareAreThoseOfTheFile() {
        final Path folder = replay("bac", "us-ticks", FeedOptions.NONE, "us_ticks/bac_20131008_trade.zip",
                "us_ticks/bac_20131008_quote.zip");
        final TradeDecoder trade = new TradeDecoder();
        final long[] counted = new long[4];
        Replays.events(folder, (buffer, offset, length) -> {
            if (Events.templateId(buffer, offset) == TradeDecoder.TEMPLATE_ID) {
                trade.wrap(buffer, offset + Events.HEADER_LENGTH, Events.blockLength(buffer, offset), 1);
                final int flags = buffer.getShort(offset + Events.HEADER_LENGTH + TradeDecoder.tradeFlagsEncodingOffset(),
                        ByteOrder.LITTLE_ENDIAN);
                final boolean off = (flags & TradeFlag.OFF_EXCHANGE) != 0;
                counted[0]++;
                counted[1] += trade.size() / Decimals.ONE;
                counted[2] += off ? 1 : 0;
                counted[3] += off ? trade.size() / Decimals.ONE : 0;
            }
        });
        final long[] inFile = new long[4];
        for (final String line : TestData.lines(TestData.shared("us_ticks/bac_20131008_trade.zip"))) {
            final String[] fields = line.split(",", -1);
            final long size = Long.parseLong(fields[2]);
            final boolean off = fields[3].equals("D");
            inFile[0]++;
            inFile[1] += size;
            inFile[2] += off ? 1 : 0;
            inFile[3] += off ? size : 0;
        }
        assertEquals(125_872, counted[0]);
        for (int i = 0; i < counted.length; i++) {
            assertEquals(inFile[i], counted[i], "count " + i);
        }
    }

    /** So few trades are hardly trusted. */
    private static Config easilyAlarmed(final Path folder) {
        return Replays.config(folder).with(Setting.ALERTS_THRESHOLD, "-5.5").with(Setting.ALERTS_CLEAR, "-6");
    }

    @Test
    void theReplayOfAJournalGivesTheSameAlertsOfARecordedDay() {
        final Path first = dir.resolve("first");
        Replays.run(easilyAlarmed(first), FeedFormats.named("mbo-csv").open(List.of(TestData.shared(ARL)), FeedOptions.NONE));
        final List<String> alerts = Replays.alerts(first);
        assertFalse(alerts.isEmpty(), "without alerts this shows nothing");
        final Path second = dir.resolve("second");
        Replays.run(easilyAlarmed(second).with(Setting.RING_SLOTS, "128"), JournalFeed.open(List.of(first), FeedOptions.NONE));
        assertEquals(alerts, Replays.alerts(second));
    }

    @Test
    void nothingOfTheRecordedDaysIsRejected() {
        final int[] rejected = new int[1];
        for (final Path folder : List.of(replay("arl", "mbo-csv", FeedOptions.NONE, ARL),
                replay("spot", "binance", FeedOptions.NONE, "binance/spot_btcusdt_20240808.gz"))) {
            Replays.books(folder, BookListener.NONE, (buffer, offset, length) ->
                    rejected[0] += Events.templateId(buffer, offset) == RejectedDecoder.TEMPLATE_ID ? 1 : 0);
        }
        assertEquals(0, rejected[0]);
    }
}
