package io.undercurrent.feeds.output;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.undercurrent.codec.Capability;
import io.undercurrent.codec.Decimals;
import io.undercurrent.codec.TradeFlag;
import io.undercurrent.codec.Times;
import io.undercurrent.codec.sbe.Aggressor;
import io.undercurrent.codec.sbe.BookKind;
import io.undercurrent.codec.sbe.ClearScope;
import io.undercurrent.codec.sbe.FeedCondition;
import io.undercurrent.codec.sbe.RejectReason;
import io.undercurrent.codec.sbe.SessionKind;
import io.undercurrent.codec.sbe.SessionPhase;
import io.undercurrent.codec.sbe.Side;
import io.undercurrent.codec.sbe.TradingState;
import io.undercurrent.engine.feed.EventPublisher;
import io.undercurrent.engine.feed.Feed;
import io.undercurrent.engine.feed.InstrumentSpec;
import io.undercurrent.feeds.RecordingSlots;
import io.undercurrent.feeds.TestData;
import io.undercurrent.feeds.WriterFormats;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the simulator's markets do not have, written in each format and read back as a tape. */
class WritersTest {
    private static final long CENT = Decimals.ONE / 100;
    private static final long NOON_NS = Times.midnightNs(LocalDate.of(2026, 1, 5), Times.NEW_YORK) + 12 * Times.HOUR_NS;

    @TempDir
    private Path folder;

    private Map<String, Long> leftOut = Map.of();

    private static InstrumentSpec spec(final String symbol, final BookKind kind) {
        return new InstrumentSpec(symbol, "V", "USD", CENT, Decimals.ONE, kind, Capability.DEPTH, 0, 0);
    }

    private EventWriter open(final String format) {
        return WriterFormats.all().stream().filter(known -> known.name().equals(format)).findFirst().orElseThrow()
                .open(folder.resolve(format), Optional.empty());
    }

    /** The market of one instrument, number 1, written in the format and read back, without what comes at its start. */
    private List<String> roundTrip(final String format, final Consumer<EventPublisher> market) {
        final EventWriter writer = open(format);
        try (writer) {
            final EventPublisher out = new EventPublisher(new WriterSlots(writer), 1);
            out.at(NOON_NS, NOON_NS, 0, 0);
            out.define(spec("XYZ", BookKind.BY_ORDER));
            market.accept(out);
        }
        leftOut = writer.leftOut();
        final List<String> texts = new ArrayList<>();
        for (final Feed feed : RoundTripTest.read(writer)) {
            texts.addAll(RecordingSlots.texts(feed));
        }
        return texts.stream().map(text -> text.substring(text.indexOf(' ') + 1)).filter(text -> !text.startsWith("session")
                && !text.startsWith("define") && !text.equals("heartbeat")).toList();
    }

    private static void changes(final EventPublisher out) {
        out.orderAdd(1, 70, Side.BID, 5 * Decimals.ONE, 300 * Decimals.ONE);
        out.orderReplace(1, 70, 70, Side.BID, 5 * Decimals.ONE, 200 * Decimals.ONE);
        out.orderReplace(1, 70, 71, Side.BID, 5 * Decimals.ONE - CENT, 100 * Decimals.ONE);
        out.orderReduce(1, 71, Side.BID, 40 * Decimals.ONE);
        out.orderAdd(1, 72, Side.ASK, 6 * Decimals.ONE, 500 * Decimals.ONE);
        // a better price than its own; more than the print; without one
        out.trade(1, 6 * Decimals.ONE - CENT / 2, 100 * Decimals.ONE, Aggressor.BUY, 0, 0, 0, 9, 72);
        out.orderExecute(1, 72, Side.ASK, 6 * Decimals.ONE - CENT / 2, 150 * Decimals.ONE);
        out.orderDelete(1, 404, Side.ASK);
        out.orderDelete(1, 72, Side.ASK);
        out.orderAdd(1, 71, Side.BID, 4 * Decimals.ONE, 10 * Decimals.ONE);
        out.bookClear(1, ClearScope.BOTH);
    }

    @Test
    void changesOfOrdersAsMboCsv() {
        assertEquals(List.of(
                "add 1 BID 5 x 300", "replace 1 by 1 BID 5 x 200",
                "reduce 1 BID by 200", "add 2 BID 4.99 x 100", "reduce 2 BID by 40",
                "add 3 ASK 6 x 500", "trade 5.995 x 100 BUY on 2", "execute 3 ASK 5.995 x 100", "execute 3 ASK 5.995 x 50",
                "reduce 3 ASK by 350",
                // added again with the number of one that stands
                "reduce 2 BID by 60", "add 4 BID 4 x 10",
                "reduce 4 BID by 10"), roundTrip("mbo-csv", WritersTest::changes));
        assertEquals(Map.of("UNKNOWN_ORDER", 1L), leftOut);
    }

