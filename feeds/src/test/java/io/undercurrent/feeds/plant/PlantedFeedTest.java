package io.undercurrent.feeds.plant;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.undercurrent.codec.Times;
import io.undercurrent.codec.sbe.AlertSide;
import io.undercurrent.codec.sbe.BookKind;
import io.undercurrent.engine.feed.Feed;
import io.undercurrent.feeds.RecordingSlots;
import io.undercurrent.feeds.TestData;
import io.undercurrent.feeds.sim.Episode;
import io.undercurrent.feeds.sim.EpisodeKind;
import io.undercurrent.feeds.sim.EpisodeStyle;
import io.undercurrent.feeds.sim.Truth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PlantedFeedTest {
    private static final long LENGTH_NS = 100 * Times.MINUTE_NS;
    private static final long DAY_NS = 6 * Times.HOUR_NS + 30 * Times.MINUTE_NS;
    private static final double SHARE = 0.2;

    private static Episode episode(final EpisodeKind kind, final EpisodeStyle style, final int number) {
        return new Episode(SmallMarket.SYMBOL, kind, number % 3 == 2 ? AlertSide.DISTRIBUTION : AlertSide.ACCUMULATION, style,
                kind == EpisodeKind.MIXTURE ? List.of(EpisodeKind.CREEP, EpisodeKind.CONTRACTION, EpisodeKind.DARK_POOL) : List.of(),
                (5 + 12L * number) * Times.MINUTE_NS, 10 * Times.MINUTE_NS, SHARE);
    }

    /** Every kind and style, one after the other; the lost stretch and the halt are in the middle of two of them. */
    private static Planting all() {
        return new Planting(7, List.of(episode(EpisodeKind.ABSORPTION, EpisodeStyle.NATIVE_ICEBERG, 0),
                episode(EpisodeKind.ABSORPTION, EpisodeStyle.SYNTHETIC_REFILL, 1),
                episode(EpisodeKind.ABSORPTION, EpisodeStyle.NON_DISPLAYED, 2), episode(EpisodeKind.CREEP, EpisodeStyle.NONE, 3),
                episode(EpisodeKind.DARK_POOL, EpisodeStyle.NONE, 4), episode(EpisodeKind.SINKHOLE, EpisodeStyle.NONE, 5),
                episode(EpisodeKind.CONTRACTION, EpisodeStyle.NONE, 6), episode(EpisodeKind.MIXTURE, EpisodeStyle.NONE, 7)));
    }

    private static SmallMarket market(final BookKind kind) {
        return new SmallMarket(kind, LENGTH_NS, 4);
    }

    private static List<byte[]> events(final Feed feed, final int limit, final boolean alsoPlanted) {
        final List<byte[]> events = new ArrayList<>();
        RecordingSlots.run(feed, limit, event -> {
            if (alsoPlanted || !PlantedFeed.isPlanted(event, 0)) {
                events.add(Played.bytes(event));
            }
        });
        return events;
    }

    private static boolean same(final List<byte[]> one, final List<byte[]> other) {
        return Arrays.deepEquals(one.toArray(), other.toArray());
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NULL_VAL")
    void recordedEventsPassByteForByteInTheirOrder(final BookKind kind) {
        final PlantedFeed feed = new PlantedFeed(market(kind), all());
        final List<byte[]> passed = events(feed, 97, false);
        final List<byte[]> recorded = events(market(kind), 97, true);
        assertEquals(recorded.size(), passed.size());
        for (int i = 0; i < recorded.size(); i++) {
            assertArrayEquals(recorded.get(i), passed.get(i), "event " + i);
        }
        assertTrue(feed.planted() > 500, "planted " + feed.planted());
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NULL_VAL")
    void theSameSeedGivesTheSameEventsHoweverTheyArePolled(final BookKind kind) {
        final List<byte[]> first = events(new PlantedFeed(market(kind), all()), 97, true);
        assertTrue(same(first, events(new PlantedFeed(market(kind), all()), 1_000, true)));
        assertFalse(same(first, events(new PlantedFeed(market(kind), new Planting(8, all().episodes())), 97, true)));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NULL_VAL")
    void theTruthIsWhatTheEventsSayAndPlantedOrdersFitTheBook(final BookKind kind) {
        final PlantedFeed feed = new PlantedFeed(market(kind), all());
        RecordingSlots.run(feed, event -> { });
        final List<Truth> truths = feed.truth();
        final Played played = Played.of(new PlantedFeed(market(kind), all()), truths);
        assertEquals(truths.stream().map(Truth::executedVolume).toList(), played.executed());
        assertEquals(truths.stream().map(Truth::totalVolume).toList(), played.total());
        assertEquals(feed.planted(), played.planted());
        assertTrue(played.isAsRecorded(), "something planted still stands");
        truths.forEach(truth -> assertEquals(SHARE, truth.participation(), 0.03, truth.toString()));
        assertEquals(kind == BookKind.TOP ? 5 : 8, truths.size(), truths.toString());
    }

    @Test
    void whatTheRecordingCannotShowIsNotPlantedAndSaidSo() {
        final PlantedFeed top = new PlantedFeed(market(BookKind.TOP), all());
        RecordingSlots.run(top, event -> { });
        assertEquals(List.of(EpisodeKind.ABSORPTION, EpisodeKind.ABSORPTION, EpisodeKind.SINKHOLE),
                top.notCarried().stream().map(NotCarried::kind).toList());
        final PlantedFeed narrow = new PlantedFeed(new SmallMarket(BookKind.BY_ORDER, LENGTH_NS, 1), all());
        RecordingSlots.run(narrow, event -> { });
        assertEquals(Set.of("the spread is one tick: there is no price inside it"),
                narrow.notCarried().stream().map(NotCarried::reason).collect(Collectors.toSet()));
        assertEquals(List.of(EpisodeKind.CONTRACTION, EpisodeKind.MIXTURE), narrow.notCarried().stream().map(NotCarried::kind).toList());
    }

    @Test
    void randomProgrammesLeaveTheFirstMinutesAndTheTimeBetweenThemAlone() {
        int programmes = 0;
        for (long seed = 1; seed <= 4; seed++) {
            final PlantedFeed feed = new PlantedFeed(new SmallMarket(BookKind.BY_ORDER, DAY_NS, 4), Planting.random(seed));
            RecordingSlots.run(feed, event -> { });
            long freeNs = SmallMarket.OPEN_NS + 45 * Times.MINUTE_NS;
            for (final Truth truth : feed.truth()) {
                assertTrue(truth.startNs() >= freeNs, "seed " + seed + ' ' + truth);
                assertTrue(truth.endNs() <= SmallMarket.OPEN_NS + DAY_NS - 2 * Times.MINUTE_NS, "seed " + seed + ' ' + truth);
                freeNs = truth.endNs() + 20 * Times.MINUTE_NS;
                programmes++;
            }
        }
        assertTrue(programmes >= 4, programmes + " programmes in four days");
        assertNotEquals(truth(1), truth(2));
    }

    private static List<Truth> truth(final long seed) {
        final PlantedFeed feed = new PlantedFeed(new SmallMarket(BookKind.BY_ORDER, DAY_NS, 4), Planting.random(seed));
        RecordingSlots.run(feed, event -> { });
        return feed.truth();
    }

    @Test
    void confoundersAndOverlapsAreRefused() {
        TestData.assertRefused(() -> new Planting(1, List.of(new Episode(SmallMarket.SYMBOL, EpisodeKind.SPOOF, AlertSide.ACCUMULATION, 0, 1, 0.1))),
                "SPOOF", "only programmes");
        final Episode creep = episode(EpisodeKind.CREEP, EpisodeStyle.NONE, 1);
        TestData.assertRefused(() -> new Planting(1, List.of(creep, creep)), SmallMarket.SYMBOL, "overlap");
    }
}
