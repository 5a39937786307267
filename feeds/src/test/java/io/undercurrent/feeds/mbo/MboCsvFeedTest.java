package io.undercurrent.feeds.mbo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.undercurrent.feeds.FeedOptions;
import io.undercurrent.feeds.Fixture;
import io.undercurrent.feeds.RecordingSlots;
import io.undercurrent.feeds.TestData;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MboCsvFeedTest {
    private static final String HEADER = "ts_recv,ts_event,publisher_id,action,side,price,size,order_id,flags,sequence,symbol";
    private static final String TIMES = "2025-07-17T13:30:01.000000002Z,2025-07-17T13:30:01.000000001Z";
    private static final String GOOD = TIMES + ",2,A,B,5.51,100,17,128,11,ARL";

    @TempDir
    private Path folder;

    private List<String> texts(final FeedOptions options, final String... lines) {
        return RecordingSlots.texts(MboCsvFeed.open(List.of(TestData.write(folder, "day.csv", lines)), options));
    }

    @Test
    void publishesEachActionAndTellsExecutionsFromCancellations() {
        assertEquals(List.of(
                "13:30:00 session REGULAR START",
                "13:30:00 define ARL BY_ORDER price 0.01 size 1",
                "13:30:00 clear BOTH",
                "13:30:01 #11 add 17 BID 5.51 x 100 LAST",
                "13:30:02 #12 add 18 ASK 5.53 x 200 LAST",
                "13:30:03 #13 trade 5.53 x 50 BUY on 2",
                "13:30:03 #13 execute 18 ASK 5.53 x 50 LAST",
                "13:30:04 #14 trade 5.52 x 7 UNKNOWN on 2 HIDDEN LAST",
                "13:30:05 #15 trade 5.525 x 900 UNKNOWN on 90 OFF LAST",
                "13:30:06 #16 replace 17 by 17 BID 5.5 x 120 LAST",
                "13:30:07 #17 reduce 17 BID by 20 LAST",
                "13:30:08 #18 add 19 BID 5.49 x 100 LAST"),
                texts(Fixture.MBO.options(), Fixture.MBO.files().getFirst().toArray(String[]::new)));
    }

    @Test
    void severalFillsOfOneMessageAreEachAnExecution() {
        final List<String> texts = texts(FeedOptions.NONE, HEADER, GOOD,
                TIMES + ",2,T,A,5.51,120,0,0,12,ARL",
                TIMES + ",2,F,B,5.51,100,17,0,12,ARL",
                TIMES + ",2,F,B,5.50,20,16,0,12,ARL",
                TIMES + ",2,C,B,5.51,100,17,0,12,ARL",
                TIMES + ",2,C,B,5.50,25,16,128,12,ARL",
                TIMES + ",2,C,B,5.50,5,16,128,13,ARL");
        assertEquals(List.of(
                "13:30:01.000000001 #12 trade 5.51 x 120 SELL on 2",
                "13:30:01.000000001 #12 execute 17 BID 5.51 x 100",
                "13:30:01.000000001 #12 execute 16 BID 5.5 x 20 LAST",
                "13:30:01.000000001 #12 reduce 16 BID by 5 LAST",
                "13:30:01.000000001 #13 reduce 16 BID by 5 LAST"), texts.subList(3, texts.size()));
    }

    @Test
    void aVenueAndASymbolMakeAnInstrumentAndOffExchangePrintsBelongToTheSymbolsFirst() {
        final FeedOptions options = FeedOptions.NONE.withOffExchange(java.util.Set.of(90, 91));
        final List<String> texts = texts(options, HEADER,
                TIMES + ",90,T,N,5.51,100,0,128,1,XYZ",
                TIMES + ",2,A,B,5.51,100,17,128,2,ARL",
                TIMES + ",2,A,B,7.51,100,17,128,3,XYZ",
                TIMES + ",9,A,B,7.51,100,17,128,4,XYZ",
                TIMES + ",91,A,B,7.51,100,17,128,5,XYZ");
        assertEquals(List.of("define XYZ", "define ARL", "define XYZ"),
                texts.stream().filter(text -> text.contains("define")).map(text -> text.substring(text.indexOf("define"), text.indexOf(" BY_")))
                        .toList());
        assertEquals(3, texts.stream().filter(text -> text.contains(" add ")).count());
    }

    @Test
    void timesAndPricesMayBePlainNumbers() {
        final List<String> texts = texts(FeedOptions.NONE, HEADER, "1752759001000000002,1752759001000000001,2,A,B,5510000000,100,17,128,11,ARL");
        assertEquals("13:30:01.000000001 #11 add 17 BID 5.51 x 100 LAST", texts.getLast());
    }

    @Test
    void columnsAreFoundByTheirNames() {
        final List<String> texts = texts(FeedOptions.NONE.withSymbol("ZZZ"), "size,price,side,action,order_id,ts_event",
                "100,5.51,B,A,17,2025-07-17T13:30:01Z");
        assertEquals(List.of("13:30:01 define ZZZ BY_ORDER price 0.01 size 1", "13:30:01 add 17 BID 5.51 x 100"), texts.subList(1, 3));
        TestData.assertRefused(() -> texts(FeedOptions.NONE, "size,price,side,action,order_id,ts_event", "1"), "day.csv", "--symbol");
        TestData.assertRefused(() -> texts(FeedOptions.NONE, "size,price,side,action,ts_event", "1"), "day.csv", "not of format mbo-csv");
    }

    @Test
    void rowsOfASnapshotHappenWhenItWasTaken() {
        final List<String> texts = texts(FeedOptions.NONE, HEADER,
                "2025-07-17T13:30:01Z,2025-07-11T19:00:00Z,2,A,B,5.51,100,17,168,11,ARL", GOOD.replace(",11,", ",12,"));
        assertEquals(List.of("13:30:01 #11 add 17 BID 5.51 x 100 LAST SNAPSHOT", "13:30:01.000000001 #12 add 17 BID 5.51 x 100 LAST"),
                texts.subList(2, 4));
    }

    @ParameterizedTest
    @CsvSource({
        "'2,A,B,5.51,100,17,128,11', MALFORMED",
        "'2,A,B,5.51,100,17,128,11,ARL,9', MALFORMED",
        "'x,A,B,5.51,100,17,128,11,ARL', BAD_NUMBER",
        "'2,A,B,5.51,100,17,256,11,ARL', BAD_NUMBER",
        "'2,A,B,5.51,100,17,128,-1,ARL', BAD_NUMBER",
        "'2,A,B,5.51,100,0,128,11,ARL', BAD_NUMBER",
        "'2,A,B,5.51,100,-17,128,11,ARL', BAD_NUMBER",
        "'2,A,B,5.51,x,17,128,11,ARL', BAD_NUMBER",
        "'2,X,B,5.51,100,17,128,11,ARL', UNKNOWN_TYPE",
        "'2,A,N,5.51,100,17,128,11,ARL', BAD_SIDE",
        "'2,A,,5.51,100,17,128,11,ARL', BAD_SIDE",
        "'2,F,N,5.51,100,17,128,11,ARL', BAD_SIDE",
        "'2,A,B,5.51,-100,17,128,11,ARL', BAD_SIZE",
        "'2,A,B,5.51,0,17,128,11,ARL', BAD_SIZE",
        "'2,A,B,-5.51,100,17,128,11,ARL', BAD_PRICE",
        "'2,A,B,,100,17,128,11,ARL', BAD_PRICE",
        "'2,A,B,5.5100000001,100,17,128,11,ARL', BAD_PRICE",
        "'2,A,B,9223372036.854775807,100,17,128,11,ARL', BAD_PRICE",
        "'2,A,B,5.51,100,17,128,11,', UNKNOWN_INSTRUMENT",
        "'2,A,B,5.51,100,17,128,11,OTHER', UNKNOWN_INSTRUMENT"})
    void badLinesAreRejectedWithTheirReason(final String rest, final String reason) {
        final String bad = TIMES + "," + rest;
        final List<String> texts = texts(FeedOptions.NONE.withSymbol("ARL"), HEADER, GOOD, bad, GOOD.replace(",17,", ",18,"));
        assertEquals(List.of("13:30:01.000000001 #11 add 17 BID 5.51 x 100 LAST",
                "13:30:01.000000001 rejected " + reason + " line 3 of " + bad.length() + " bytes",
                "13:30:01.000000001 #11 add 18 BID 5.51 x 100 LAST"), texts.subList(2, texts.size()));
    }

    @ParameterizedTest
    @CsvSource({"2025-07-17T13:30:01.000000002Z,2025-07-17T13:30", "2025-07-17T13:30:01.000000002Z,2025-07-17T19:30:01.000000002Z",
        "x,2025-07-17T13:30:01.000000002Z", "2025-02-30T13:30:01.000000002Z,2025-02-30T13:30:01.000000002Z"})
    void timesThatCannotBeAreRejected(final String receive, final String event) {
        final List<String> texts = texts(FeedOptions.NONE, HEADER, GOOD, GOOD.replace(TIMES, receive + "," + event), GOOD);
        assertEquals(5, texts.size());
        assertEquals(true, texts.get(3).contains("rejected BAD_TIME line 3"), texts.toString());
    }
}
