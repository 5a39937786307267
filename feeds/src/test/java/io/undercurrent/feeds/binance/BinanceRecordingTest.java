package io.undercurrent.feeds.binance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.undercurrent.codec.EventFlag;
import io.undercurrent.codec.Events;
import io.undercurrent.codec.sbe.GapDecoder;
import io.undercurrent.codec.sbe.LevelDeleteDecoder;
import io.undercurrent.codec.sbe.LevelSetDecoder;
import io.undercurrent.codec.sbe.QuoteDecoder;
import io.undercurrent.codec.sbe.RejectReason;
import io.undercurrent.codec.sbe.Side;
import io.undercurrent.engine.feed.EventPublisher;
import io.undercurrent.feeds.EventText;
import io.undercurrent.feeds.FeedOptions;
import io.undercurrent.feeds.MapBook;
import io.undercurrent.feeds.RecordingSlots;
import io.undercurrent.feeds.TestData;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.agrona.DirectBuffer;
import org.junit.jupiter.api.Test;

class BinanceRecordingTest {
    private final MapBook book = new MapBook();
    private final Map<Long, String> quotes = new HashMap<>();
    private final Map<Long, String> tops = new HashMap<>();
    private int gaps;

    @Test
    void topOfTheFuturesBookEqualsTheQuoteOfTheSameUpdate() {
        assertTopsEqualQuotes("binance/usdm_btcusdt_20240808.gz", 629);
        assertEquals("61659.7 x 1.486 / 61659.8 x 0.981", book.top());
        assertEquals(List.of(5_018, 4_578), List.of(book.levelCount(Side.BID), book.levelCount(Side.ASK)));
    }

    @Test
    void topOfTheSpotBookEqualsTheQuoteOfTheSameUpdate() {
        assertTopsEqualQuotes("binance/spot_btcusdt_20240808.gz", 564);
    }

    private void assertTopsEqualQuotes(final String file, final int expected) {
        final EventPublisher out =
                RecordingSlots.run(BinanceFeed.open(List.of(TestData.shared(file)), FeedOptions.NONE), this::record);
        int same = 0;
        int both = 0;
        for (final Map.Entry<Long, String> top : tops.entrySet()) {
            if (quotes.containsKey(top.getKey())) {
                both++;
                same += quotes.get(top.getKey()).equals(top.getValue()) ? 1 : 0;
            }
        }
        assertEquals(List.of(expected, expected), List.of(same, both));
        assertEquals(0, gaps);
        for (final RejectReason reason : RejectReason.values()) {
            assertTrue(reason == RejectReason.NULL_VAL || out.rejects(reason) == 0, reason.name());
        }
    }

    private void record(final DirectBuffer event) {
        book.apply(event);
        final boolean snapshot = (Events.flags(event, 0) & EventFlag.SNAPSHOT) != 0;
        final boolean last = (Events.flags(event, 0) & EventFlag.LAST_IN_PACKET) != 0;
        switch (Events.templateId(event, 0)) {
            case QuoteDecoder.TEMPLATE_ID -> quotes.put(Events.sourceSequence(event, 0), EventText.what(event).substring("quote ".length()));
            case LevelSetDecoder.TEMPLATE_ID, LevelDeleteDecoder.TEMPLATE_ID -> {
                if (last && !snapshot) {
                    tops.put(Events.sourceSequence(event, 0), book.top());
                }
            }
            case GapDecoder.TEMPLATE_ID -> gaps++;
            default -> { }
        }
    }
}
