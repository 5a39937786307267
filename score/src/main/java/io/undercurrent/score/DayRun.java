package io.undercurrent.score;

import io.undercurrent.codec.Events;
import io.undercurrent.engine.Engine;
import io.undercurrent.engine.config.Config;
import io.undercurrent.engine.config.Setting;
import io.undercurrent.engine.feed.EventPublisher;
import io.undercurrent.engine.feed.EventSlots;
import io.undercurrent.engine.feed.Feed;
import io.undercurrent.engine.row.BookListener;
import io.undercurrent.engine.row.MarketState;
import io.undercurrent.engine.signal.AlertRules;
import io.undercurrent.engine.signal.Analysis;
import io.undercurrent.engine.signal.Backends;
import io.undercurrent.engine.signal.DirectSweeps;
import io.undercurrent.engine.signal.SweepListener;
import io.undercurrent.signals.Calibration;
import io.undercurrent.signals.Composite;
import io.undercurrent.signals.FittedConstants;
import io.undercurrent.signals.Signal;
import io.undercurrent.signals.SignalBackend;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** Labelled days through books, rows, signals, composite and rules as the engine has them; nothing is journalled. Immutable. */
public final class DayRun {
    private static final long MS_NS = 1_000_000L;
    private static final int RECORDS = 1024;

    private final Config config;
    private final Map<Signal, Calibration> calibration;

    /**
     * With the calibration of this version.
     *
     * @param config rows, backend and alert rules are taken from it
     */
    public DayRun(final Config config) {
        this(config, FittedConstants.standard().calibration());
    }

    /** @param config rows, backend and alert rules are taken from it */
    public DayRun(final Config config, final Map<Signal, Calibration> calibration) {
        this.config = config;
        this.calibration = Map.copyOf(calibration);
    }

    /** The rules of the configuration. */
    public AlertRules rules() {
        return AlertRules.of(config);
    }

    /** Net log-odds of quiet, which thresholds are relative to. */
    public float quiet() {
        return composite(1).quiet();
    }

    private Composite composite(final int instruments) {
        return new Composite(instruments, config.integer(Setting.ROWS_INTERVAL_MS), calibration);
    }

    /**
     * What is scored of a day, by symbol.
     *
     * @param number of the day among those of its kind, from 0
     */
    public List<SymbolDay> score(final LabelledDay day, final int number) {
        final DayRecorder recorder =
                new DayRecorder(day.kind(), number, day.seed(), config.wide(Setting.ROWS_INTERVAL_MS) * MS_NS);
        return recorder.symbolDays(run(day, recorder));
    }

    /** Shows every evaluated row of the day to the listener and returns what was planted. */
    public List<Label> run(final LabelledDay day, final SweepListener listener) {
        final Config sized = config.with(Setting.SIGNALS_MAX_INSTRUMENTS, Integer.toString(day.instruments()));
        return run(day, sized, Backends.choose(sized).signals(), listener);
    }

    /** The same on a backend of the caller's, which is closed at the end. */
    public List<Label> run(final LabelledDay day, final SignalBackend backend, final SweepListener listener) {
        return run(day, config.with(Setting.SIGNALS_MAX_INSTRUMENTS, Integer.toString(day.instruments())), backend, listener);
    }

    private List<Label> run(final LabelledDay day, final Config sized, final SignalBackend backend, final SweepListener listener) {
        try (LabelledFeed source = day.open().get();
                Analysis analysis = new Analysis(backend, day.instruments(),
                        config.integer(Setting.ROWS_INTERVAL_MS), rules(), composite(day.instruments()))) {
            final DirectSweeps sweeps = new DirectSweeps(analysis, day.instruments(), listener);
            final MarketState market = new MarketState(Engine.rowSettings(sized), sweeps, BookListener.NONE);
            sweeps.instruments(market::instrument);
            final EventPublisher publisher = new EventPublisher(new Direct(market, new UnsafeBuffer(
                    ByteBuffer.allocateDirect(Events.MAX_LENGTH))), 1);
            while (source.feed().poll(publisher, RECORDS) != Feed.DONE) {
                // a labelled day is all there from the start
            }
            return source.labels();
        }
    }

    /** One slot, whose event goes into the market as soon as it is published. */
    private record Direct(MarketState market, UnsafeBuffer slot) implements EventSlots {
        @Override
        public MutableDirectBuffer claim() {
            return slot;
        }

        @Override
        public void publish() {
            market.onEvent(slot, 0);
        }
    }
}
