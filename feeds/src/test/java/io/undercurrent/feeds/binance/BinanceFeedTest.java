package io.undercurrent.feeds.binance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.undercurrent.feeds.FeedOptions;
import io.undercurrent.feeds.Fixture;
import io.undercurrent.feeds.RecordingSlots;
import io.undercurrent.feeds.TestData;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BinanceFeedTest {
    private static final List<String> FUTURES = Fixture.FUTURES.files().getFirst();
    private static final List<String> SPOT = Fixture.SPOT.files().getFirst();

    @TempDir
    private Path folder;

    private List<String> texts(final List<String> lines) {
        final Path file = TestData.write(folder, "stream.txt", lines.toArray(String[]::new));
        return RecordingSlots.texts(BinanceFeed.open(List.of(file), FeedOptions.NONE));
    }

    @Test
    void publishesAFuturesSnapshotAndTheDiffsThatChainToIt() {
        assertEquals(List.of(
                "23:54:14.001 session CONTINUOUS START",
                "23:54:14.001 define BTCUSDT BY_LEVEL price 0.1 size 0.001",
                "23:54:14.003 #115 quote 100.1 x 2.5 / 100.3 x 4",
                "23:54:14.004 #115 clear BOTH",
                "23:54:14.004 #115 snapshot BEGIN SNAPSHOT",
                "23:54:14.004 #115 level BID 100.1 x 2.5 SNAPSHOT",
                "23:54:14.004 #115 level BID 100 x 7 SNAPSHOT",
                "23:54:14.004 #115 level ASK 100.3 x 4 SNAPSHOT",
                "23:54:14.004 #115 level ASK 100.4 x 0.001 SNAPSHOT",
                "23:54:14.004 #115 snapshot END LAST SNAPSHOT",
                "23:54:14.004 #120 level BID 100.1 x 2.5",
                "23:54:14.004 #120 level ASK 100.3 x 4 LAST",
                "23:54:14.005 #130 no level BID 100",
                "23:54:14.005 #130 level ASK 100.2 x 3",
                "23:54:14.005 #130 no level ASK 100.4 LAST",
                "23:54:14.006 trade 100.2 x 0.25 BUY on BINANCEF",
                "23:54:14.007 #140 level BID 99.9 x 1 LAST",
                "23:54:14.008 trade 100.1 x 0.125 SELL on BINANCEF"), texts(FUTURES));
    }

    @Test
    void publishesASpotSnapshotAndTheDiffsThatChainToIt() {
        final List<String> texts = texts(SPOT);
        assertEquals("23:54:14.001 define BTCUSDT BY_LEVEL price 0.01 size 0.00001", texts.get(1));
        assertEquals(List.of(
                // neither has a time of its own: the latest before it
                "23:54:14.002 #115 quote 100.1 x 2.5 / 100.3 x 4",
                "23:54:14.002 #115 clear BOTH",
                "23:54:14.002 #115 snapshot BEGIN SNAPSHOT",
                "23:54:14.002 #115 level BID 100.1 x 2.5 SNAPSHOT",
                "23:54:14.002 #115 level BID 100 x 7 SNAPSHOT",
                "23:54:14.002 #115 level ASK 100.3 x 4 SNAPSHOT",
                "23:54:14.002 #115 snapshot END LAST SNAPSHOT",
                "23:54:14.002 #120 level BID 100.1 x 2.5",
                "23:54:14.002 #120 level ASK 100.3 x 4 LAST",
                "23:54:14.005 #130 no level BID 100",
                "23:54:14.005 #130 level ASK 100.2 x 3 LAST",
                "23:54:14.006 trade 100.2 x 0.02 SELL on BINANCE"), texts.subList(2, texts.size()));
    }

    @Test
    void aBrokenChainIsAGapThatClearsTheBookUntilTheNextSnapshot() {
        final List<String> lines = new ArrayList<>(FUTURES);
        lines.remove(4);
        final String snapshot = FUTURES.get(3);
        lines.add(snapshot.replace("115", "135").replace("253000000004", "253000000009"));
        lines.add(futuresDiff(150, 140));
        final List<String> texts = texts(lines);
        assertEquals(List.of(
                "23:54:14.006 trade 100.2 x 0.25 BUY on BINANCEF",
                "23:54:14.007 #140 gap 121..130 GAP_BEFORE",
                "23:54:14.007 #140 clear BOTH GAP_BEFORE",
                "23:54:14.008 trade 100.1 x 0.125 SELL on BINANCEF",
                "23:54:14.004 #135 clear BOTH BAD_TIME"), texts.subList(12, 17));
        assertEquals(List.of("#140 level BID 99.9 x 1 LAST", "#150 level ASK 100.5 x 1 LAST"),
                texts.stream().filter(text -> text.contains("LAST") && !text.contains("SNAPSHOT")).skip(1)
                        .map(text -> text.substring(text.indexOf('#')).replace(" BAD_TIME", "")).toList());
    }

    private static String futuresDiff(final long last, final long previous) {
        return "1723161253000000010 {\"stream\":\"btcusdt@depth@0ms\",\"data\":{\"e\":\"depthUpdate\",\"E\":1723161254010,\"T\":1723161254009,"
                + "\"s\":\"BTCUSDT\",\"U\":" + (previous + 1) + ",\"u\":" + last + ",\"pu\":" + previous
                + ",\"b\":[],\"a\":[[\"100.5\",\"1\"]]}}";
    }

    @Test
    void aDiffThatComesAgainAndASnapshotOlderThanTheBookAreStale() {
        final List<String> lines = new ArrayList<>(FUTURES);
        lines.add(FUTURES.get(6));
        lines.add(FUTURES.get(3));
        lines.add(futuresDiff(150, 140));
        final List<String> texts = texts(lines);
        assertEquals(List.of("rejected STALE line 9", "rejected STALE line 10", "#150 level ASK 100.5"),
                texts.subList(texts.size() - 3, texts.size()).stream()
                        .map(text -> String.join(" ", List.of(text.split(" ", -1)).subList(1, 5))).toList());
    }

    @Test
    void aSnapshotOlderThanTheDiffsHeldWaitsForANewerOne() {
        final List<String> lines = new ArrayList<>(FUTURES.subList(1, 4));
        lines.set(2, lines.get(2).replace("\"lastUpdateId\":115", "\"lastUpdateId\":105"));
        lines.add(FUTURES.get(3));
        final List<String> texts = texts(lines);
        assertEquals(1, texts.stream().filter(text -> text.contains("rejected STALE line 3")).count());
        assertEquals("23:54:14.004 #120 level ASK 100.3 x 4 LAST", texts.getLast());
    }

    @Test
    void aSnapshotThatNoDiffReachesBackToIsAGap() {
        final List<String> lines = new ArrayList<>(FUTURES.subList(2, 4));
        lines.add(futuresDiff(150, 140));
        final List<String> texts = texts(lines);
        assertEquals(List.of("23:54:14.010 #150 gap 116..140 GAP_BEFORE", "23:54:14.010 #150 clear BOTH GAP_BEFORE"),
                texts.subList(texts.size() - 2, texts.size()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "\"p\":\"100.2\"|\"p\":\"100.2x\"|BAD_NUMBER",
        "\"p\":\"100.2\"|\"p\":\"-100.2\"|BAD_PRICE",
        "\"p\":\"100.2\"|\"p\":\"9223372036\"|BAD_PRICE",
        "\"p\":\"100.2\"|\"z\":\"100.2\"|MALFORMED",
        "\"p\":\"100.2\"|\"p\":100.2|MALFORMED",
        "\"p\":\"100.2\"|\"p\":\"100\\u002e2\"|MALFORMED",
        "\"q\":\"0.25\"|\"q\":\"-0.25\"|BAD_SIZE",
        "\"q\":\"0.25\"|\"q\":\"0\"|BAD_SIZE",
        "\"e\":\"trade\"|\"e\":\"aggTrade\"|UNKNOWN_TYPE",
        "\"s\":\"BTCUSDT\"|\"s\":\"ETHUSDT\"|UNKNOWN_INSTRUMENT",
        "\"E\":1723161254006|\"E\":1723171254006|BAD_TIME",
        "\"E\":1723161254006|\"E\":-1|BAD_NUMBER",
        "1723161253000000006 |1723161253 |BAD_TIME",
        "'000000006 {'|'000000006{'|MALFORMED",
        "\"m\":false|\"m\":nope|MALFORMED",
        "false}}|false}|MALFORMED",
        "false}}|false}}}|MALFORMED",
        "false}}|false,}}|MALFORMED"})
    void badMessagesAreRejectedWithTheirReason(final String part, final String damaged, final String reason) {
        final List<String> lines = new ArrayList<>(FUTURES);
        final String bad = FUTURES.get(5).replace(part, damaged);
        lines.set(5, bad);
        final List<String> expected = new ArrayList<>(texts(FUTURES));
        final int trade = expected.indexOf("23:54:14.006 trade 100.2 x 0.25 BUY on BINANCEF");
        expected.set(trade, "23:54:14.005 rejected " + reason + " line 6 of " + bad.length() + " bytes");
        assertEquals(expected, texts(lines));
    }

    @Test
    void onlyWholeDiffsAreAppliedAndAnythingElseBreaksTheChain() {
        final List<String> lines = new ArrayList<>(FUTURES);
        lines.set(4, lines.get(4).replace("[\"100.2\",\"3\"]", "[\"100.2\",\"-3\"]"));
        final List<String> texts = texts(lines);
        assertEquals(1, texts.stream().filter(text -> text.contains("rejected BAD_SIZE line 5")).count());
        assertEquals(0, texts.stream().filter(text -> text.contains("no level")).count());
        assertEquals(1, texts.stream().filter(text -> text.contains("gap 121..130")).count());
    }
}
