package io.undercurrent.feeds.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.undercurrent.codec.Times;
import io.undercurrent.codec.sbe.AlertSide;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What is planted is there: in the truth, and in plain sums over the events against the same minutes of the same day with nothing planted. Each
 * kind is planted on three instruments, and what is checked is the mean over them.
 */
class PlantedEpisodesTest {
    private static final long SEED = 47;
    private static final int START_S = 900;
    private static final int END_S = 2400;
    private static final SimulatorOptions CLEAN = SimulatorOptions.clean(SEED, (END_S + 120) * Times.SECOND_NS);
    private static final double SHARE = 0.2;
    private static final int EACH = 3;

    /** What is planted: a kind, and for absorption a style. */
    private record Kind(EpisodeKind kind, EpisodeStyle style) {
        Kind(final EpisodeKind kind) {
            this(kind, EpisodeStyle.NONE);
        }

        Episode on(final SimulatedInstrument instrument, final AlertSide side) {
            final List<EpisodeKind> parts = kind == EpisodeKind.MIXTURE ? List.of(EpisodeKind.CREEP, EpisodeKind.DARK_POOL) : List.of();
            return new Episode(instrument.symbol(), kind, side, style, parts, START_S * Times.SECOND_NS, (END_S - START_S) * Times.SECOND_NS,
                    SHARE);
        }
    }

    /** The same minutes with and without it. */
    private record Pair(SimulatedInstrument instrument, Truth truth, WatchedInstrument planted, WatchedInstrument clean) {
        int own() {
            return truth.side() == AlertSide.ACCUMULATION ? 0 : 1;
        }

        double ratio(final ToDoubleFunction<WatchedRow> what) {
            return (what.applyAsDouble(planted.sum(START_S, END_S)) + 1e-9) / (what.applyAsDouble(clean.sum(START_S, END_S)) + 1e-9);
        }

        /** Rise of the mid (fall, for selling), in its usual deviation over such a time. */
        double move() {
            final double ticks = planted.rows().get(END_S - 1).mid - planted.rows().get(START_S - 1).mid;
            return (own() == 0 ? ticks : -ticks) / (instrument.sigmaTicks() * Math.sqrt(END_S - START_S));
        }
    }

    private static final Map<Kind, List<Pair>> PAIRS = new HashMap<>();

    @BeforeAll
    static void plantEachKindThreeTimes() {
        final WatchedTape clean = WatchedTape.of(new SimulatorFeed(CLEAN));
        final List<Kind> kinds = kinds();
        final int instruments = CLEAN.instruments().size();
        for (int run = 0; run < EACH * kinds.size() / instruments; run++) {
            final List<Episode> episodes = new ArrayList<>();
            for (int i = 0; i < instruments; i++) {
                episodes.add(kinds.get((run * instruments + i) % kinds.size()).on(CLEAN.instruments().get(i),
                        run % 3 == 2 ? AlertSide.DISTRIBUTION : AlertSide.ACCUMULATION));
            }
            final SimulatorFeed feed = new SimulatorFeed(CLEAN.withEpisodes(episodes));
            final WatchedTape planted = WatchedTape.of(feed);
            for (final Truth truth : feed.truth()) {
                final SimulatedInstrument instrument =
                        CLEAN.instruments().stream().filter(one -> one.symbol().equals(truth.symbol())).findFirst().orElseThrow();
                PAIRS.computeIfAbsent(new Kind(truth.kind(), truth.style()), any -> new ArrayList<>()).add(
                        new Pair(instrument, truth, planted.instrument(truth.symbol()), clean.instrument(truth.symbol())));
            }
        }
    }

    /** In an order that brings each to a large-tick name and to two wide ones. */
    private static List<Kind> kinds() {
        return List.of(
                new Kind(EpisodeKind.ABSORPTION, EpisodeStyle.NATIVE_ICEBERG), new Kind(EpisodeKind.CREEP),
                new Kind(EpisodeKind.ABSORPTION, EpisodeStyle.SYNTHETIC_REFILL), new Kind(EpisodeKind.DARK_POOL),
                new Kind(EpisodeKind.ABSORPTION, EpisodeStyle.NON_DISPLAYED), new Kind(EpisodeKind.SINKHOLE),
                new Kind(EpisodeKind.CONTRACTION), new Kind(EpisodeKind.MIXTURE), new Kind(EpisodeKind.SPOOF),
                new Kind(EpisodeKind.BUSY_SURGE), new Kind(EpisodeKind.LULL), new Kind(EpisodeKind.RALLY), new Kind(EpisodeKind.NEWS_JUMP),
                new Kind(EpisodeKind.PLAIN_SELLING), new Kind(EpisodeKind.BROAD_DEMAND), new Kind(EpisodeKind.RETAIL_BURST));
    }