    @Test
    void changesOfOrdersAsItch() {
        assertEquals(List.of("status TRADING",
                "add 1 BID 5 x 300", "replace 1 by 1 BID 5 x 200", "replace 1 by 2 BID 4.99 x 100", "reduce 2 BID by 40",
                "add 3 ASK 6 x 500", "trade 5.995 x 100 BUY on NASDAQ of 3", "execute 3 ASK 5.995 x 100", "execute 3 ASK 5.995 x 50",
                "delete 3 ASK", "delete 2 BID", "add 4 BID 4 x 10", "delete 4 BID"), roundTrip("itch", WritersTest::changes));
        assertEquals(Map.of("UNKNOWN_ORDER", 1L), leftOut);
    }

    @Test
    void changesOfOrdersAsLobster() {
        assertEquals(List.of("add 1 BID 5 x 300", "delete 1 BID", "add 1 BID 5 x 200", "delete 1 BID", "add 2 BID 4.99 x 100",
                "reduce 2 BID by 40", "add 3 ASK 6 x 500", "trade 5.995 x 100 BUY on NASDAQ of 3", "execute 3 ASK 5.995 x 100",
                "reduce 3 ASK by 50", "delete 3 ASK", "delete 2 BID", "add 4 BID 4 x 10", "delete 4 BID"),
                roundTrip("lobster", WritersTest::changes));
        assertEquals(Map.of("UNKNOWN_ORDER", 1L, "EXECUTION_WITHOUT_PRINT", 1L), leftOut);
        final String none = ",9999999999,0,-9999999999,0";
        final List<String> books =
                TestData.lines(folder.resolve("lobster").resolve("XYZ_2026-01-05_34200000_57600000_orderbook_10.csv.gz"));
        books.forEach(row -> assertEquals(none.repeat(9), row.substring(row.length() - 9 * none.length())));
        // one row for each message, the book after it
        assertEquals(List.of("9999999999,0,50000,300", "9999999999,0,-9999999999,0", "9999999999,0,50000,200",
                "9999999999,0,-9999999999,0", "9999999999,0,49900,100", "9999999999,0,49900,60", "60000,500,49900,60", "60000,400,49900,60",
                "60000,350,49900,60", "9999999999,0,49900,60", "9999999999,0,-9999999999,0", "9999999999,0,40000,10",
                "9999999999,0,-9999999999,0"),
                books.stream().map(row -> row.substring(0, row.length() - 9 * none.length())).toList());
    }

    @Test
    void changesOfOrdersAsIqfeedLines() {
        assertEquals(List.of("add 1 BID 5 x 300", "replace 1 by 1 BID 5 x 200", "delete 1 BID", "add 2 BID 4.99 x 100",
                "replace 2 by 2 BID 4.99 x 60", "add 3 ASK 6 x 500", "trade 5.995 x 100 BUY on 5", "replace 3 by 3 ASK 6 x 400",
                "replace 3 by 3 ASK 6 x 350", "delete 3 ASK", "delete 2 BID", "add 4 BID 4 x 10", "delete 4 BID"),
                roundTrip("iqfeed", WritersTest::changes));
        assertEquals(Map.of("UNKNOWN_ORDER", 1L), leftOut);
    }

    @Test
    void theBestQuoteAsUsTicks() {
        assertEquals(List.of("trade 5.995 x 100 UNKNOWN on Q", "quote 5 x 300 / 0 x 0", "quote 5 x 200 / 0 x 0", "quote 4.99 x 100 / 0 x 0",
                "quote 4.99 x 60 / 0 x 0", "quote 4.99 x 60 / 6 x 500", "quote 4.99 x 60 / 6 x 350",
                // one side can't be taken away alone
                "quote 0 x 0 / 0 x 0", "quote 4.99 x 60 / 0 x 0", "quote 4 x 10 / 0 x 0", "quote 0 x 0 / 0 x 0"),
                roundTrip("us-ticks", WritersTest::changes));
        assertEquals(Map.of(), leftOut);
    }

