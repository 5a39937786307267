package io.undercurrent.feeds.iqfeed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.undercurrent.codec.Ascii8;
import io.undercurrent.engine.feed.Feed;
import io.undercurrent.feeds.FeedOptions;
import io.undercurrent.feeds.RecordingSlots;
import io.undercurrent.feeds.TestData;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lines that IQFeed sent, as public clients quote them. */
class IqfeedRecordingTest {
    private static final String LINES = "iqfeed/iqfeed_sample_lines.txt";

    @TempDir
    private Path folder;

    /** The lines as one recording. */
    private Feed open() {
        // notes and old protocols aside
        final String[] lines = TestData.lines(TestData.shared(LINES)).stream().filter(line -> !line.startsWith("#")).toArray(String[]::new);
        return IqfeedFeed.open(List.of(TestData.write(folder, "lines.txt", lines)), FeedOptions.NONE.withDate(LocalDate.of(2022, 4, 1)));
    }

    @Test
    void theLinesOfBothPortsAreTakenAndOnlyThoseOfOtherPortsAndProtocolsRefused() {
        final Feed feed = open();
        final List<String> texts = RecordingSlots.texts(feed);
        final List<String> refused = texts.stream().filter(text -> text.contains("rejected"))
                .map(text -> text.substring(text.indexOf("rejected "), text.indexOf(" line "))).toList();
        // three lines of the protocol before, four ticks of history, two markets, two conditions, and the end of a look-up
        assertEquals(List.of("rejected UNKNOWN_TYPE", "rejected UNKNOWN_TYPE", "rejected UNKNOWN_TYPE", "rejected MALFORMED",
                "rejected MALFORMED", "rejected MALFORMED", "rejected MALFORMED", "rejected UNKNOWN_TYPE", "rejected MALFORMED",
                "rejected UNKNOWN_TYPE", "rejected MALFORMED", "rejected MALFORMED"), refused);
        assertEquals(Map.of("ERROR", 1L, "FUNDAMENTAL", 2L, "MARKET_MAKER_NAME", 1L, "REGIONAL", 1L, "SYMBOL_NOT_FOUND", 1L,
                // price levels of a symbol whose orders came first
                "OTHER_BOOK", 3L), feed.passedOver());
    }

    @Test
    void equitiesAreQuotesOfMarketMakersAndFuturesOrders() {
        final List<String> texts = RecordingSlots.texts(open());
        assertEquals(List.of("define QQQ BY_PARTICIPANT", "define SPY BY_PARTICIPANT", "define TSLA BY_PARTICIPANT",
                "define VEEE BY_PARTICIPANT", "define @ESZ21 BY_ORDER", "define @ESM19 BY_ORDER", "define AAPL TOP", "define GME TOP"),
                texts.stream().filter(text -> text.contains(" define "))
                        .map(text -> text.substring(text.indexOf("define"), text.indexOf(" price"))).distinct().toList());
        final long amex = Ascii8.pack("AMEX");
        assertEquals("21:52:38.059128 add " + amex + " ASK 408.84 x 100 SNAPSHOT",
                texts.stream().filter(text -> text.contains(" add ")).findFirst().orElseThrow());
    }
}
