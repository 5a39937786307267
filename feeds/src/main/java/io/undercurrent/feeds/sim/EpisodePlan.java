package io.undercurrent.feeds.sim;

import io.undercurrent.codec.Times;
import io.undercurrent.codec.sbe.AlertSide;
import java.util.ArrayList;
import java.util.List;

/**
 * Spreads episodes over instruments and time so that each starts after at least 40 minutes without one on its instrument: what the
 * signals need to know the normal state. Kinds take turns; every sixth episode sells; some are
 * confounders.
 */
public final class EpisodePlan {
    private static final long FIRST_START_NS = 42 * Times.MINUTE_NS;
    private static final long STAGGER_NS = 90 * Times.SECOND_NS;
    private static final long DURATION_NS = 12 * Times.MINUTE_NS;
    private static final long PERIOD_NS = 53 * Times.MINUTE_NS;
    private static final long TAIL_NS = 2 * Times.MINUTE_NS;

    /** By instrument (large-tick ones first) and round. A large-tick name has no spread that could be tightened. */
    private static final EpisodeKind[][] ROUNDS = {
        {EpisodeKind.ABSORPTION, EpisodeKind.CREEP, EpisodeKind.DARK_POOL, EpisodeKind.SINKHOLE, EpisodeKind.CONTRACTION,
            EpisodeKind.ABSORPTION},
        {EpisodeKind.SINKHOLE, EpisodeKind.SPOOF, EpisodeKind.BUSY_SURGE, EpisodeKind.CREEP, EpisodeKind.DARK_POOL,
            EpisodeKind.CONTRACTION},
        {EpisodeKind.DARK_POOL, EpisodeKind.ABSORPTION, EpisodeKind.CONTRACTION, EpisodeKind.SPOOF, EpisodeKind.BUSY_SURGE,
            EpisodeKind.CREEP},
    };
    private static final int SELLER = 6;

    private EpisodePlan() {
    }

    private static EpisodeStyle style(final SimulatedInstrument instrument, final int number) {
        final List<EpisodeStyle> styles = EpisodeStyle.possible(instrument);
        return styles.get(number % styles.size());
    }

    /** As many as fit; none in a session under an hour or so. */
    public static List<Episode> of(final List<SimulatedInstrument> instruments, final long sessionNs, final double participation) {
        final List<Episode> episodes = new ArrayList<>();
        int planted = 0;
        for (int round = 0; FIRST_START_NS + round * PERIOD_NS + DURATION_NS + TAIL_NS <= sessionNs; round++) {
            final EpisodeKind[] kinds = ROUNDS[round % ROUNDS.length];
            for (int i = 0; i < instruments.size(); i++) {
                final long startNs = FIRST_START_NS + round * PERIOD_NS + i % kinds.length * STAGGER_NS;
                if (startNs + DURATION_NS + TAIL_NS > sessionNs) {
                    continue;
                }
                final EpisodeKind kind = kinds[(i + round / ROUNDS.length) % kinds.length];
                final boolean sells = planted % SELLER == SELLER - 1;
                final EpisodeStyle style = kind == EpisodeKind.ABSORPTION ? style(instruments.get(i), planted) : EpisodeStyle.NONE;
                episodes.add(new Episode(instruments.get(i).symbol(), kind, sells ? AlertSide.DISTRIBUTION : AlertSide.ACCUMULATION,
                        style, List.of(), startNs, DURATION_NS, participation));
                planted++;
            }
        }
        return List.copyOf(episodes);
    }
}
