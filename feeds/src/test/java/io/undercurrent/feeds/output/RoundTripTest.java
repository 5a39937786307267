package io.undercurrent.feeds.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.undercurrent.codec.Times;
import io.undercurrent.codec.sbe.AlertSide;
import io.undercurrent.engine.feed.EventPublisher;
import io.undercurrent.engine.feed.Feed;
import io.undercurrent.feeds.FeedFormats;
import io.undercurrent.feeds.FeedOptions;
import io.undercurrent.feeds.TestData;
import io.undercurrent.feeds.WriterFormats;
import io.undercurrent.feeds.sim.Episode;
import io.undercurrent.feeds.sim.EpisodeKind;
import io.undercurrent.feeds.sim.SimulatorFeed;
import io.undercurrent.feeds.sim.SimulatorOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A simulated market written in each format and read back: the same books and trades, as far as the format can say them. */
class RoundTripTest {
    /** Two minutes of six instruments, five of them with a feed in trouble: cleared, gapped, crossed and one-sided books. */
    private static final SimulatorOptions MARKET = SimulatorOptions.clean(11, 2 * Times.MINUTE_NS).withEpisodes(List.of(
            troubled("BRICK", EpisodeKind.RESET), troubled("SLATE", EpisodeKind.GAP), troubled("CEDAR", EpisodeKind.CROSSED),
            troubled("MAPLE", EpisodeKind.ONE_SIDED), troubled("HERON", EpisodeKind.STUB_QUOTES)));

    private static Episode troubled(final String symbol, final EpisodeKind kind) {
        return new Episode(symbol, kind, AlertSide.ACCUMULATION, Times.MINUTE_NS / 2, Times.MINUTE_NS, 0.1);
    }

    @TempDir
    private Path folder;

    /** Writes what the feed publishes. */
    static EventWriter write(final Feed feed, final String format, final Path folder) {
        final EventWriter writer = WriterFormats.all().stream().filter(known -> known.name().equals(format)).findFirst().orElseThrow()
                .open(folder, Optional.empty());
        try (feed; writer) {
            final EventPublisher out = new EventPublisher(new WriterSlots(writer), 1);
            while (feed.poll(out, 1_000) != Feed.DONE) {
                // until the end
            }
        }
        return writer;
    }

    /** The feeds that read back what was written, opened as the writer says. */
    static List<Feed> read(final EventWriter writer) {
        final List<Feed> feeds = new ArrayList<>();
        for (final String replay : writer.replays()) {
            final List<Path> files = new ArrayList<>();
            FeedOptions options = FeedOptions.NONE;
            final String[] words = replay.split(" ", -1);
            for (int i = 1; i < words.length; i++) {
                if (words[i].equals("--off-exchange")) {
                    options = options.withOffExchange(Set.of(Integer.valueOf(words[++i])));
                } else {
                    files.add(Path.of(words[i]));
                }
            }
            feeds.add(FeedFormats.named(words[0]).open(files, options));
        }
        return feeds;
    }

    @ParameterizedTest
    @EnumSource
    void booksAndTradesComeBackAsTheyWere(final Sayable sayable) {
        assertComesBack(() -> new SimulatorFeed(MARKET), sayable);
    }

    @ParameterizedTest
    @EnumSource
    void aRecordedDayComesBackToo(final Sayable sayable) {
        final List<Path> arl = List.of(TestData.shared("xnas_mbo/ARL_xnas-itch_20250717_mbo.csv.gz"));
        assertComesBack(() -> FeedFormats.named("mbo-csv").open(arl, FeedOptions.NONE), sayable);
    }

    private void assertComesBack(final Supplier<Feed> market, final Sayable sayable) {
        final Told written = Told.by(market.get(), sayable);
        final Map<String, List<String>> books = new TreeMap<>();
        final Map<String, List<String>> trades = new TreeMap<>();
        final EventWriter writer = write(market.get(), sayable.format(), folder);
        for (final Feed feed : read(writer)) {
            final Told told = Told.by(feed, sayable);
            books.putAll(told.books());
            trades.putAll(told.trades());
        }
        assertFalse(written.trades().isEmpty());
        assertSame(written.books(), books, 0);
        // while a troubled feed shows no book, its prints are of no order that a file has
        assertSame(written.trades(), trades, writer.leftOut().getOrDefault("PRINT_WITHOUT_ORDER", 0L));
    }

    /** Line by line, apart from so many that are missing. */
    private static void assertSame(final Map<String, List<String>> expected, final Map<String, List<String>> actual, final long missing) {
        assertEquals(expected.keySet(), actual.keySet());
        long left = missing;
        for (final Map.Entry<String, List<String>> lines : expected.entrySet()) {
            final List<String> others = actual.get(lines.getKey());
            int found = 0;
            for (final String line : lines.getValue()) {
                final boolean same = found < others.size() && others.get(found).equals(line);
                if (same) {
                    found++;
                } else if (--left < 0) {
                    assertEquals(line, found < others.size() ? others.get(found) : "the end", lines.getKey() + " line " + found);
                }
            }
            assertEquals(found, others.size(), lines.getKey());
        }
        assertEquals(0, left);
    }
}
