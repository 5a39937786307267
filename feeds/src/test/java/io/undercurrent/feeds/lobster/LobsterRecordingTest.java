package io.undercurrent.feeds.lobster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.undercurrent.codec.EventFlag;
import io.undercurrent.codec.Events;
import io.undercurrent.codec.sbe.RejectReason;
import io.undercurrent.codec.sbe.SnapshotDecoder;
import io.undercurrent.codec.sbe.TradeDecoder;
import io.undercurrent.engine.feed.EventPublisher;
import io.undercurrent.feeds.EventText;
import io.undercurrent.feeds.FeedOptions;
import io.undercurrent.feeds.MapBook;
import io.undercurrent.feeds.RecordingSlots;
import io.undercurrent.feeds.TestData;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LobsterRecordingTest {
    private static final String MESSAGES = "lobster/AAPL_2012-06-21_34200000_37800000_message_50.csv.gz";
    private static final String BOOK_10 = "lobster/AAPL_2012-06-21_first998_orderbook_10.csv";
    private static final String BOOK_1 = "lobster/AAPL_2012-06-21_34200000_57600000_orderbook_1.csv.gz";

    @Test
    void rebuildsTheRecordedTopOfBookFor15999States() {
        final Path messages = TestData.shared(MESSAGES);
        final Path seed = TestData.shared(BOOK_10);
        final List<String> ours = distinctTops(messages, seed);
        final List<String> recorded = new ArrayList<>();
        for (final String row : TestData.lines(TestData.shared(BOOK_1))) {
            final String[] fields = row.split(",", -1);
            addIfNew(recorded, dollars(fields[2]) + " x " + fields[3] + " / " + dollars(fields[0]) + " x " + fields[1]);
        }
        int same = 0;
        while (same < Math.min(ours.size(), recorded.size()) && ours.get(same).equals(recorded.get(same))) {
            same++;
        }
        assertEquals(15_999, same);
    }

    private static List<String> distinctTops(final Path messages, final Path seed) {
        final MapBook book = new MapBook();
        final List<String> tops = new ArrayList<>();
        RecordingSlots.run(LobsterFeed.open(List.of(messages), FeedOptions.NONE.withSeedBook(seed)), event -> {
            book.apply(event);
            // the book is whole again at a snapshot's end
            if ((Events.flags(event, 0) & EventFlag.SNAPSHOT) == 0 || EventText.what(event).equals("snapshot END")) {
                final String top = book.top();
                if (!top.startsWith("-")) {
                    addIfNew(tops, top);
                }
            }
        });
        return tops;
    }

    private static void addIfNew(final List<String> states, final String state) {
        if (states.isEmpty() || !states.getLast().equals(state)) {
            states.add(state);
        }
    }

    private static String dollars(final String price) {
        return new java.math.BigDecimal(price).movePointLeft(4).stripTrailingZeros().toPlainString();
    }

    @Test
    void publishesEveryMessageOfTheHour() {
        final int[] counts = new int[32];
        final EventPublisher out = RecordingSlots.run(LobsterFeed.open(List.of(TestData.shared(MESSAGES)), FeedOptions.NONE),
                event -> counts[Events.templateId(event, 0)]++);
        // 44,256 new, 469 reduced, 41,004 deleted, 4,067 executed (a print each), 2,201 executed hidden
        assertEquals(List.of(44_256, 469, 41_004, 4_067), List.of(counts[2], counts[4], counts[5], counts[6]));
        assertEquals(4_067 + 2_201, counts[TradeDecoder.TEMPLATE_ID]);
        assertEquals(0, counts[SnapshotDecoder.TEMPLATE_ID]);
        assertEquals(0, out.badTimes());
        for (final RejectReason reason : RejectReason.values()) {
            assertTrue(reason == RejectReason.NULL_VAL || out.rejects(reason) == 0, reason.name());
        }
    }
}
