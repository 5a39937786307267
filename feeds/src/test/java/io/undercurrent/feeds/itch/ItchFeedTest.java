package io.undercurrent.feeds.itch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.undercurrent.engine.feed.Feed;
import io.undercurrent.feeds.FeedOptions;
import io.undercurrent.feeds.Fixture;
import io.undercurrent.feeds.RecordingSlots;
import io.undercurrent.feeds.TestData;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ItchFeedTest {
    private static final String NAME = "01302019.NASDAQ_ITCH50";
    private static final long OPEN_NS = 34_200_000_000_000L;
    private static final long NOON_NS = 43_200_000_000_000L;

    @TempDir
    private Path folder;

    private Feed open(final FeedOptions options, final String... messages) {
        return ItchFeed.open(List.of(TestData.write(folder, NAME, ItchBytes.frames(List.of(messages)))), options);
    }

    private List<String> texts(final String... messages) {
        return RecordingSlots.texts(open(FeedOptions.NONE, messages));
    }

    @Test
    void publishesEachTypeOfMessage() {
        assertEquals(List.of(
                "09:00:00 session PRE START",
                "14:29:59.999999995 define AAPL BY_ORDER price 0.01 size 1",
                "14:29:59.999999995 status TRADING",
                "14:29:59.999999995 add 101 BID 156.01 x 300",
                "14:30:00 session PRE END",
                "14:30:00 session REGULAR START",
                "14:30:00.000000001 add 102 ASK 156.02 x 200",
                "14:30:00.000000002 trade 156.02 x 50 BUY on NASDAQ of 102",
                "14:30:00.000000002 execute 102 ASK 156.02 x 50",
                "14:30:00.000000003 trade 156.015 x 20 BUY on NASDAQ of 102",
                "14:30:00.000000003 execute 102 ASK 156.015 x 20",
                "14:30:00.000000004 execute 102 ASK 156.015 x 10",
                "14:30:00.000000005 trade 156.015 x 40 UNKNOWN on NASDAQ HIDDEN",
                "14:30:00.000000006 reduce 102 ASK by 20",
                "14:30:00.000000007 replace 101 by 103 BID 156 x 250",
                "14:30:00.000000008 trade 156.01 x 5000 UNKNOWN on NASDAQ AUCTION",
                "14:30:00.000000009 status HALTED",
                "14:30:00.000000010 delete 102 ASK",
                "14:30:00.000000011 add 104 BID 155.99 x 100"),
                texts(Fixture.ITCH.files().getFirst().toArray(String[]::new)));
    }

    @Test
    void sessionsAreThoseThatTheExchangeTells() {
        // a half day
        assertEquals(List.of(
                "09:00:00 session PRE START",
                "14:30:00 session PRE END", "14:30:00 session REGULAR START",
                "18:00:00 session REGULAR END", "18:00:00 session POST START",
                "22:00:00 session POST END"),
                texts(ItchBytes.system(11_000_000_000_000L, 'O'), ItchBytes.system(14_400_000_000_000L, 'S'), ItchBytes.system(OPEN_NS, 'Q'),
                        ItchBytes.system(46_800_000_000_000L, 'M'), ItchBytes.system(61_200_000_000_000L, 'E'),
                        ItchBytes.system(61_200_000_000_001L, 'C')));
    }

    @Test
    void aPartOfAFileWithoutSystemEventsHasTheUsualHours() {
        assertEquals(List.of(
                "14:30:00 session REGULAR START",
                "17:00:00 define AAPL BY_ORDER price 0.01 size 1",
                "17:00:00 add 1 BID 156.01 x 300",
                "21:00:00 session REGULAR END", "21:00:00 session POST START",
                "21:00:00 delete 1 BID"),
                texts(ItchBytes.add(7, NOON_NS, 1, 'B', 300, "AAPL", 1_560_100), ItchBytes.delete(7, 57_600_000_000_000L, 1)));
    }

    @Test
    void aReplacedOrderKeepsItsSideAndAGoneOneIsUnknown() {
        final List<String> texts = texts(ItchBytes.add(7, NOON_NS, 1, 'S', 300, "AAPL", 1_560_100),
                ItchBytes.replace(7, NOON_NS, 1, 2, 100, 1_560_200), ItchBytes.execute(7, NOON_NS, 2, 60, 1),
                ItchBytes.execute(7, NOON_NS, 2, 40, 2), ItchBytes.execute(7, NOON_NS, 2, 40, 3),
                ItchBytes.executeAt(7, NOON_NS, 1, 40, 4, 'Y', 1_560_200));
        assertEquals(List.of(
                "17:00:00 replace 1 by 2 ASK 156.02 x 100",
                "17:00:00 trade 156.02 x 60 BUY on NASDAQ of 2", "17:00:00 execute 2 ASK 156.02 x 60",
                "17:00:00 trade 156.02 x 40 BUY on NASDAQ of 2", "17:00:00 execute 2 ASK 156.02 x 40",
                // an order that is gone does not tell its price, so there is no print
                "17:00:00 execute 2 BID 0 x 40",
                "17:00:00 trade 156.02 x 40 UNKNOWN on NASDAQ of 1", "17:00:00 execute 1 BID 156.02 x 40"),
                texts.subList(3, texts.size()));
    }

    @ParameterizedTest
    @CsvSource({"01302019, B, UNKNOWN", "01302019, S, BUY", "07112014, B, SELL", "07142014, B, UNKNOWN"})
    void theAggressorOfAHiddenExecutionIsToldOnlyInOldFiles(final String day, final String side, final String aggressor) {
        final Path file = TestData.write(folder, day + ".NASDAQ_ITCH50",
                ItchBytes.frames(List.of(ItchBytes.trade(7, NOON_NS, side.charAt(0), 40, "AAPL", 1_560_150, 1))));
        final String last = RecordingSlots.texts(ItchFeed.open(List.of(file), FeedOptions.NONE)).getLast();
        assertTrue(last.endsWith("trade 156.015 x 40 " + aggressor + " on NASDAQ HIDDEN"), last);
    }

    @Test
    void aHaltBeforeTheFirstOrderIsToldWithIt() {
        final List<String> texts = texts(ItchBytes.action(7, OPEN_NS, "NEWCO", 'H'), ItchBytes.action(7, OPEN_NS, "NEWCO", 'Q'),
                ItchBytes.add(7, NOON_NS, 1, 'B', 300, "NEWCO", 1_560_100), ItchBytes.action(7, NOON_NS, "NEWCO", 'P'),
                ItchBytes.message('h', 7, NOON_NS, ItchBytes.text("NEWCO", 8), "QT"),
                // of another exchange
                ItchBytes.message('h', 7, NOON_NS, ItchBytes.text("NEWCO", 8), "BH"));
        assertEquals(List.of("17:00:00 define NEWCO BY_ORDER price 0.01 size 1", "17:00:00 status QUOTE_ONLY",
                "17:00:00 add 1 BID 156.01 x 300", "17:00:00 status HALTED", "17:00:00 status TRADING"), texts.subList(1, texts.size()));
    }

    @Test
    void onlyTheSymbolAskedForIsTakenAndTheRestIsCounted() {
        final Feed feed = open(FeedOptions.NONE.withSymbol("MSFT"), ItchBytes.directory(7, "AAPL"), ItchBytes.directory(8, "MSFT"),
                ItchBytes.add(7, NOON_NS, 1, 'B', 300, "AAPL", 1_560_100), ItchBytes.add(8, NOON_NS, 2, 'B', 300, "MSFT", 1_060_100),
                ItchBytes.delete(7, NOON_NS, 1), ItchBytes.delete(9, NOON_NS, 5), ItchBytes.delete(8, NOON_NS, 2),
                ItchBytes.message('N', 8, NOON_NS, ItchBytes.text("MSFT", 8), "B"));
        final List<String> texts = RecordingSlots.texts(feed);
        assertEquals(List.of("17:00:00 define MSFT BY_ORDER price 0.01 size 1", "17:00:00 add 2 BID 106.01 x 300", "17:00:00 delete 2 BID"),
                texts.subList(1, texts.size()));
        assertEquals(Map.of("OTHER_SYMBOL", 3L, "RETAIL_INTEREST", 1L), feed.passedOver());
    }

    @Test
    void messagesWithoutMeaningForTheBookAreCountedByName() {
        final Feed feed = open(FeedOptions.NONE,
                ItchBytes.message('Y', 7, NOON_NS, ItchBytes.text("AAPL", 8), "0"),
                ItchBytes.message('L', 7, NOON_NS, "GSCO", ItchBytes.text("AAPL", 8), "YNA"),
                ItchBytes.message('V', 0, NOON_NS, ItchBytes.number(1, 8), ItchBytes.number(2, 8), ItchBytes.number(3, 8)),
                ItchBytes.message('W', 0, NOON_NS, "1"),
                ItchBytes.message('K', 7, NOON_NS, ItchBytes.text("AAPL", 8), ItchBytes.number(1, 4), "A", ItchBytes.number(1, 4)),
                ItchBytes.message('J', 7, NOON_NS, ItchBytes.text("AAPL", 8), ItchBytes.number(1, 16)),
                ItchBytes.message('I', 7, NOON_NS, ItchBytes.number(1, 16), "B", ItchBytes.text("AAPL", 8), ItchBytes.number(1, 12), "OL"),
                ItchBytes.message('O', 7, NOON_NS, ItchBytes.text("AAPL", 8), "Y", ItchBytes.number(1, 28)),
                ItchBytes.cross(7, NOON_NS, 0, "AAPL", 0, 1, 'O'));
        assertEquals(List.of(), RecordingSlots.texts(feed));
        assertEquals(Map.of("SHORT_SALE_RESTRICTION", 1L, "MARKET_PARTICIPANT_POSITION", 1L, "CIRCUIT_BREAKER_LEVELS", 1L,
                "CIRCUIT_BREAKER_STATUS", 1L, "IPO_QUOTING_PERIOD", 1L, "AUCTION_COLLAR", 1L, "NET_ORDER_IMBALANCE", 1L, "DIRECT_LISTING", 1L,
                "CROSS_TRADE", 1L), feed.passedOver());
    }

    @Test
    void aBrokenTradeTakesItsPrintBackByNumber() {
        final String last = texts(ItchBytes.add(7, NOON_NS, 1, 'B', 300, "AAPL", 1_560_100),
                ItchBytes.message('B', 7, NOON_NS, ItchBytes.number(9_001, 8))).getLast();
        assertEquals("17:00:00 trade 0 x 0 UNKNOWN on NASDAQ CANCELLED 9001", last);
    }

    @Test
    void daysFollowEachOtherAndThePartsOfOneDayContinue() {
        final byte[] first = ItchBytes.frames(List.of(ItchBytes.add(7, NOON_NS, 1, 'B', 300, "AAPL", 1_560_100)));
        final byte[] second = ItchBytes.frames(List.of(ItchBytes.cancel(7, NOON_NS, 1, 100)));
        final byte[] third = ItchBytes.frames(List.of(ItchBytes.add(9, NOON_NS, 1, 'S', 300, "AAPL", 1_570_100)));
        final List<Path> files = List.of(TestData.write(folder, "01302019.NASDAQ_ITCH50", first),
                TestData.gzip(folder, "20190130.part2.gz", second), TestData.write(folder, "S013119-v50.txt", third));
        final List<String> texts = RecordingSlots.texts(ItchFeed.open(files, FeedOptions.NONE));
        assertEquals(List.of(
                "14:30:00 session REGULAR START",
                "17:00:00 define AAPL BY_ORDER price 0.01 size 1",
                "17:00:00 add 1 BID 156.01 x 300",
                "17:00:00 reduce 1 BID by 100",
                "21:00:00 session REGULAR END", "21:00:00 session POST START", "01:00:00 session POST END",
                "14:30:00 session REGULAR START",
                "17:00:00 define AAPL BY_ORDER price 0.01 size 1",
                "17:00:00 clear BOTH",
                "17:00:00 add 1 ASK 157.01 x 300"), texts);
    }

    @Test
    void theDayComesFromTheNameOrTheOptions() {
        final Path file = TestData.write(folder, "day.bin", ItchBytes.frames(List.of(ItchBytes.add(7, NOON_NS, 1, 'B', 3, "AAPL", 1_560_100))));
        TestData.assertRefused(() -> ItchFeed.open(List.of(file), FeedOptions.NONE), "day.bin", "--date");
        final List<String> texts =
                RecordingSlots.texts(ItchFeed.open(List.of(file), FeedOptions.NONE.withDate(LocalDate.of(2019, 7, 30))));
        // summer
        assertEquals("16:00:00 add 1 BID 156.01 x 3", texts.getLast());
        final Path psx = TestData.write(folder, "20190327.PSX_ITCH_50",
                ItchBytes.frames(List.of(ItchBytes.trade(7, NOON_NS, 'B', 3, "AAPL", 1_560_100, 1))));
        assertTrue(RecordingSlots.texts(ItchFeed.open(List.of(psx), FeedOptions.NONE)).getLast().contains(" on PSX HIDDEN"));
    }

    @Test
    void badMessagesAreRejectedWithTheirReason() {
        final String add = ItchBytes.add(7, NOON_NS, 1, 'B', 300, "AAPL", 1_560_100);
        final Map<String, List<String>> bad = Map.of(
                "MALFORMED", List.of(add + " ", add.substring(0, 35), ItchBytes.system(NOON_NS, 'Z'),
                        ItchBytes.action(7, NOON_NS, "AAPL", 'Z'), ItchBytes.executeAt(7, NOON_NS, 1, 5, 1, 'Z', 1_560_100)),
                "UNKNOWN_TYPE", List.of('Z' + add.substring(1), "\u00e1" + add.substring(1)),
                "BAD_TIME", List.of(ItchBytes.add(7, 86_400_000_000_000L, 1, 'B', 300, "AAPL", 1_560_100)),
                "BAD_SIDE", List.of(ItchBytes.add(7, NOON_NS, 1, 'b', 300, "AAPL", 1_560_100)),
                "BAD_SIZE", List.of(ItchBytes.add(7, NOON_NS, 1, 'B', 0, "AAPL", 1_560_100), ItchBytes.execute(7, NOON_NS, 1, 0xFFFF_FFFFL, 1),
                        ItchBytes.cancel(7, NOON_NS, 1, 0), ItchBytes.replace(7, NOON_NS, 1, 2, 0, 1_560_100),
                        ItchBytes.cross(7, NOON_NS, -1, "AAPL", 1_560_100, 1, 'O')),
                "BAD_PRICE", List.of(ItchBytes.add(7, NOON_NS, 1, 'B', 300, "AAPL", 0), ItchBytes.cross(7, NOON_NS, 5, "AAPL", 0, 1, 'O'),
                        ItchBytes.executeAt(7, NOON_NS, 1, 5, 1, 'N', 0)),
                "UNKNOWN_INSTRUMENT", List.of(ItchBytes.add(7, NOON_NS, 1, 'B', 300, "MSFT", 1_560_100),
                        ItchBytes.add(7, NOON_NS, 1, 'B', 300, " APL", 1_560_100), ItchBytes.delete(8, NOON_NS, 1),
                        ItchBytes.message('B', 8, NOON_NS, ItchBytes.number(1, 8)), ItchBytes.directory(7, "MSFT")));
        bad.forEach((reason, messages) -> messages.forEach(message -> {
            final List<String> texts = texts(add, message, ItchBytes.cancel(7, NOON_NS, 1, 100));
            assertEquals(List.of("17:00:00 add 1 BID 156.01 x 300",
                    "17:00:00 rejected " + reason + " line 2 of " + message.length() + " bytes", "17:00:00 reduce 1 BID by 100"),
                    texts.subList(2, texts.size()));
        }));
    }

    @Test
    void anOrderBookOfEveryNumberAndPriceComesThrough() {
        final List<String> texts = texts(ItchBytes.add(0xFFFF, NOON_NS, -1, 'B', 999_999_999, "ABCDEFGH", 0xFFFF_FFFFL),
                ItchBytes.execute(0xFFFF, NOON_NS, -1, 999_999_998, -1), ItchBytes.execute(0xFFFF, NOON_NS, -1, 1, -1));
        assertEquals(List.of("17:00:00 add -1 BID 429496.7295 x 999999999",
                "17:00:00 trade 429496.7295 x 999999998 SELL on NASDAQ of -1", "17:00:00 execute -1 BID 429496.7295 x 999999998",
                "17:00:00 trade 429496.7295 x 1 SELL on NASDAQ of -1", "17:00:00 execute -1 BID 429496.7295 x 1"),
                texts.subList(2, texts.size()));
    }

    @Test
    void aDamagedLengthLosesOnlyItsMessage() {
        final List<String> messages = new ArrayList<>();
        for (int i = 1; i <= 20; i++) {
            messages.add(ItchBytes.add(7, NOON_NS, i, 'B', 100 + i, "AAPL", 1_560_100 - 100 * i));
        }
        final List<String> good = texts(messages.toArray(String[]::new));
        final byte[] whole = ItchBytes.frames(messages);
        final int frame = messages.getFirst().length() + 2;
        for (int length = 0; length <= 0xFFFF; length += length < 80 ? 1 : 1_997) {
            if (length != frame - 2) {
                final byte[] damaged = whole.clone();
                damaged[5 * frame] = (byte) (length >>> 8);
                damaged[5 * frame + 1] = (byte) length;
                final List<String> expected = new ArrayList<>(good);
                expected.set(7, "17:00:00 rejected MALFORMED line 6 of " + frame + " bytes");
                assertEquals(expected, RecordingSlots.texts(
                        ItchFeed.open(List.of(TestData.write(folder, NAME, damaged)), FeedOptions.NONE)), "length " + length);
            }
        }
    }

    @Test
    void anyAmountOfGarbageBetweenMessagesIsOneReject() {
        final ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(ItchBytes.frames(List.of(ItchBytes.add(7, NOON_NS, 1, 'B', 300, "AAPL", 1_560_100))));
        file.writeBytes("x".repeat(1 << 23).getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
        file.writeBytes(ItchBytes.frames(List.of(ItchBytes.cancel(7, NOON_NS, 1, 100), ItchBytes.delete(7, NOON_NS, 1))));
        final List<String> texts = RecordingSlots.texts(
                ItchFeed.open(List.of(TestData.write(folder, NAME, file.toByteArray())), FeedOptions.NONE));
        assertEquals(List.of("17:00:00 add 1 BID 156.01 x 300", "17:00:00 rejected MALFORMED line 2 of " + (1 << 23) + " bytes",
                "17:00:00 reduce 1 BID by 100", "17:00:00 delete 1 BID"), texts.subList(2, texts.size()));
    }

    @Test
    void theMarkAtTheEndOfNasdaqsFilesIsNoMessage() {
        final byte[] messages = ItchBytes.frames(List.of(ItchBytes.add(7, NOON_NS, 1, 'B', 300, "AAPL", 1_560_100), ""));
        final List<String> texts = RecordingSlots.texts(
                ItchFeed.open(List.of(TestData.write(folder, NAME, messages)), FeedOptions.NONE));
        assertEquals("17:00:00 add 1 BID 156.01 x 300", texts.getLast());
    }
}
