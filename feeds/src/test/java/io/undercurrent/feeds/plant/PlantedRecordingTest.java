package io.undercurrent.feeds.plant;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.undercurrent.codec.Times;
import io.undercurrent.codec.sbe.AlertSide;
import io.undercurrent.engine.feed.Feed;
import io.undercurrent.feeds.FeedFormats;
import io.undercurrent.feeds.FeedOptions;
import io.undercurrent.feeds.RecordingSlots;
import io.undercurrent.feeds.TestData;
import io.undercurrent.feeds.sim.Episode;
import io.undercurrent.feeds.sim.EpisodeKind;
import io.undercurrent.feeds.sim.EpisodeStyle;
import io.undercurrent.feeds.sim.Truth;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Programmes in recorded days. */
class PlantedRecordingTest {
    private static Feed open(final String format, final FeedOptions options, final String... names) {
        return FeedFormats.named(format).open(Stream.of(names).map(TestData::shared).toList(), options);
    }

    private static List<Truth> plant(final Supplier<Feed> recording, final Planting planting) {
        final List<byte[]> recorded = new ArrayList<>();
        RecordingSlots.run(recording.get(), event -> recorded.add(Played.bytes(event)));
        final PlantedFeed feed = new PlantedFeed(recording.get(), planting);
        final int[] next = new int[1];
        RecordingSlots.run(feed, event -> {
            if (!PlantedFeed.isPlanted(event, 0)) {
                assertArrayEquals(recorded.get(next[0]++), Played.bytes(event));
            }
        });
        assertEquals(recorded.size(), next[0]);
        final List<Truth> truths = feed.truth();
        final Played played = Played.of(new PlantedFeed(recording.get(), planting), truths);
        assertEquals(truths.stream().map(Truth::executedVolume).toList(), played.executed());
        assertEquals(truths.stream().map(Truth::totalVolume).toList(), played.total());
        assertTrue(played.isAsRecorded(), "something planted still stands");
        assertFalse(truths.isEmpty(), feed.notCarried().toString());
        return truths;
    }

    private static Episode episode(
            final String symbol, final EpisodeKind kind, final EpisodeStyle style, final int startMinute, final int minutes) {
        return new Episode(symbol, kind, AlertSide.ACCUMULATION, style, List.of(), startMinute * Times.MINUTE_NS, minutes * Times.MINUTE_NS, 0.15);
    }

    @Test
    void anHourOfOrdersOfAaplTakesEveryLitKind() {
        final Path seed = TestData.shared("lobster/AAPL_2012-06-21_first998_orderbook_10.csv");
        final List<Truth> truths = plant(() -> open("lobster", FeedOptions.NONE.withSeedBook(seed),
                "lobster/AAPL_2012-06-21_34200000_37800000_message_50.csv.gz"), new Planting(1, List.of(
                        episode("AAPL", EpisodeKind.ABSORPTION, EpisodeStyle.SYNTHETIC_REFILL, 5, 10),
                        episode("AAPL", EpisodeKind.SINKHOLE, EpisodeStyle.NONE, 16, 10),
                        episode("AAPL", EpisodeKind.CREEP, EpisodeStyle.NONE, 27, 10),
                        episode("AAPL", EpisodeKind.CONTRACTION, EpisodeStyle.NONE, 38, 10))));
        assertEquals(4, truths.size());
        truths.forEach(truth -> assertEquals(0.15, truth.participation(), 0.02, truth.toString()));
    }

    @Test
    void aDayOfConsolidatedTicksOfBacTakesPrintsAndQuotes() {
        final List<Truth> truths = plant(() -> open("us-ticks", FeedOptions.NONE, "us_ticks/bac_20131007_trade.zip",
                "us_ticks/bac_20131007_quote.zip"), Planting.random(1));
        truths.forEach(truth -> assertEquals(truth.targetParticipation(), truth.participation(), 0.02, truth.toString()));
    }

    @Test
    void levelsOfBtcusdtTakeAnIcebergAndASinkhole() {
        final List<Truth> truths = plant(() -> open("binance", FeedOptions.NONE, "binance/spot_btcusdt_20240808.gz"),
                new Planting(1, List.of(episode("BTCUSDT", EpisodeKind.ABSORPTION, EpisodeStyle.NATIVE_ICEBERG, 1, 2),
                        episode("BTCUSDT", EpisodeKind.SINKHOLE, EpisodeStyle.NONE, 4, 1))));
        assertEquals(2, truths.size(), truths.toString());
    }
}
