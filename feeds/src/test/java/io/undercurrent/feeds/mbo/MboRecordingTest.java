package io.undercurrent.feeds.mbo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.undercurrent.codec.Events;
import io.undercurrent.codec.sbe.Side;
import io.undercurrent.feeds.EventText;
import io.undercurrent.feeds.FeedOptions;
import io.undercurrent.feeds.MapBook;
import io.undercurrent.feeds.RecordingSlots;
import io.undercurrent.feeds.TestData;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class MboRecordingTest {
    private static final String ARL = "xnas_mbo/ARL_xnas-itch_20250717_mbo.csv.gz";
    private static final String EXPECTED = "xnas_mbo/ARL_xnas-itch_20250717_mbp-10_expected.csv.gz";

    @Test
    void rebuildsTheRecordedTenLevelsAtEverySequence() {
        final Map<Long, String> expected = expected(TestData.shared(EXPECTED));
        final TreeMap<Long, String> ours = new TreeMap<>();
        final MapBook book = new MapBook();
        RecordingSlots.run(MboCsvFeed.open(List.of(TestData.shared(ARL)), FeedOptions.NONE), event -> {
            book.apply(event);
            ours.put(Events.sourceSequence(event, 0), book.levels(Side.BID, 10) + " / " + book.levels(Side.ASK, 10));
        });
        int same = 0;
        for (final Map.Entry<Long, String> state : expected.entrySet()) {
            if (ours.floorEntry(state.getKey()).getValue().equals(state.getValue())) {
                same++;
            }
        }
        assertEquals(3_359, expected.size());
        assertEquals(expected.size(), same);
        assertEquals(0, book.unknownIds());
    }

    /** The ten levels after each sequence. */
    private static Map<Long, String> expected(final Path file) {
        final List<String> lines = TestData.lines(file);
        final List<String> names = List.of(lines.getFirst().split(",", -1));
        final Map<Long, String> states = new LinkedHashMap<>();
        for (final String line : lines.subList(1, lines.size())) {
            final String[] row = line.split(",", -1);
            if (!row[names.indexOf("action")].equals("R")) {
                states.put(Long.valueOf(row[names.indexOf("sequence")]), levels(names, row, "bid") + " / " + levels(names, row, "ask"));
            }
        }
        return states;
    }

    private static String levels(final List<String> names, final String[] row, final String side) {
        final StringBuilder text = new StringBuilder();
        for (int k = 0; k < 10; k++) {
            final String price = row[names.indexOf(String.format("%s_px_%02d", side, k))];
            final String size = row[names.indexOf(String.format("%s_sz_%02d", side, k))];
            if (!size.isEmpty() && !size.equals("0")) {
                text.append(text.isEmpty() ? "" : " ").append(new BigDecimal(price).stripTrailingZeros().toPlainString())
                        .append(" x ").append(size);
            }
        }
        return text.toString();
    }

    @Test
    void tellsHiddenExecutionsAndExecutionsFromCancellations() {
        final Map<String, Integer> counts = new HashMap<>();
        RecordingSlots.run(MboCsvFeed.open(List.of(TestData.shared(ARL)), FeedOptions.NONE), event -> {
            final String text = EventText.what(event);
            final String kind = text.startsWith("trade") ? text.contains("HIDDEN") ? "hidden" : "trade" : text.split(" ", 2)[0];
            counts.merge(kind, 1, Integer::sum);
        });
        // 2,915 adds; 2,913 subtractions, of which 11 follow a fill; 11 prints against shown orders, 35 against hidden ones
        assertEquals(Map.of("define", 1, "clear", 1, "session", 5, "add", 2_915, "reduce", 2_902, "execute", 11, "trade", 11, "hidden", 35),
                counts);
    }
}