    private static void prints(final EventPublisher out) {
        out.orderAdd(1, 70, Side.BID, 5 * Decimals.ONE, 300 * Decimals.ONE);
        out.tradingStatus(1, TradingState.HALTED, 0);
        out.tradingStatus(1, TradingState.CLOSED, 0);
        out.trade(1, 5 * Decimals.ONE, Decimals.ONE, Aggressor.SELL, 0, 0, 0, 1, 70);
        out.trade(1, 5 * Decimals.ONE, 2 * Decimals.ONE, Aggressor.SELL, 0, 0, TradeFlag.HIDDEN, 2, 0);
        out.trade(1, 5 * Decimals.ONE, 3 * Decimals.ONE, Aggressor.UNKNOWN, 0, 0, TradeFlag.HIDDEN, 3, 0);
        out.trade(1, 5 * Decimals.ONE, 4 * Decimals.ONE, Aggressor.UNKNOWN, 0, 0, TradeFlag.AUCTION, 4, 0);
        out.trade(1, 5 * Decimals.ONE, 5 * Decimals.ONE, Aggressor.UNKNOWN, 0, 0, TradeFlag.NOT_CURRENT, 5, 0);
        out.trade(1, 5 * Decimals.ONE, 6 * Decimals.ONE, Aggressor.UNKNOWN, 0, 0, TradeFlag.OFF_EXCHANGE, 6, 0);
        out.trade(1, 5 * Decimals.ONE, 7 * Decimals.ONE, Aggressor.UNKNOWN, 0, 0, TradeFlag.CANCELLED, 2, 0);
        out.gap(1, 0, 0);
        out.quote(1, 0, 0, 0, 0);
        out.rejected(1, RejectReason.MALFORMED, 1, new byte[1], 0, 1);
    }

    @Test
    void printsAndStatusAsFarAsEachFormatCanSayThem() {
        assertEquals(List.of("add 1 BID 5 x 300", "trade 5 x 1 SELL on 2", "trade 5 x 2 UNKNOWN on 2 HIDDEN",
                "trade 5 x 3 UNKNOWN on 2 HIDDEN", "trade 5 x 6 UNKNOWN on 90 OFF"), roundTrip("mbo-csv", WritersTest::prints));
        assertEquals(Map.of("TRADING_STATUS", 2L, "AUCTION_PRINT", 1L, "NOT_CURRENT_PRINT", 1L, "CANCELLED_PRINT", 1L, "GAP", 1L, "QUOTE", 1L,
                "REJECTED", 1L), leftOut);
        assertEquals(List.of("status TRADING", "add 1 BID 5 x 300", "status HALTED", "trade 5 x 2 UNKNOWN on NASDAQ HIDDEN",
                "trade 5 x 3 UNKNOWN on NASDAQ HIDDEN", "trade 5 x 4 UNKNOWN on NASDAQ AUCTION", "trade 0 x 0 UNKNOWN on NASDAQ CANCELLED 2"),
                roundTrip("itch", WritersTest::prints));
        assertEquals(Map.of("TRADING_STATUS", 1L, "PRINT_WITHOUT_ORDER", 1L, "NOT_CURRENT_PRINT", 1L, "OFF_EXCHANGE_PRINT", 1L, "GAP", 1L,
                "QUOTE", 1L, "REJECTED", 1L), leftOut);
        assertEquals(List.of("add 1 BID 5 x 300", "status HALTED", "trade 5 x 2 SELL on NASDAQ HIDDEN",
                "trade 5 x 4 UNKNOWN on NASDAQ AUCTION"), roundTrip("lobster", WritersTest::prints));
        assertEquals(Map.of("TRADING_STATUS", 1L, "PRINT_WITHOUT_ORDER", 1L, "HIDDEN_PRINT", 1L, "NOT_CURRENT_PRINT", 1L,
                "OFF_EXCHANGE_PRINT", 1L, "CANCELLED_PRINT", 1L, "GAP", 1L, "QUOTE", 1L, "REJECTED", 1L), leftOut);
        assertEquals(List.of("add 1 BID 5 x 300", "trade 5 x 1 SELL on 5", "trade 5 x 2 SELL on 5", "trade 5 x 3 UNKNOWN on 5",
                "trade 5 x 4 UNKNOWN on 5 AUCTION", "trade 5 x 5 UNKNOWN on 5 NOT_CURRENT", "trade 5 x 6 UNKNOWN on 19 OFF"),
                roundTrip("iqfeed", WritersTest::prints));
        assertEquals(Map.of("TRADING_STATUS", 2L, "CANCELLED_PRINT", 1L, "GAP", 1L, "QUOTE", 1L, "REJECTED", 1L), leftOut);
        assertEquals(List.of("trade 5 x 1 UNKNOWN on Q", "trade 5 x 2 UNKNOWN on Q", "trade 5 x 3 UNKNOWN on Q",
                "trade 5 x 4 UNKNOWN on Q AUCTION", "trade 5 x 5 UNKNOWN on Q NOT_CURRENT", "trade 5 x 6 UNKNOWN on D OFF",
                "quote 5 x 300 / 0 x 0"), roundTrip("us-ticks", WritersTest::prints));
        assertEquals(Map.of("TRADING_STATUS", 2L, "CANCELLED_PRINT", 1L, "GAP", 1L, "REJECTED", 1L), leftOut);
    }

