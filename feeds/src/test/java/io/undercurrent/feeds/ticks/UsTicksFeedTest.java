package io.undercurrent.feeds.ticks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.undercurrent.feeds.FeedOptions;
import io.undercurrent.feeds.Fixture;
import io.undercurrent.feeds.RecordingSlots;
import io.undercurrent.feeds.TestData;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UsTicksFeedTest {
    @TempDir
    private Path folder;

    @Test
    void mergesTradesAndQuotesByTimeTradesFirst() {
        final Path quotes = TestData.zip(folder, "bac_20131008_quote.zip", "20131008_bac_Quote_Tick.csv",
                String.join("\n", Fixture.US_TICKS.files().get(0)));
        final Path trades = TestData.zip(folder, "bac_20131008_trade.zip", "20131008_bac_Trade_Tick.csv",
                String.join("\n", Fixture.US_TICKS.files().get(1)));
        final List<String> expected = List.of(
                "13:30:00 session REGULAR START",
                "13:30:00 define BAC TOP price 0.01 size 1",
                "13:30:00 quote 13.8 x 1000 / 0 x 0",
                "13:30:00 quote 13.8 x 1000 / 13.81 x 500",
                "13:30:00.050 trade 13.81 x 100 UNKNOWN on D OFF",
                "13:30:00.100 trade 13.8 x 100 UNKNOWN on P",
                "13:30:00.100 quote 13.8 x 900 / 13.81 x 500",
                "13:30:00.700 trade 13.805 x 5000 UNKNOWN on D OFF NOT_CURRENT",
                "13:30:01 trade 13.805 x 20000 UNKNOWN on N AUCTION",
                "13:30:01.001 trade 13.804 x 300 UNKNOWN on Q NOT_CURRENT",
                "13:30:01.500 quote 13.79 x 1200 / 13.81 x 500",
                "13:30:09 quote 13.79 x 1200 / 13.82 x 700",
                "13:30:10 trade 13.81 x 200 UNKNOWN on Z");
        assertEquals(expected, RecordingSlots.texts(UsTicksFeed.open(List.of(trades, quotes), FeedOptions.NONE)));
        assertEquals(expected, RecordingSlots.texts(UsTicksFeed.open(List.of(quotes, trades), FeedOptions.NONE)));
    }

    @Test
    void aLineOfZerosEmptiesTheQuoteAndALineOfBothSidesSetsBoth() {
        final Path quotes = TestData.write(folder, "bac_20131008_quote.csv",
                "34200000,138000,1000,138100,200,P,1,0", "34200001,0,0,0,0,P,2000,0", "34200002.5,138000,100,0,0,P,1,0");
        final List<String> texts = RecordingSlots.texts(UsTicksFeed.open(List.of(quotes), FeedOptions.NONE));
        assertEquals(List.of("13:30:00 quote 13.8 x 1000 / 13.81 x 200", "13:30:00.001 quote 0 x 0 / 0 x 0",
                "13:30:00.002500 quote 13.8 x 100 / 0 x 0"), texts.subList(2, texts.size()));
    }

    @ParameterizedTest
    @CsvSource({
        "'34200500,138100,100,D,1', MALFORMED",
        "'34200500,138100,100,D,1,0,0', MALFORMED",
        "'34200500,138100,100,DD,1,0', MALFORMED",
        "'34200500,138100,100,D,1,2', MALFORMED",
        "'x,138100,100,D,1,0', BAD_TIME",
        "'-1,138100,100,D,1,0', BAD_TIME",
        "'86400000,138100,100,D,1,0', BAD_TIME",
        "'34200500,13.81,100,D,1,0', BAD_NUMBER",
        "'34200500,138100,100,D,G,0', BAD_NUMBER",
        "'34200500,138100,100,D,123456789,0', BAD_NUMBER",
        "'34200500,0,100,D,1,0', BAD_PRICE",
        "'34200500,-138100,100,D,1,0', BAD_PRICE",
        "'34200500,9223372036854775807,100,D,1,0', BAD_PRICE",
        "'34200500,138100,0,D,1,0', BAD_SIZE",
        "'34200500,138100,-100,D,1,0', BAD_SIZE",
        "'34200500,138100,1000000000,D,1,0', BAD_SIZE"})
    void badTradesAreRejectedWithTheirReason(final String line, final String reason) {
        assertRejected("bac_20131008_trade.csv", "34200400,138100,100,D,1,0", line, reason, "34200600,138200,100,Q,1,0",
                "trade 13.82 x 100 UNKNOWN on Q");
    }

    @ParameterizedTest
    @CsvSource({
        "'34200500,138000,0,0,0,P,1,0', BAD_SIZE",
        "'34200500,0,100,0,0,P,1,0', BAD_SIZE",
        "'34200500,138000,-100,0,0,P,1,0', BAD_SIZE",
        "'34200500,-138000,100,0,0,P,1,0', BAD_PRICE",
        "'34200500,0,0,138000,100,P,1,1', BAD_PRICE",
        "'34200500,0,0,138000,100,P', MALFORMED"})
    void badQuotesAreRejectedWithTheirReason(final String line, final String reason) {
        assertRejected("bac_20131008_quote.csv", "34200400,138000,900,0,0,P,1,0", line, reason, "34200600,138100,100,0,0,P,1,0",
                "quote 13.81 x 100 / 0 x 0");
    }

    private void assertRejected(
            final String name, final String good, final String bad, final String reason, final String next, final String event) {
        final Path file = TestData.write(folder, name, good, bad, next);
        final List<String> texts = RecordingSlots.texts(UsTicksFeed.open(List.of(file), FeedOptions.NONE));
        assertEquals(List.of("rejected " + reason + " line 2 of " + bad.length() + " bytes", event),
                texts.subList(3, texts.size()).stream().map(text -> text.substring(text.indexOf(' ') + 1)).toList());
    }

    @Test
    void aTimeThatGoesBackInOneFileKeepsItsPlaceThere() {
        final Path trades = TestData.write(folder, "bac_20131008_trade.csv",
                "34200400,138100,1,D,1,0", "34200300,138100,2,D,1,0", "34200600,138100,3,D,1,0");
        final Path quotes = TestData.write(folder, "bac_20131008_quote.csv", "34200350,138000,900,0,0,P,1,0", "34200500,0,0,138200,900,P,1,0");
        final List<String> texts = RecordingSlots.texts(UsTicksFeed.open(List.of(trades, quotes), FeedOptions.NONE));
        assertEquals(List.of("13:30:00.350 quote 13.8 x 900 / 0 x 0", "13:30:00.400 trade 13.81 x 1 UNKNOWN on D OFF",
                "13:30:00.300 trade 13.81 x 2 UNKNOWN on D OFF BAD_TIME", "13:30:00.500 quote 13.8 x 900 / 13.82 x 900",
                "13:30:00.600 trade 13.81 x 3 UNKNOWN on D OFF"), texts.subList(2, texts.size()));
    }

    @Test
    void stockAndDayComeFromTheNameOfFileOrEntryElseFromTheOptions() {
        final String line = "34200400,138100,100,D,1,0\n";
        final Path entry = TestData.zip(folder, "20131008_trade.zip", "20131008_ibm_Trade_Tick.csv", line);
        assertEquals("IBM", symbol(entry, FeedOptions.NONE));
        final Path plain = TestData.write(folder, "ticks.csv", line.trim());
        TestData.assertRefused(() -> UsTicksFeed.open(List.of(plain), FeedOptions.NONE), "ticks.csv", "--symbol");
        assertEquals("XYZ", symbol(plain, FeedOptions.NONE.withSymbol("xyz").withDate(LocalDate.of(2013, 10, 8))));
    }

    private static String symbol(final Path file, final FeedOptions options) {
        return RecordingSlots.texts(UsTicksFeed.open(List.of(file), options)).get(1).split(" ", -1)[2];
    }
}
