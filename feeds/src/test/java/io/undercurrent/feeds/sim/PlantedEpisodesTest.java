package io.undercurrent.feeds.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.undercurrent.codec.Times;
import io.undercurrent.codec.sbe.AlertSide;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is planted is there: in the truth, and in plain sums over the events, against the clean half hour before it. */
class PlantedEpisodesTest {
    private static final int BEFORE = 1800;

    @Test
    void theDemoShowsEachPlantedKindInTheEvents() {
        for (long seed = 41; seed < 44; seed++) {
            final SimulatorOptions options = SimulatorOptions.demo(seed);
            final SimulatorFeed feed = new SimulatorFeed(options);
            final WatchedTape tape = WatchedTape.of(feed);
            assertTrue(tape.events() > 300_000 && tape.events() < 1_000_000, tape.events() + " events");
            assertEquals(12, feed.truth().size());
            for (final Truth truth : feed.truth()) {
                check(seed, truth, tape.instrument(truth.symbol()), options.sessionStartNs());
            }
        }
    }

    private static void check(final long seed, final Truth truth, final WatchedInstrument watched, final long sessionStartNs) {
        final int start = (int) ((truth.startNs() - sessionStartNs) / Times.SECOND_NS);
        final int end = (int) ((truth.endNs() - sessionStartNs) / Times.SECOND_NS);
        final WatchedRow before = watched.sum(start - BEFORE, start);
        final WatchedRow during = watched.sum(start, end);
        final int own = truth.side() == AlertSide.ACCUMULATION ? 0 : 1;
        final double seconds = (double) (end - start) / BEFORE;
        final String name = "seed " + seed + ' ' + truth + ": ";
        assertEquals(during.volume(), truth.totalVolume(), name);
        switch (truth.kind()) {
            case ABSORPTION -> {
                atLeast(name + "refill ratio", 2, refill(during, own, seconds) / refill(before, own, 1));
                atLeast(name + "refill of what was hit", 1.6, (double) during.refill[own] / during.hit[own]
                        / ((double) before.refill[own] / before.hit[own]));
                atLeast(name + "hit", 2000, (double) during.hit[own]);
            }
            case CREEP -> atLeast(name + "small share", 1.6, (double) small(during, own) / during.volume()
                    / ((double) small(before, own) / before.volume()));
            case DARK_POOL -> atLeast(name + "midpoint share", 1.8, (double) during.offMid / during.volume()
                    / ((double) before.offMid / before.volume()));
            case SINKHOLE -> {
                atLeast(name + "depth", 1.3, during.depth[own] / seconds / before.depth[own]);
                atLeast(name + "executed deep", 1.3, during.executedDeep[own] / seconds / before.executedDeep[own]);
            }
            case CONTRACTION -> {
                atLeast(name + "spread", 1.5, before.spreadTicks * seconds / during.spreadTicks);
                atLeast(name + "variance", 1.5, before.squareSum * seconds / during.squareSum);
                atLeast(name + "volume", 0.4, during.volume() / seconds / before.volume());
            }
            case SPOOF -> {
                atLeast(name + "depth", 1.3, during.depth[own] / seconds / before.depth[own]);
                assertTrue(truth.executedVolume() < 0.05 * truth.totalVolume(), name);
            }
            case BUSY_SURGE -> {
                atLeast(name + "volume", 1.3, during.volume() / seconds / before.volume());
                assertEquals(0, truth.executedVolume(), name);
            }
            default -> throw new AssertionError(name + "is not of the demo");
        }
        if (truth.isProgramme()) {
            assertEquals(0.2, truth.participation(), 0.07, name);
        }
    }

    /** Refilled and hidden volume of one side against the other, with room for quiet windows. */
    private static double refill(final WatchedRow row, final int own, final double scale) {
        final double room = 3000 * scale;
        return (row.refill[own] + row.hidden[own] + room) / (row.refill[1 - own] + row.hidden[1 - own] + room);
    }

    private static long small(final WatchedRow row, final int own) {
        return own == 0 ? row.smallBuys : row.smallSells;
    }

    private static void atLeast(final String name, final double least, final double value) {
        assertTrue(value >= least, name + " is " + value + ", not at least " + least);
    }

    @Test
    void theDemoPlantsAllKindsOnBothSidesAfterCleanHistory() {
        final List<Episode> episodes = SimulatorOptions.demo(1).episodes();
        final Set<EpisodeKind> kinds = EnumSet.noneOf(EpisodeKind.class);
        final Set<AlertSide> sides = EnumSet.noneOf(AlertSide.class);
        for (final Episode episode : episodes) {
            kinds.add(episode.kind());
            sides.add(episode.side());
            long cleanSinceNs = 0;
            for (final Episode other : episodes) {
                if (other.symbol().equals(episode.symbol()) && other.endNs() <= episode.startNs()) {
                    cleanSinceNs = Math.max(cleanSinceNs, other.endNs());
                }
            }
            assertTrue(episode.startNs() - cleanSinceNs >= 40 * Times.MINUTE_NS, episode.toString());
        }
        final Set<EpisodeKind> expected = EnumSet.range(EpisodeKind.ABSORPTION, EpisodeKind.CONTRACTION);
        expected.addAll(Set.of(EpisodeKind.SPOOF, EpisodeKind.BUSY_SURGE));
        assertEquals(expected, kinds);
        assertEquals(Set.of(AlertSide.ACCUMULATION, AlertSide.DISTRIBUTION), sides);
    }

    @Test
    void weakProgrammesKeepToTheirShareToo() {
        for (final double share : new double[] {0.05, 0.1}) {
            final SimulatorFeed feed = new SimulatorFeed(SimulatorOptions.planted(45, SimulatorOptions.DEMO_SESSION_NS, share));
            WatchedTape.of(feed);
            for (final Truth truth : feed.truth()) {
                if (truth.isProgramme()) {
                    assertEquals(share, truth.participation(), 0.6 * share, "seed 45 " + truth);
                }
            }
        }
    }
}