    @Test
    void itchTellsTheSessions() {
        final EventWriter writer = open("itch");
        try (writer) {
            final EventPublisher out = new EventPublisher(new WriterSlots(writer), 1);
            long timeNs = NOON_NS;
            for (final SessionKind kind : List.of(SessionKind.PRE, SessionKind.REGULAR, SessionKind.POST)) {
                for (final SessionPhase phase : List.of(SessionPhase.START, SessionPhase.END)) {
                    out.at(timeNs, timeNs, 0, 0);
                    out.session(kind, phase);
                    timeNs += phase == SessionPhase.START ? Times.HOUR_NS : 0;
                }
            }
        }
        assertEquals(List.of("17:00:00 session PRE START", "18:00:00 session PRE END", "18:00:00 session REGULAR START",
                "19:00:00 session REGULAR END", "19:00:00 session POST START", "20:00:00 session POST END"),
                RecordingSlots.texts(RoundTripTest.read(writer).getFirst()));
    }

    @Test
    void eachDayHasItsFilesAndAnotherConnectionEmptiesTheBooks() {
        for (final String format : List.of("itch", "lobster", "us-ticks", "mbo-csv", "iqfeed")) {
            final EventWriter writer = open(format);
            try (writer) {
                final EventPublisher out = new EventPublisher(new WriterSlots(writer), 1);
                for (int day = 0; day < 2; day++) {
                    out.at(0, 0, 0, 0);
                    out.feedState(1, FeedCondition.CONNECTED);
                    final long timeNs = NOON_NS + day * Times.DAY_NS;
                    out.at(timeNs, timeNs, 0, 0);
                    final int id = out.define(spec("XYZ", BookKind.BY_ORDER));
                    out.orderAdd(id, 5, Side.BID, (5 + day) * Decimals.ONE, Decimals.ONE);
                    out.orderAdd(id, 6, Side.ASK, 9 * Decimals.ONE, Decimals.ONE);
                }
            }
            final List<List<String>> books = new ArrayList<>();
            final Sayable sayable = List.of(Sayable.values()).stream().filter(one -> one.format().equals(format)).findFirst().orElseThrow();
            RoundTripTest.read(writer).forEach(feed -> books.add(Told.by(feed, sayable).books().get("XYZ")));
            final String last = books.getLast().getLast();
            assertEquals("2026-01-06T17:00:00Z BID 6 x 1", last.substring(0, last.indexOf("x 1") + 3), format);
        }
    }

    @Test
    void whatAFormatCannotHoldIsOneClearLine() {
        final Map<String, Consumer<EventPublisher>> markets = Map.of(
                "VERYLONGNAME has more than the 8 letters", out -> out.define(spec("VERYLONGNAME", BookKind.BY_ORDER)),
                "LEV has a book BY_LEVEL", out -> out.define(spec("LEV", BookKind.BY_LEVEL)),
                "XYZ is there twice", out -> out.define(spec("XYZ", BookKind.BY_ORDER)),
                "XYZ: price 5.00001 is finer", out -> out.orderAdd(1, 1, Side.BID, 5_000_010_000L, Decimals.ONE),
                "XYZ: size 0.5 is finer", out -> out.orderAdd(1, 1, Side.BID, 5_000_000_000L, Decimals.ONE / 2));
        int i = 0;
        for (final Map.Entry<String, Consumer<EventPublisher>> market : markets.entrySet()) {
            final EventWriter writer = WriterFormats.all().stream().filter(known -> known.name().equals("itch")).findFirst().orElseThrow()
                    .open(folder.resolve("refused" + i++), Optional.empty());
            TestData.assertRefused(() -> {
                try (writer) {
                    final EventPublisher out = new EventPublisher(new WriterSlots(writer), 1);
                    out.at(NOON_NS, NOON_NS, 0, 0);
                    out.define(spec("XYZ", BookKind.BY_ORDER));
                    market.getValue().accept(out);
                }
            }, market.getKey());
        }
        open("mbo-csv").close();
        TestData.assertRefused(() -> open("mbo-csv"), "day.mbo.csv.gz", "is there already");
    }
}