    private static List<Pair> pairs(final EpisodeKind kind, final EpisodeStyle style) {
        final List<Pair> pairs = PAIRS.getOrDefault(new Kind(kind, style), List.of());
        assertEquals(EACH, pairs.size(), kind.name());
        return pairs;
    }

    private static List<Pair> pairs(final EpisodeKind kind) {
        return pairs(kind, EpisodeStyle.NONE);
    }

    /** Geometric mean of what is planted against what is clean. */
    private static double ratio(final List<Pair> pairs, final ToDoubleFunction<Pair> what) {
        return Math.exp(pairs.stream().mapToDouble(pair -> Math.log(what.applyAsDouble(pair))).average().orElseThrow());
    }

    private static void atLeast(final String name, final double least, final double value) {
        assertTrue(value >= least, "seed " + SEED + ' ' + name + " is " + value + ", not at least " + least);
    }

    private static void atMost(final String name, final double most, final double value) {
        assertTrue(value <= most, "seed " + SEED + ' ' + name + " is " + value + ", not at most " + most);
    }

    @Test
    void theTruthHasTheWholeVolumeAndProgrammesReachTheirShare() {
        for (final Map.Entry<Kind, List<Pair>> entry : PAIRS.entrySet()) {
            for (final Pair pair : entry.getValue()) {
                assertEquals(pair.planted().sum(START_S, END_S).volume(), pair.truth().totalVolume(), pair.truth().toString());
                // who is not displayed stands last where there is one tick
                final boolean hopeless = entry.getKey().style() == EpisodeStyle.NON_DISPLAYED && pair.instrument().spreadTicks() <= 1;
                if (pair.truth().isProgramme() && !hopeless) {
                    assertEquals(SHARE, pair.truth().participation(), 0.08, "seed " + SEED + ' ' + pair.truth());
                } else if (!pair.truth().isProgramme()) {
                    assertEquals(0, pair.truth().targetParticipation());
                    assertTrue(pair.truth().participation() < 0.05, "seed " + SEED + ' ' + pair.truth());
                }
            }
        }
    }

    @Test
    void absorptionIsHitAndStandsThere() {
        for (final EpisodeStyle style : EnumSet.complementOf(EnumSet.of(EpisodeStyle.NONE))) {
            final List<Pair> pairs = pairs(EpisodeKind.ABSORPTION, style);
            atLeast(style + " hit", 1.15, ratio(pairs, pair -> pair.ratio(row -> row.hit[pair.own()])));
            atLeast(style + " refilled or hidden", 1.4,
                    ratio(pairs, pair -> pair.ratio(row -> row.refill[pair.own()] + (double) row.hidden[pair.own()])));
        }
    }

    @Test
    void creepBuysInSmallOrders() {
        final List<Pair> pairs = pairs(EpisodeKind.CREEP);
        atLeast("small buys", 1.6,
                ratio(pairs, pair -> pair.ratio(row -> pair.own() == 0 ? row.smallBuys : row.smallSells)));
    }

    @Test
    void darkPoolPrintsAtTheMid() {
        atLeast("mid prints", 2, ratio(pairs(EpisodeKind.DARK_POOL), pair -> pair.ratio(row -> row.offMid)));
    }

    @Test
    void sinkholeIsDeepAndExecutedDeep() {
        final List<Pair> pairs = pairs(EpisodeKind.SINKHOLE);
        atLeast("depth", 1.15, ratio(pairs, pair -> pair.ratio(row -> row.depth[pair.own()])));
        atLeast("executed deep", 1.2, ratio(pairs, pair -> pair.ratio(row -> row.executedDeep[pair.own()])));
    }

