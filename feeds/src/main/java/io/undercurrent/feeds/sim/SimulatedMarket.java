package io.undercurrent.feeds.sim;

import io.undercurrent.engine.feed.EventPublisher;
import java.util.ArrayList;
import java.util.List;

/**
 * All instruments of a simulated session in one order of time, with what they share: the factor that moves their fair values ten times a
 * second, and the slow common part of their activity. One thread; allocates nothing while it runs.
 */
final class SimulatedMarket {
    private static final long GRID_NS = 100_000_000;
    private static final double GRID_SECONDS = 0.1;
    private static final int BREATH = 10;
    /** Share of the steps in which the common factor moves. */
    private static final double MOVES = 0.05;

    private final InstrumentSim[] instruments;
    private final Packet packet = new Packet();
    private final SimRandom random;
    private final long endNs;
    private long gridNs;
    private long gridCount;
    private double common;

    SimulatedMarket(final SimulatorOptions options) {
        random = new SimRandom(options.seed(), 0);
        gridNs = options.sessionStartNs();
        endNs = options.sessionEndNs();
        instruments = new InstrumentSim[options.instruments().size()];
        for (int i = 0; i < instruments.length; i++) {
            final SimulatedInstrument instrument = options.instruments().get(i);
            final List<Episode> episodes =
                    options.episodes().stream().filter(episode -> episode.symbol().equals(instrument.symbol())).toList();
            instruments[i] = new InstrumentSim(i, instrument, options, episodes, packet);
        }
    }

    /**
     * Publishes the next packet.
     *
     * @param instrumentIds ids of the instruments, in the order of the options
     * @return false: the session is over, nothing was published
     */
    boolean step(final EventPublisher out, final int[] instrumentIds) {
        while (true) {
            int first = 0;
            long firstNs = instruments[0].nextTimeNs();
            for (int i = 1; i < instruments.length; i++) {
                final long timeNs = instruments[i].nextTimeNs();
                if (timeNs < firstNs) {
                    firstNs = timeNs;
                    first = i;
                }
            }
            if (firstNs >= gridNs) {
                if (gridNs >= endNs) {
                    return false;
                }
                grid();
            } else if (firstNs >= endNs) {
                return false;
            } else {
                instruments[first].step();
                if (!packet.isEmpty()) {
                    packet.flush(out, instrumentIds[first], firstNs);
                    return true;
                }
            }
        }
    }

    private void grid() {
        if (gridCount++ % BREATH == 0) {
            common = Activity.wanderCommon(common, BREATH * GRID_SECONDS, random);
            for (final InstrumentSim instrument : instruments) {
                instrument.breathe(gridNs, BREATH * GRID_SECONDS, common);
            }
        }
        // it moves now and then, not all the time: seconds without any news are common
        if (random.chance(MOVES)) {
            final double factor = Math.sqrt(GRID_SECONDS / MOVES) * random.gaussian();
            for (final InstrumentSim instrument : instruments) {
                instrument.drift(gridNs, factor);
            }
        }
        gridNs += GRID_NS;
    }

    /** Time up to which the session is simulated, UTC. */
    long reachedNs() {
        return Math.min(gridNs, endNs);
    }

    List<Truth> truth() {
        final List<Truth> truths = new ArrayList<>();
        for (final InstrumentSim instrument : instruments) {
            instrument.truth(truths);
        }
        return List.copyOf(truths);
    }
}
