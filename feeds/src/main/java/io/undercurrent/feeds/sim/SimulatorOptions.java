package io.undercurrent.feeds.sim;

import io.undercurrent.codec.Times;
import io.undercurrent.engine.feed.FeedException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Everything a simulated day depends on. Equal options give equal events, byte by byte.
 *
 * @param day trading starts at 09:30 New York time of this day
 * @param sessionNs how long the regular session lasts, 1 minute to 6.5 hours
 * @param episodes what is planted; at most one at a time on an instrument, all of them inside the session
 */
public record SimulatorOptions(
        long seed, LocalDate day, long sessionNs, List<SimulatedInstrument> instruments, List<Episode> episodes) {
    /** 09:30 to 16:00. */
    public static final long FULL_SESSION_NS = 6 * Times.HOUR_NS + 30 * Times.MINUTE_NS;
    public static final long DEMO_SESSION_NS = 2 * Times.HOUR_NS;
    public static final LocalDate DEFAULT_DAY = LocalDate.of(2026, 1, 5);
    /** Participation of a strong programme. */
    public static final double STRONG = 0.2;

    private static final int MAX_INSTRUMENTS = 256;

    public SimulatorOptions {
        instruments = List.copyOf(instruments);
        episodes = List.copyOf(episodes);
        if (sessionNs < Times.MINUTE_NS || sessionNs > FULL_SESSION_NS) {
            throw new FeedException("session of the simulator must last 1 minute to 6.5 hours, not " + sessionNs + " ns");
        }
        if (instruments.isEmpty() || instruments.size() > MAX_INSTRUMENTS) {
            throw new FeedException("the simulator takes 1 to " + MAX_INSTRUMENTS + " instruments, not " + instruments.size());
        }
        final Set<String> symbols = new HashSet<>();
        for (final SimulatedInstrument instrument : instruments) {
            if (!symbols.add(instrument.symbol())) {
                throw new FeedException("simulated symbol " + instrument.symbol() + " is there twice");
            }
        }
        for (int i = 0; i < episodes.size(); i++) {
            final Episode episode = episodes.get(i);
            if (!symbols.contains(episode.symbol())) {
                throw new FeedException("episode " + episode.kind() + " names " + episode.symbol() + ", which is not simulated");
            }
            if (episode.endNs() > sessionNs) {
                throw new FeedException("episode " + episode.kind() + " of " + episode.symbol() + " ends after the session");
            }
            for (final Episode other : episodes.subList(0, i)) {
                if (other.symbol().equals(episode.symbol()) && other.startNs() < episode.endNs() && episode.startNs() < other.endNs()) {
                    throw new FeedException("two episodes of " + episode.symbol() + " overlap");
                }
            }
        }
    }

    /** Two hours of six instruments with strong programmes of all five kinds and some confounders. */
    public static SimulatorOptions demo(final long seed) {
        return planted(seed, DEMO_SESSION_NS, STRONG);
    }

    /** The default instruments with {@link EpisodePlan}'s episodes, as many as fit the session. */
    public static SimulatorOptions planted(final long seed, final long sessionNs, final double participation) {
        final List<SimulatedInstrument> instruments = SimulatedInstrument.defaults();
        return new SimulatorOptions(
                seed, DEFAULT_DAY, sessionNs, instruments, EpisodePlan.of(instruments, sessionNs, participation));
    }

    /** Nothing planted. The market around is the same as in {@link #planted} up to the first episode of each instrument. */
    public static SimulatorOptions clean(final long seed, final long sessionNs) {
        return new SimulatorOptions(seed, DEFAULT_DAY, sessionNs, SimulatedInstrument.defaults(), List.of());
    }

    /** A whole day with nothing planted. */
    public static SimulatorOptions cleanDay(final long seed) {
        return clean(seed, FULL_SESSION_NS);
    }

    /**
     * A whole day with programmes and confounders at random times, of random kind, side and style: participation 2 to 20 % and 5 to 60 minutes
     * (both log-uniform), 18 % selling, the first 45 minutes after the open or later, at least 20 minutes between two on an instrument. The
     * market is that of {@link #cleanDay} of this seed up to the first episode of each instrument.
     */
    public static SimulatorOptions plantedDay(final long seed) {
        final SimulatorOptions clean = cleanDay(seed);
        return clean.withEpisodes(DayPlan.of(seed, clean.instruments, clean.sessionNs));
    }

    /** A whole day with nothing planted whose feed is in trouble again and again, differently on each instrument: no alarm is right. */
    public static SimulatorOptions troubledDay(final long seed) {
        final SimulatorOptions clean = cleanDay(seed);
        return clean.withEpisodes(TroublePlan.of(seed, clean.instruments, clean.sessionNs));
    }

    public SimulatorOptions withDay(final LocalDate other) {
        return new SimulatorOptions(seed, other, sessionNs, instruments, episodes);
    }

    public SimulatorOptions withEpisodes(final List<Episode> other) {
        return new SimulatorOptions(seed, day, sessionNs, instruments, other);
    }

    /** UTC. */
    public long sessionStartNs() {
        return Times.midnightNs(day, Times.NEW_YORK) + 9 * Times.HOUR_NS + 30 * Times.MINUTE_NS;
    }

    /** UTC. */
    public long sessionEndNs() {
        return sessionStartNs() + sessionNs;
    }
}
