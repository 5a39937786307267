package io.undercurrent.feeds.sim;

import io.undercurrent.codec.Capability;
import io.undercurrent.codec.Decimals;
import io.undercurrent.codec.sbe.BookKind;
import io.undercurrent.codec.sbe.SessionKind;
import io.undercurrent.codec.sbe.SessionPhase;
import io.undercurrent.engine.feed.EventPublisher;
import io.undercurrent.engine.feed.Feed;
import io.undercurrent.engine.feed.InstrumentSpec;
import java.util.Comparator;
import java.util.List;

/**
 * A simulated session as a feed, made while it is polled. Its events are a function of its options alone: no clock, no dependence on how it
 * is polled. A record is one packet of one instrument: all events of one moment, the last one flagged. One thread.
 */
public final class SimulatorFeed implements Feed {
    private static final String VENUE = "XSIM";
    private static final int CAPABILITIES =
            Capability.OFF_EXCHANGE | Capability.DEPTH | Capability.OWN_VENUE_TRADES | Capability.EXECUTIONS;
    private static final long MILLISECOND_NS = 1_000_000;

    private enum Stage { DEFINE, START, RUN, OVER }

    private final SimulatorOptions options;
    private final SimulatedMarket market;
    private final int[] instrumentIds;
    private Stage stage = Stage.DEFINE;
    private int defined;

    public SimulatorFeed(final SimulatorOptions options) {
        this.options = options;
        market = new SimulatedMarket(options);
        instrumentIds = new int[options.instruments().size()];
    }

    @Override
    public String name() {
        return "simulator";
    }

    @Override
    public int poll(final EventPublisher out, final int limit) {
        int taken = 0;
        while (taken < limit && stage != Stage.OVER) {
            switch (stage) {
                case DEFINE -> define(out);
                case START -> {
                    out.at(options.sessionStartNs(), options.sessionStartNs(), 0, 0);
                    out.session(SessionKind.REGULAR, SessionPhase.START);
                    stage = Stage.RUN;
                }
                case RUN -> {
                    if (!market.step(out, instrumentIds)) {
                        out.at(options.sessionEndNs(), options.sessionEndNs(), 0, 0);
                        out.session(SessionKind.REGULAR, SessionPhase.END);
                        stage = Stage.OVER;
                    }
                }
                case OVER -> throw new IllegalStateException("over");
            }
            taken++;
        }
        return taken > 0 || limit <= 0 ? taken : DONE;
    }

    private void define(final EventPublisher out) {
        final SimulatedInstrument instrument = options.instruments().get(defined);
        out.at(options.sessionStartNs(), options.sessionStartNs(), 0, 0);
        instrumentIds[defined++] = out.define(new InstrumentSpec(instrument.symbol(), VENUE, "USD", instrument.priceIncrement(),
                Decimals.ONE, BookKind.BY_ORDER, CAPABILITIES, options.sessionStartNs(), options.sessionEndNs()));
        if (defined == instrumentIds.length) {
            stage = Stage.START;
        }
    }

    /** Planted episodes by start time; volumes are final once the feed is {@link #DONE}, and those so far before that. */
    public List<Truth> truth() {
        return market.truth().stream().sorted(Comparator.comparingLong(Truth::startNs).thenComparing(Truth::symbol)).toList();
    }

    public SimulatorOptions options() {
        return options;
    }

    /** There are no bytes: milliseconds of the session so far, so that a display of progress works. */
    @Override
    public long bytesRead() {
        return stage == Stage.OVER ? bytesTotal() : (market.reachedNs() - options.sessionStartNs()) / MILLISECOND_NS;
    }

    /** Milliseconds of the session. */
    @Override
    public long bytesTotal() {
        return options.sessionNs() / MILLISECOND_NS;
    }

    @Override
    public void close() {
        // nothing is held
    }
}
