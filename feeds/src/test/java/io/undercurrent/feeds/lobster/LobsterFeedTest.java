package io.undercurrent.feeds.lobster;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.undercurrent.feeds.FeedOptions;
import io.undercurrent.feeds.Fixture;
import io.undercurrent.feeds.MapBook;
import io.undercurrent.feeds.RecordingSlots;
import io.undercurrent.feeds.TestData;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LobsterFeedTest {
    private static final String NAME = "AAPL_2012-06-21_34200000_57600000_message_5.csv";

    @TempDir
    private Path folder;

    @Test
    void publishesEachTypeOfMessage() {
        final Path file = TestData.write(folder, NAME, Fixture.LOBSTER.files().getFirst().toArray(String[]::new));
        assertEquals(List.of(
                "13:30:00 session REGULAR START",
                "13:30:00.004241176 define AAPL BY_ORDER price 0.01 size 1",
                "13:30:00.004241176 add 16113575 BID 585.33 x 18",
                "13:30:00.004260640 add 16113584 ASK 585.91 x 18",
                "13:30:00.100 reduce 16113575 BID by 8",
                "13:30:01.000000001 trade 585.33 x 5 SELL on NASDAQ of 16113575",
                "13:30:01.000000001 execute 16113575 BID 585.33 x 5",
                "13:30:01.200 trade 585.5 x 100 BUY on NASDAQ HIDDEN",
                "13:30:02 trade 585.5 x 1000 UNKNOWN on NASDAQ AUCTION",
                "13:30:03.500 status HALTED",
                "13:30:03.600 status TRADING",
                "13:30:04.088778456 delete 16113584 ASK",
                "13:30:05.250 add 16113999 ASK 585.92 x 300"),
                RecordingSlots.texts(LobsterFeed.open(List.of(file), FeedOptions.NONE)));
    }

    @Test
    void seedsTheBookThatStandsAfterTheFirstMessage() {
        final Path book = TestData.write(folder, "book.csv",
                "5859400,200,5853300,118,5859800,200,9999999999,0", "5859400,200,5853300,118,5859800,200,9999999999,0");
        final Path file = TestData.write(folder, NAME,
                "34200.1,1,50,18,5853300,1",
                "34200.2,3,50,18,5853300,1",
                "34200.3,3,7,30,5853300,1",
                "34200.4,4,8,60,5859400,-1",
                "34200.5,2,8,500,5859400,-1",
                "34200.6,3,9,10,5859900,-1");
        final List<String> texts = RecordingSlots.texts(LobsterFeed.open(List.of(file), FeedOptions.NONE.withSeedBook(book)));
        assertEquals(List.of(
                "13:30:00.100 snapshot BEGIN SNAPSHOT",
                "13:30:00.100 add -1 ASK 585.94 x 200 SNAPSHOT",
                "13:30:00.100 add -2 BID 585.33 x 100 SNAPSHOT",
                "13:30:00.100 add -3 ASK 585.98 x 200 SNAPSHOT",
                "13:30:00.100 add 50 BID 585.33 x 18 SNAPSHOT",
                "13:30:00.100 snapshot END SNAPSHOT",
                "13:30:00.200 delete 50 BID",
                "13:30:00.300 reduce -2 BID by 30",
                "13:30:00.400 trade 585.94 x 60 BUY on NASDAQ of 8",
                "13:30:00.400 execute -1 ASK 585.94 x 60",
                "13:30:00.500 reduce -1 ASK by 140",
                "13:30:00.600 delete 9 ASK"), texts.subList(2, texts.size()));
    }

    @Test
    void aSeedAlreadyContainsWhatTheFirstExecutionTook() {
        final Path book = TestData.write(folder, "book.csv", "5859400,200,5853300,118");
        final Path file = TestData.write(folder, NAME, "34200.1,4,50,18,5853300,1", "34200.2,4,51,18,5853300,1");
        final MapBook rebuilt = new MapBook();
        RecordingSlots.run(LobsterFeed.open(List.of(file), FeedOptions.NONE.withSeedBook(book)), rebuilt::apply);
        assertEquals("585.33 x 100 / 585.94 x 200", rebuilt.top());
    }

    @ParameterizedTest
    @CsvSource({
        "'34200.5,1,5,10,5853300', MALFORMED",
        "'34200.5,1,5,10,5853300,1,', MALFORMED",
        "'garbage', MALFORMED",
        "'x4200.5,1,5,10,5853300,1', BAD_TIME",
        "'-1,1,5,10,5853300,1', BAD_TIME",
        "'86400,1,5,10,5853300,1', BAD_TIME",
        "'34200.5,8,5,10,5853300,1', UNKNOWN_TYPE",
        "'34200.5,11,5,10,5853300,1', UNKNOWN_TYPE",
        "'34200.5,1,0,10,5853300,1', BAD_NUMBER",
        "'34200.5,1,-5,10,5853300,1', BAD_NUMBER",
        "'34200.5,1,5,ten,5853300,1', BAD_NUMBER",
        "'34200.5,1,5,10,58533.00,1', BAD_NUMBER",
        "'34200.5,1,99999999999999999999,10,5853300,1', BAD_NUMBER",
        "'34200.5,1,5,-10,5853300,1', BAD_SIZE",
        "'34200.5,1,5,0,5853300,1', BAD_SIZE",
        "'34200.5,1,5,1000000000,5853300,1', BAD_SIZE",
        "'34200.5,1,5,10,-5853300,1', BAD_PRICE",
        "'34200.5,1,5,10,0,1', BAD_PRICE",
        "'34200.5,1,5,10,9223372036854775807,1', BAD_PRICE",
        "'34200.5,1,5,10,5853300,0', BAD_SIDE",
        "'34200.5,7,0,0,2,-1', BAD_PRICE"})
    void badLinesAreRejectedWithTheirReason(final String line, final String reason) {
        final Path file = TestData.write(folder, NAME, "34200.4,1,4,10,5853300,1", line, "34200.6,1,6,10,5853400,1");
        assertEquals(List.of(
                "13:30:00 session REGULAR START",
                "13:30:00.400 define AAPL BY_ORDER price 0.01 size 1",
                "13:30:00.400 add 4 BID 585.33 x 10",
                "13:30:00.400 rejected " + reason + " line 2 of " + line.length() + " bytes",
                "13:30:00.600 add 6 BID 585.34 x 10"), RecordingSlots.texts(LobsterFeed.open(List.of(file), FeedOptions.NONE)));
    }

    @Test
    void aTimeThatGoesBackIsMarkedAndACrossedBookIsNotTheFeedsToJudge() {
        final Path file = TestData.write(folder, NAME,
                "34200.4,1,4,10,5853300,1", "34200.3,1,5,10,5853200,-1", "34200.4,3,99,10,5853200,-1");
        final List<String> texts = RecordingSlots.texts(LobsterFeed.open(List.of(file), FeedOptions.NONE));
        assertEquals(List.of("13:30:00.400 add 4 BID 585.33 x 10", "13:30:00.300 add 5 ASK 585.32 x 10 BAD_TIME",
                "13:30:00.400 delete 99 ASK"), texts.subList(2, texts.size()));
    }

    @Test
    void severalDaysFollowEachOtherEachWithItsOwnBook() {
        final Path first = TestData.write(folder, NAME, "34200.4,1,4,10,5853300,1");
        final Path second = TestData.write(folder, NAME.replace("06-21", "06-22"), "34200.4,1,4,20,5853300,1");
        assertEquals(List.of(
                "13:30:00 session REGULAR START",
                "13:30:00.400 define AAPL BY_ORDER price 0.01 size 1",
                "13:30:00.400 add 4 BID 585.33 x 10",
                "20:00:00 session REGULAR END",
                "20:00:00 session POST START",
                "00:00:00 session POST END",
                "13:30:00 session REGULAR START",
                "13:30:00.400 define AAPL BY_ORDER price 0.01 size 1",
                "13:30:00.400 clear BOTH",
                "13:30:00.400 add 4 BID 585.33 x 20"), RecordingSlots.texts(LobsterFeed.open(List.of(first, second), FeedOptions.NONE)));
    }

    @Test
    void symbolAndDateComeFromTheOptionsWhereTheNameDoesNotHaveThem() {
        final Path file = TestData.write(folder, "messages.csv", "34200.4,1,4,10,5853300,1");
        TestData.assertRefused(() -> LobsterFeed.open(List.of(file), FeedOptions.NONE), "messages.csv", "--symbol");
        TestData.assertRefused(() -> LobsterFeed.open(List.of(file), FeedOptions.NONE.withSymbol("XYZ")), "messages.csv", "--date");
        final FeedOptions options = FeedOptions.NONE.withSymbol("XYZ").withDate(LocalDate.of(2012, 1, 5));
        // in January New York is five hours behind
        assertEquals("14:30:00.400 define XYZ BY_ORDER price 0.01 size 1",
                RecordingSlots.texts(LobsterFeed.open(List.of(file), options)).get(1));
    }

    @Test
    void aSeedBookThatIsNoneIsRefused() {
        final Path file = TestData.write(folder, NAME, "34200.4,1,4,10,5853300,1");
        final Path book = TestData.write(folder, "book.csv", "hello", "5859400,200,5853300,118");
        TestData.assertRefused(() -> LobsterFeed.open(List.of(file), FeedOptions.NONE.withSeedBook(book)), "book.csv", "first row");
        TestData.assertRefused(() -> LobsterFeed.open(List.of(file), FeedOptions.NONE.withSeedBook(folder.resolve("no.csv"))),
                "no.csv", "no such file");
    }
}
