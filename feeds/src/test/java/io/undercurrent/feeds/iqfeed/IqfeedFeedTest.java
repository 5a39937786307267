package io.undercurrent.feeds.iqfeed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.undercurrent.engine.feed.Feed;
import io.undercurrent.feeds.FeedOptions;
import io.undercurrent.feeds.Fixture;
import io.undercurrent.feeds.MapBook;
import io.undercurrent.feeds.RecordingSlots;
import io.undercurrent.feeds.TestData;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IqfeedFeedTest {
    private static final FeedOptions DAY = FeedOptions.NONE.withDate(LocalDate.of(2026, 1, 5));
    private static final String CLOCK = "T,20260105 09:30:00";
    private static final String QUOTE = "Q,ACME,24.0200,150,09:30:00.300001,5,1150,24.0100,100,24.0200,200,24.0000,24.0200,24.0000,23.9000,ba,01";

    @TempDir
    private Path folder;

    private Feed open(final FeedOptions options, final String... lines) {
        return IqfeedFeed.open(List.of(TestData.write(folder, "lines.txt", lines)), options);
    }

    private List<String> texts(final String... lines) {
        return RecordingSlots.texts(open(FeedOptions.NONE, lines));
    }

    /** Without the sessions and definitions at the start. */
    private List<String> events(final String... lines) {
        return texts(lines).stream().filter(text -> !text.contains(" session ") && !text.contains(" define ")).toList();
    }

    @Test
    void publishesEachKindOfLine() {
        assertEquals(List.of(
                "09:00:00 session PRE START",
                "14:12:00.123456 define ACME BY_PARTICIPANT price 0.01 size 1",
                "14:12:00.123456 snapshot BEGIN SNAPSHOT",
                "14:12:00.123456 add ARCX BID 24 x 300 SNAPSHOT",
                "14:29:59.900 add NSDQ ASK 24.02 x 200 SNAPSHOT",
                "14:30:00 session PRE END", "14:30:00 session REGULAR START",
                "14:30:00 snapshot END SNAPSHOT",
                "14:30:00 heartbeat",
                "14:30:00.250 add NSDQ BID 24.01 x 100",
                "14:30:00.300001 trade 24.02 x 150 UNKNOWN on 5",
                "14:30:00.300001 delete ARCX BID",
                "14:30:00.400 trade 24.015 x 400 UNKNOWN on 19 OFF NOT_CURRENT",
                "14:30:00.400 quote 24.01 x 100 / 24.02 x 50",
                "14:30:01 define @ESH26 BY_ORDER price 0.01 size 1",
                "14:30:01 add 648907593934 ASK 6950.25 x 12",
                "14:30:01.000500 replace 648907593934 by 648907593934 ASK 6950.25 x 10",
                "14:30:01.000700 delete 648907593934 ASK",
                "14:30:01.100 define QCL# BY_LEVEL price 0.01 size 1",
                "14:30:01.100 snapshot BEGIN SNAPSHOT",
                "14:30:01.100 level BID 61.25 x 40 SNAPSHOT",
                "14:30:01.200 snapshot END SNAPSHOT",
                "14:30:01.200 level BID 61.25 x 35",
                "14:30:01.300 no level BID 61.25",
                "14:30:02 add EDGX ASK 24.03 x 500"),
                texts(Fixture.IQFEED.files().getFirst().toArray(String[]::new)).stream().map(IqfeedFeedTest::named).toList());
    }

    /** With the names of market makers for their packed ids. */
    private static String named(final String text) {
        String named = text;
        for (final String maker : List.of("ARCX", "NSDQ", "EDGX")) {
            named = named.replace(" " + io.undercurrent.codec.Ascii8.pack(maker) + " ", " " + maker + " ");
        }
        return named;
    }

    @Test
    void aMarketMakerShowsOnePriceASideWhichTheNextReplaces() {
        final MapBook book = new MapBook();
        RecordingSlots.run(open(FeedOptions.NONE, CLOCK,
                "4,ACME,,NSDQ,B,24.0100,100,,4,09:30:00.250000,2026-01-05,",
                "4,ACME,,ARCX,B,24.0100,300,,4,09:30:00.260000,2026-01-05,",
                "4,ACME,,NSDQ,A,24.0300,700,,4,09:30:00.260000,2026-01-05,",
                "4,ACME,,NSDQ,B,24.0000,200,,4,09:30:00.270000,2026-01-05,",
                "4,ACME,,ARCX,A,24.0400,700,,4,09:30:00.270000,2026-01-05,",
                "4,ACME,,NSDQ,A,0.0000,0,,4,09:30:00.280000,2026-01-05,"), book::applyByParticipant);
        assertEquals("24.01 x 300 / 24.04 x 700", book.top());
        assertEquals("24.01 x 300 24 x 200", book.levels(io.undercurrent.codec.sbe.Side.BID, 5));
    }

    @Test
    void theServersEchoDecidesTheOrderOfTheFields() {
        assertEquals(List.of(
                "14:30:05.200 trade 24.02 x 150 BUY on 11",
                "14:30:05.300 quote 24.01 x 100 / 24.02 x 200",
                "14:30:05.400 trade 24.015 x 10 SELL on 24 OFF"),
                events("S,SERVER CONNECTED", "S,CURRENT PROTOCOL,6.2",
                        "S,CURRENT UPDATE FIELDNAMES,Message Contents,Symbol,Ask,Ask Size,Ask Time,Bid,Bid Size,Bid Time,"
                                + "Most Recent Trade Conditions,Most Recent Trade Market Center,Most Recent Trade Aggressor,TickID,"
                                + "Most Recent Trade Date,Most Recent Trade Time,Most Recent Trade Size,Most Recent Trade",
                        CLOCK,
                        "Q,Cv,ACME,24.02,200,09:30:05.1,24.01,100,09:30:05.1,01,11,1,77,01/05/2026,09:30:05.2,150,24.02,",
                        "Q,ba,ACME,24.02,200,09:30:05.1,24.01,100,09:30:05.3,01,11,1,77,01/05/2026,09:30:05.2,150,24.02,",
                        "Q,Ov,ACME,24.02,200,09:30:05.1,24.01,100,09:30:05.3,3D87,24,2,78,01/05/2026,09:30:05.4,10,24.015,"));
    }

    @Test
    void aSummaryIsNoNews() {
        assertEquals(List.of("14:30:00 quote 24.01 x 100 / 24.02 x 200 SNAPSHOT", "14:30:00.300001 quote 24.01 x 100 / 24.02 x 200 BAD_TIME"),
                RecordingSlots.texts(open(FeedOptions.NONE, "4,ACME,,NSDQ,B,24.0100,100,,4,09:30:00.000000,2026-01-05,",
                        QUOTE.replace("Q,", "P,").replace(",ba,", ",Cbacv,"),
                        "S,CURRENT UPDATE FIELDNAMES,Symbol,Bid,Bid Size,Bid Time,Ask,Ask Size,Ask Time,Message Contents",
                        "4,ACME,,NSDQ,B,24.0100,100,,4,09:30:01.000000,2026-01-05,",
                        "Q,ACME,24.01,100,09:30:00.300001,24.02,200,09:29:00,ba")).stream().filter(text -> text.contains("quote")).toList());
    }

    @Test
    void aSideWithoutPriceOrSizeIsEmpty() {
        assertEquals(List.of("14:30:00.300001 trade 24.02 x 150 UNKNOWN on 5", "14:30:00.300001 quote 0 x 0 / 24.02 x 200",
                "14:30:00.300001 quote 24.01 x 100 / 0 x 0"),
                RecordingSlots.texts(open(DAY, QUOTE.replace(",ba,", ",Cb,").replace("24.0100,100", ",0"),
                        QUOTE.replace("24.0200,200", "0.0000,200"))).stream().filter(text -> text.contains("quote") || text.contains("trade"))
                        .toList());
    }

    @Test
    void summariesEndAtTheNextClockLineOrWithTheFirstNews() {
        final String id = "6,@ESH26,1,,B,6950.25,12,7,2,18:00:00.000000,2026-01-04,";
        assertEquals(List.of(
                "23:00:00 snapshot BEGIN SNAPSHOT", "23:00:00 add 1 BID 6950.25 x 12 SNAPSHOT", "14:30:00 snapshot END SNAPSHOT",
                "14:30:00 heartbeat",
                // a summary by itself is no new snapshot
                "14:30:00 add 2 BID 6950.25 x 12 SNAPSHOT", "14:30:01 heartbeat"),
                events(id, CLOCK, id.replace(",1,", ",2,"), "T,20260105 09:30:01"));
        assertEquals(List.of(
                "23:00:00 snapshot BEGIN SNAPSHOT", "23:00:00 add 1 BID 6950.25 x 12 SNAPSHOT",
                "14:30:00.100 snapshot END SNAPSHOT", "14:30:00.100 add 2 ASK 6950.5 x 12"),
                events(id, "3,@ESH26,2,,A,6950.50,12,7,2,09:30:00.100000,2026-01-05,"));
    }

    @Test
    void aSideOfTheDepthIsClearedWhenTheServerSaysSo() {
        assertEquals(List.of("14:30:00 add 2 ASK 6950.5 x 12", "14:30:00 clear ASK", "14:30:00 clear BID"),
                events("3,@ESH26,2,,A,6950.50,12,7,2,09:30:00.000000,2026-01-05,", "S,CLEAR DEPTH,@ESH26,A,", "S,CLEAR DEPTH,@ESH26,B,",
                        "S,CLEAR DEPTH,@NQH26,B,"));
    }

    @Test
    void aLostServerIsAGapAndTheBooksAreGoneUntilItsSummariesComeAgain() {
        final String summary = "6,ACME,,NSDQ,B,24.0100,100,,4,09:30:00.000000,2026-01-05,";
        assertEquals(List.of(
                "14:30:00 snapshot BEGIN SNAPSHOT", "14:30:00 add NSDQ BID 24.01 x 100 SNAPSHOT", "14:30:00 snapshot END SNAPSHOT",
                "14:30:00 gap 0..0", "14:30:00 feed 1 LOST", "14:30:00 clear BOTH", "14:30:00 feed 2 RESUBSCRIBED",
                "14:30:00 snapshot BEGIN SNAPSHOT", "14:30:00 add NSDQ BID 24.01 x 100 SNAPSHOT", "14:30:00 snapshot END SNAPSHOT"),
                Stream.of(events("S,SERVER CONNECTED", summary, CLOCK, "S,SERVER DISCONNECTED", "S,SERVER RECONNECT FAILED",
                        "S,SERVER CONNECTED", summary, CLOCK).toArray(String[]::new)).map(IqfeedFeedTest::named).toList());
    }

    @Test
    void aCorrectionTakesAPrintBackOrAddsOneThatWasMissing() {
        assertEquals(List.of("14:29:00.250 trade 24 x 13 UNKNOWN on 17 NOT_CURRENT CANCELLED 101123",
                "14:29:01 trade 24.5 x 7 UNKNOWN on 19 OFF NOT_CURRENT"),
                events("C,ACME,X,01/05/2026,09:29:00.250000,24.0000,13,101123,8801,17",
                        "C,ACME,I,01/05/2026,09:29:01.000000,24.5000,7,101124,01,19"));
    }

    @Test
    void conditionsArePairsOfHexDigits() {
        final String[] lines = Stream.of("01", "87", "3D01", "17", "8717", "05", "13", "3E", "89", "40", "", "8A").map(codes ->
                QUOTE.replace(",ba,01", ",C," + codes)).toArray(String[]::new);
        assertEquals(List.of("", "", "", " NOT_CURRENT", " NOT_CURRENT", " NOT_CURRENT", " NOT_CURRENT", " NOT_CURRENT", " NOT_CURRENT",
                " AUCTION", "", " AUCTION"),
                RecordingSlots.texts(open(DAY, lines)).stream().filter(text -> text.contains(" trade "))
                        .map(text -> text.substring(text.indexOf(" on 5") + 5)).toList());
    }

    @ParameterizedTest
    @CsvSource({"5, ''", "7, ''", "11, ''", "15, ' OFF'", "19, ' OFF'", "24, ' OFF'", "153, ''"})
    void whatAReportingFacilityPrintsWasTradedOffExchange(final int marketCenter, final String flag) {
        final String last = RecordingSlots.texts(open(DAY, QUOTE.replace(",ba,", ",C,").replace("300001,5,", "300001," + marketCenter + ",")))
                .getLast();
        assertEquals("14:30:00.300001 trade 24.02 x 150 UNKNOWN on " + marketCenter + flag, last);
    }

    @Test
    void timesAreThoseOfNewYorkWhenClocksChangeToo() {
        final String line = "4,@ESZ21,1,,A,24.0100,100,,4,%s.000000,%s,";
        final List<String> texts = events(String.format(line, "12:00:00", "2021-11-05"), String.format(line, "00:30:00", "2021-11-07"),
                String.format(line, "18:00:00", "2021-11-07"), String.format(line, "18:00:00", "2022-03-13"));
        assertEquals(List.of("16:00:00", "04:30:00", "23:00:00", "22:00:00"), texts.stream().map(text -> text.substring(0, 8)).toList());
    }

    @Test
    void aFileForEachPortIsMergedByTime() {
        final Path depth = TestData.write(folder, "9200.txt",
                "6,ACME,,NSDQ,B,24.0100,100,,4,09:29:00.000000,2026-01-05,",
                "4,ACME,,NSDQ,B,24.0100,90,,4,09:30:00.200000,2026-01-05,",
                "5,ACME,,NSDQ,B,,2026-01-05,",
                "4,ACME,,NSDQ,B,24.0100,80,,4,09:30:00.500000,2026-01-05,");
        final Path level1 = TestData.write(folder, "5009.txt", CLOCK, QUOTE.replace(",ba,", ",C,"));
        assertEquals(List.of("snapshot BEGIN SNAPSHOT", "add NSDQ BID 24.01 x 100 SNAPSHOT", "snapshot END SNAPSHOT", "heartbeat",
                "add NSDQ BID 24.01 x 90", "delete NSDQ BID", "trade 24.02 x 150 UNKNOWN on 5", "add NSDQ BID 24.01 x 80"),
                RecordingSlots.texts(IqfeedFeed.open(List.of(level1, depth), FeedOptions.NONE)).stream()
                        .map(text -> named(text.substring(text.indexOf(' ') + 1)))
                        .filter(text -> !text.startsWith("session") && !text.startsWith("define")).toList());
    }

    @Test
    void anyNumberOfSymbolsMayShareAFile() {
        final String[] lines = new String[900];
        for (int i = 0; i < lines.length; i++) {
            lines[i] = "4,S" + i % 300 + ",,NSDQ,B,24.0100,100,,4,09:30:00.000000,2026-01-05,";
        }
        final List<String> texts = texts(lines);
        assertEquals(300, texts.stream().filter(text -> text.contains(" define ")).distinct().count());
        assertEquals(1 + 300 + 900, texts.size());
    }

    @Test
    void futuresAloneHaveOneSessionThatDoesNotEnd() {
        assertEquals(List.of("00:31:04.876740 session CONTINUOUS START", "00:31:04.876740 define @ESM19 BY_LEVEL price 0.25 size 1",
                "00:31:04.876740 level BID 2938.25 x 65"),
                RecordingSlots.texts(open(FeedOptions.NONE.withPriceIncrement(250_000_000),
                        "8,@ESM19,B,2938.25,65,11,2,20:31:04.876740,2019-04-23,")));
    }

    @Test
    void whatSaysNothingOfBooksAndTradesIsCountedByName() {
        final Feed feed = open(DAY.withSymbol("ACME"), "S,KEY,1", "S,CUST,real_time,1", "F,MSFT,5,65.6", "R,AAPL,X,1.23", "N,DTN,1", "M,MD02,Market depth 2",
                "E,!SYNTAX_ERROR!,", "n,NOPE", "q,NODEPTH", "O,20260105", QUOTE.replace(",ba,", ",vh,"), QUOTE.replace("ACME", "OTHER"),
                "4,ACME,,NSDQ,B,24.0100,80,,4,09:30:00.500000,2026-01-05,", "8,ACME,B,24.01,65,11,2,09:30:00.500000,2026-01-05,");
        RecordingSlots.texts(feed);
        assertEquals(Map.ofEntries(Map.entry("SYSTEM", 2L), Map.entry("FUNDAMENTAL", 1L), Map.entry("REGIONAL", 1L), Map.entry("NEWS", 1L),
                Map.entry("MARKET_MAKER_NAME", 1L), Map.entry("ERROR", 1L), Map.entry("SYMBOL_NOT_FOUND", 1L), Map.entry("NO_DEPTH", 1L),
                Map.entry("IGNORED_BY_SERVER", 1L), Map.entry("NO_NEWS", 1L), Map.entry("OTHER_SYMBOL", 1L), Map.entry("OTHER_BOOK", 1L)),
                feed.passedOver());
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "garbage; MALFORMED",
        "Z,@ES#,MD01,2982.25; UNKNOWN_TYPE",
        "4,ACME,,NSDQ,B,24.0100,100,,4,09:30:00.250000; MALFORMED",
        "4,ACME,,,B,24.0100,100,,4,09:30:00.250000,2026-01-05,; MALFORMED",
        "4,ACME,,NSDQ,B,24.0100,100,,4,09:30:00.250000,2026-01-05,x; MALFORMED",
        "4,ACME,,NSDQ,C,24.0100,100,,4,09:30:00.250000,2026-01-05,; BAD_SIDE",
        "4,ACME,,NSDQ,B,24.0100,-100,,4,09:30:00.250000,2026-01-05,; BAD_SIZE",
        "4,@ES,7,,B,24.0100,0,,4,09:30:00.250000,2026-01-05,; BAD_SIZE",
        "4,ACME,,NSDQ,B,24.0100,1x,,4,09:30:00.250000,2026-01-05,; BAD_NUMBER",
        "4,ACME,-7,,B,24.0100,100,,4,09:30:00.250000,2026-01-05,; BAD_NUMBER",
        "4,ACME,,NSDQ,B,24.0100,100,x,4,09:30:00.250000,2026-01-05,; BAD_NUMBER",
        "4,ACME,,NSDQ,B,24.0100,100,,x,09:30:00.250000,2026-01-05,; BAD_NUMBER",
        "4,ACME,,NSDQ,B,-24.0100,100,,4,09:30:00.250000,2026-01-05,; BAD_PRICE",
        "4,ACME,,NSDQ,B,0,100,,4,09:30:00.250000,2026-01-05,; BAD_PRICE",
        "4,ACME,,NSDQ,B,24.0100,100,,4,24:30:00.250000,2026-01-05,; BAD_TIME",
        "4,ACME,,NSDQ,B,24.0100,100,,4,09:30:00.250000,2026-02-30,; BAD_TIME",
        "4,,,NSDQ,B,24.0100,100,,4,09:30:00.250000,2026-01-05,; UNKNOWN_INSTRUMENT",
        "5,ACME,,NSDQ,,,2026-01-05,; BAD_SIDE",
        "8,ACME,B,24.01,65,-1,2,09:30:00.500000,2026-01-05,; BAD_NUMBER",
        "9,ACME,B,0,09:30:00.500000,2026-01-05,; BAD_PRICE",
        "T,20260105; BAD_TIME",
        "T,20260105 9:30; BAD_TIME",
        "S,CLEAR DEPTH,ACME; MALFORMED",
        "S,CLEAR DEPTH,ACME,C,; BAD_SIDE",
        "S,CURRENT UPDATE FIELDNAMES,Bid,Ask; MALFORMED",
        "C,ACME,Z,01/05/2026,09:29:00.250000,24.0000,13,101123,8801,17; UNKNOWN_TYPE",
        "C,ACME,X,01-05-2026,09:29:00.250000,24.0000,13,101123,8801,17; BAD_TIME",
        "C,ACME,X,01/05/2026,09:29:00.250000,,13,101123,8801,17; BAD_PRICE"})
    void badLinesAreRejectedWithTheirReason(final String line, final String reason) {
        final String good = "4,ACME,,NSDQ,A,24.0300,100,,4,09:30:00.000000,2026-01-05,";
        final List<String> texts = events(good, line, good);
        assertEquals("14:30:00 rejected " + reason + " line 2 of " + line.length() + " bytes", texts.get(1));
        assertEquals(texts.get(0), texts.get(2));
        assertEquals(3, texts.size());
    }

    @ParameterizedTest
    @CsvSource({"'24.0200,150', '-24.0200,150', BAD_PRICE", "'24.0200,150', '24.0200,0', BAD_SIZE", "'24.0200,150', '24.0200,', BAD_SIZE",
        "'09:30:00.300001', '', BAD_TIME", "'001,5,', '001,x,', BAD_NUMBER", "'C,01', 'C,0', BAD_NUMBER", "'C,01', 'C,0G', BAD_NUMBER",
        "'24.0100,100', '24.0100,-1', BAD_SIZE", "'24.0100,100', '-24.0100,1', BAD_PRICE", "',bC,', ',8717,', MALFORMED",
        "',24.0000,24.0200', '', MALFORMED"})
    void badUpdatesAreRejectedWithTheirReason(final String part, final String damage, final String reason) {
        final String good = QUOTE.replace(",ba,", ",bC,");
        assertTrue(good.contains(part), part);
        final String bad = good.replace(part, damage);
        final List<String> texts = RecordingSlots.texts(open(DAY, good, bad, good));
        assertEquals("14:30:00.300001 rejected " + reason + " line 2 of " + bad.length() + " bytes", texts.get(4));
        assertEquals(7, texts.size());
    }

    @Test
    void timesWithoutADayAreRejectedUntilALineTellsIt() {
        final String trade = QUOTE.replace(",ba,", ",C,");
        assertEquals(List.of("00:00:00 rejected BAD_TIME line 1 of " + trade.length() + " bytes", "14:30:00.300001 trade 24.02 x 150 UNKNOWN on 5"),
                events(trade, CLOCK, trade));
    }
}
