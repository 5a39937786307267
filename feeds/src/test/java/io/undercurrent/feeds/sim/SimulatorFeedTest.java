package io.undercurrent.feeds.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.undercurrent.codec.Times;
import io.undercurrent.codec.sbe.AlertSide;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SimulatorFeedTest {
    private static final long SESSION_NS = 12 * Times.MINUTE_NS;
    private static final long START_NS = 4 * Times.MINUTE_NS;

    @Test
    void sameSeedGivesTheSameBytes() {
        final DigestSlots first = DigestSlots.of(shortDay(5), 100);
        final DigestSlots second = DigestSlots.of(shortDay(5), 100);
        assertEquals(first.events(), second.events());
        assertEquals(first.all(), second.all());
        assertTrue(first.events() > 20_000, "only " + first.events() + " events");
    }

    @Test
    void anotherSeedGivesAnotherDay() {
        assertNotEquals(DigestSlots.of(shortDay(5), 100).all(), DigestSlots.of(shortDay(6), 100).all());
    }

    @Test
    void howItIsPolledDoesNotMatter() {
        final long expected = DigestSlots.of(shortDay(7), 1).all();
        for (final int limit : new int[] {2, 7, 1000, Integer.MAX_VALUE}) {
            assertEquals(expected, DigestSlots.of(shortDay(7), limit).all(), "limit " + limit);
        }
    }

    @Test
    void anEpisodeChangesItsOwnInstrumentFromItsStartAndNoOther() {
        final SimulatorOptions clean = SimulatorOptions.clean(8, SESSION_NS);
        final SimulatorOptions planted = clean.withEpisodes(List.of(
                new Episode("SLATE", EpisodeKind.ABSORPTION, AlertSide.ACCUMULATION, START_NS, START_NS, 0.2)));
        assertEquals(one(clean, 1, Long.MAX_VALUE), one(planted, 1, Long.MAX_VALUE));
        final long startNs = clean.sessionStartNs() + START_NS;
        assertEquals(one(clean, 2, startNs), one(planted, 2, startNs));
        assertNotEquals(one(clean, 2, Long.MAX_VALUE), one(planted, 2, Long.MAX_VALUE));
    }

    private static long one(final SimulatorOptions options, final int instrumentId, final long untilNs) {
        return DigestSlots.of(options, 1000, instrumentId, untilNs).one();
    }

    @Test
    void everyEventDecodesAndKeepsTheBookWhole() {
        for (long seed = 21; seed < 24; seed++) {
            final WatchedTape tape = WatchedTape.of(new SimulatorFeed(shortDay(seed)));
            for (final SimulatedInstrument instrument : SimulatedInstrument.defaults()) {
                final WatchedInstrument watched = tape.instrument(instrument.symbol());
                assertEquals(SESSION_NS / Times.SECOND_NS, watched.rows().size(), "seed " + seed);
                assertTrue(watched.book().levels(true) >= 5 && watched.book().levels(false) >= 5, "seed " + seed);
                assertTrue(watched.book().orders() < 2000, "seed " + seed + ": " + watched.book().orders() + " orders");
            }
        }
    }

    @Test
    void progressEndsAtTheWhole() {
        try (SimulatorFeed feed = new SimulatorFeed(shortDay(9))) {
            assertEquals(0, feed.bytesRead());
            WatchedTape.of(feed);
            assertEquals(feed.bytesTotal(), feed.bytesRead());
            assertEquals(6, feed.truth().size());
        }
    }

    /** Twelve minutes with four minutes of each kind but one. */
    private static SimulatorOptions shortDay(final long seed) {
        final EpisodeKind[] kinds = {EpisodeKind.ABSORPTION, EpisodeKind.CREEP, EpisodeKind.DARK_POOL, EpisodeKind.SINKHOLE,
            EpisodeKind.CONTRACTION, EpisodeKind.SPOOF};
        final SimulatorOptions clean = SimulatorOptions.clean(seed, SESSION_NS);
        final List<Episode> episodes = new ArrayList<>();
        for (int i = 0; i < kinds.length; i++) {
            episodes.add(new Episode(clean.instruments().get(i).symbol(), kinds[i],
                    i % 2 == 0 ? AlertSide.ACCUMULATION : AlertSide.DISTRIBUTION, START_NS, START_NS, 0.2));
        }
        return clean.withEpisodes(episodes);
    }
}
