package io.undercurrent.feeds.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.undercurrent.codec.Times;
import io.undercurrent.codec.sbe.AlertSide;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DayPlanTest {
    private static final int DAYS = 200;

    @Test
    void theSeedAloneDecides() {
        assertEquals(SimulatorOptions.plantedDay(3), SimulatorOptions.plantedDay(3));
        assertEquals(SimulatorOptions.troubledDay(3), SimulatorOptions.troubledDay(3));
        assertNotEquals(SimulatorOptions.plantedDay(3).episodes(), SimulatorOptions.plantedDay(4).episodes());
        assertNotEquals(SimulatorOptions.troubledDay(3).episodes(), SimulatorOptions.troubledDay(4).episodes());
        assertTrue(SimulatorOptions.cleanDay(3).episodes().isEmpty());
    }

    @Test
    void anInstrumentsProgrammesDoNotDependOnTheOthers() {
        final List<SimulatedInstrument> all = SimulatedInstrument.defaults();
        final List<Episode> two = DayPlan.of(9, all.subList(0, 2), SimulatorOptions.FULL_SESSION_NS);
        final List<Episode> six = DayPlan.of(9, all, SimulatorOptions.FULL_SESSION_NS);
        assertEquals(two, six.stream().filter(episode -> all.subList(0, 2).stream().anyMatch(one -> one.symbol().equals(episode.symbol())))
                .toList());
    }

    @Test
    void episodesLieApartAfterACleanStart() {
        for (long seed = 0; seed < DAYS; seed++) {
            for (final List<Episode> ofOne : bySymbol(SimulatorOptions.plantedDay(seed)).values()) {
                long cleanSinceNs = 0;
                for (final Episode episode : ofOne) {
                    final long leastNs = (cleanSinceNs == 0 ? 45 : 20) * Times.MINUTE_NS;
                    assertTrue(episode.startNs() - cleanSinceNs >= leastNs, "seed " + seed + ' ' + episode);
                    cleanSinceNs = episode.endNs();
                }
            }
        }
    }

    @Test
    void everyKindSideAndStyleComesInItsShare() {
        final Map<EpisodeKind, Integer> counts = new EnumMap<>(EpisodeKind.class);
        final Set<EpisodeStyle> styles = EnumSet.noneOf(EpisodeStyle.class);
        final List<Double> shares = new ArrayList<>();
        int selling = 0;
        for (long seed = 0; seed < DAYS; seed++) {
            for (final Episode episode : SimulatorOptions.plantedDay(seed).episodes()) {
                counts.merge(episode.kind(), 1, Integer::sum);
                styles.add(episode.style());
                if (episode.kind().isProgramme()) {
                    shares.add(episode.participation());
                    selling += episode.side() == AlertSide.DISTRIBUTION ? 1 : 0;
                    assertTrue(episode.durationNs() >= 5 * Times.MINUTE_NS && episode.durationNs() <= 60 * Times.MINUTE_NS,
                            "seed " + seed + ' ' + episode);
                }
            }
        }
        for (final EpisodeKind kind : EpisodeKind.values()) {
            if (!kind.isTrouble()) {
                assertTrue(counts.getOrDefault(kind, 0) >= DAYS / 2, kind + ": " + counts);
            } else {
                assertEquals(0, counts.getOrDefault(kind, 0), kind.name());
            }
        }
        assertEquals(EnumSet.allOf(EpisodeStyle.class), styles);
        assertEquals(0.18, (double) selling / shares.size(), 0.04);
        shares.sort(null);
        assertTrue(shares.getFirst() >= 0.02 && shares.getLast() <= 0.2, shares.getFirst() + " to " + shares.getLast());
        assertEquals(0.0632, shares.get(shares.size() / 2), 0.006, "median of a log-uniform share");
    }

    @Test
    void aRallyIsOneEventOfAllInstruments() {
        int days = 0;
        for (long seed = 0; seed < DAYS; seed++) {
            final SimulatorOptions options = SimulatorOptions.plantedDay(seed);
            final List<Episode> rallies = options.episodes().stream().filter(episode -> episode.kind().isMarketWide()).toList();
            if (!rallies.isEmpty()) {
                days++;
                assertEquals(options.instruments().size(), rallies.size(), "seed " + seed);
                assertEquals(1, rallies.stream().map(rally -> List.of(rally.startNs(), rally.endNs(), rally.side())).distinct().count(),
                        "seed " + seed);
            }
        }
        assertEquals(0.5, (double) days / DAYS, 0.15);
    }

    @Test
    void aTroubledDayHasEveryTroubleAndNothingElse() {
        final Set<EpisodeKind> kinds = EnumSet.noneOf(EpisodeKind.class);
        for (long seed = 0; seed < 10; seed++) {
            for (final List<Episode> ofOne : bySymbol(SimulatorOptions.troubledDay(seed)).values()) {
                ofOne.forEach(episode -> kinds.add(episode.kind()));
                final long troubledNs = ofOne.stream().mapToLong(Episode::durationNs).sum();
                assertTrue(troubledNs > 0.4 * SimulatorOptions.FULL_SESSION_NS, "seed " + seed + ' ' + ofOne);
            }
        }
        assertEquals(EnumSet.range(EpisodeKind.RESET, EpisodeKind.STUB_QUOTES), kinds);
    }

    private static Map<String, List<Episode>> bySymbol(final SimulatorOptions options) {
        return options.episodes().stream().collect(Collectors.groupingBy(Episode::symbol));
    }
}