    @Test
    void contractionIsTightAndCalm() {
        final List<Pair> pairs = pairs(EpisodeKind.CONTRACTION);
        atMost("spread of wide names", 0.85,
                ratio(pairs.stream().filter(pair -> pair.instrument().spreadTicks() > 1).toList(), pair -> pair.ratio(row -> row.spreadTicks)));
        atMost("variance", 0.8, ratio(pairs, pair -> pair.planted().variancePerSecond(10, START_S, END_S)
                / pair.clean().variancePerSecond(10, START_S, END_S)));
    }

    @Test
    void aMixtureShowsAllItsParts() {
        final List<Pair> pairs = pairs(EpisodeKind.MIXTURE);
        pairs.forEach(pair -> assertEquals(List.of(EpisodeKind.CREEP, EpisodeKind.DARK_POOL), pair.truth().parts()));
        atLeast("small buys", 1.2, ratio(pairs, pair -> pair.ratio(row -> pair.own() == 0 ? row.smallBuys : row.smallSells)));
        atLeast("mid prints", 1.3, ratio(pairs, pair -> pair.ratio(row -> row.offMid)));
    }

    @Test
    void aSpoofIsDeepAndHardlyExecuted() {
        atLeast("depth", 1.15, ratio(pairs(EpisodeKind.SPOOF), pair -> pair.ratio(row -> row.depth[pair.own()])));
    }

    @Test
    void surgeAndLullAreBusyAndQuiet() {
        atLeast("trades in a surge", 1.5, ratio(pairs(EpisodeKind.BUSY_SURGE), pair -> pair.ratio(row -> row.trades)));
        atMost("trades in a lull", 0.6, ratio(pairs(EpisodeKind.LULL), pair -> pair.ratio(row -> row.trades)));
    }

    @Test
    void rallyAndNewsRaiseThePriceAndPlainSellingLowersIt() {
        final ToDoubleFunction<EpisodeKind> move = kind -> pairs(kind).stream().mapToDouble(Pair::move).average().orElseThrow();
        atLeast("move of a rally", 1, move.applyAsDouble(EpisodeKind.RALLY));
        atLeast("move of news", 0.3, move.applyAsDouble(EpisodeKind.NEWS_JUMP));
        atMost("move of plain selling", 0.3, move.applyAsDouble(EpisodeKind.PLAIN_SELLING));
        atLeast("sells of plain selling", 1.15,
                ratio(pairs(EpisodeKind.PLAIN_SELLING), pair -> pair.ratio(row -> pair.own() == 0 ? row.sells : row.buys)));
    }

    @Test
    void broadDemandIsDeeperAndBuysMore() {
        final List<Pair> pairs = pairs(EpisodeKind.BROAD_DEMAND);
        atLeast("depth", 1.1, ratio(pairs, pair -> pair.ratio(row -> row.depth[pair.own()] / (double) row.depth[1 - pair.own()])));
        atLeast("buys against sells", 1.05, ratio(pairs, pair -> pair.ratio(
                row -> pair.own() == 0 ? row.buys / (double) row.sells : row.sells / (double) row.buys)));
    }

    @Test
    void aRetailBurstIsSmallBuysOnAndOffExchange() {
        final List<Pair> pairs = pairs(EpisodeKind.RETAIL_BURST);
        atLeast("small buys", 1.3, ratio(pairs, pair -> pair.ratio(row -> pair.own() == 0 ? row.smallBuys : row.smallSells)));
        atLeast("off-exchange prints", 1.3, ratio(pairs, pair -> pair.ratio(row -> row.offPrints)));
        atMost("their mid prints", 1.8, ratio(pairs, pair -> pair.ratio(row -> row.offMid)));
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
        final double share = 0.05;
        final SimulatorFeed feed = new SimulatorFeed(SimulatorOptions.planted(45, SimulatorOptions.DEMO_SESSION_NS, share));
        DigestSlots.play(feed);
        double sum = 0;
        int count = 0;
        for (final Truth truth : feed.truth()) {
            if (truth.isProgramme()) {
                // where little is traded a few round lots are a lot
                final double wanted = share * truth.totalVolume();
                assertEquals(wanted, (double) truth.executedVolume(), Math.max(wanted, 400), "seed 45 " + truth);
                sum += truth.participation();
                count++;
            }
        }
        assertEquals(share, sum / count, 0.3 * share, "seed 45, mean");
    }
}
