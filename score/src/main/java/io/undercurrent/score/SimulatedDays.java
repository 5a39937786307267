package io.undercurrent.score;

import io.undercurrent.codec.sbe.AlertSide;
import io.undercurrent.engine.feed.Feed;
import io.undercurrent.feeds.sim.SimulatorFeed;
import io.undercurrent.feeds.sim.SimulatorOptions;
import io.undercurrent.feeds.sim.Truth;
import io.undercurrent.signals.SignalSide;
import java.util.List;
import java.util.function.LongFunction;
import java.util.stream.LongStream;

/** Days of the labelled simulator, one for each seed. */
public final class SimulatedDays {
    private SimulatedDays() {
    }

    /** @param count days of the seeds {@code first} and those that follow */
    public static List<LabelledDay> of(final DayKind kind, final long first, final int count) {
        final LongFunction<SimulatorOptions> options = switch (kind) {
            case PLANTED -> seed -> SimulatorOptions.planted(seed, SimulatorOptions.FULL_SESSION_NS, SimulatorOptions.STRONG);
            case CLEAN -> seed -> SimulatorOptions.clean(seed, SimulatorOptions.FULL_SESSION_NS);
            case TROUBLED -> seed -> SimulatorOptions.clean(seed, SimulatorOptions.FULL_SESSION_NS);
        };
        return LongStream.range(first, first + count).mapToObj(seed -> of(kind, options.apply(seed))).toList();
    }

    /** A day of its own making. */
    public static LabelledDay of(final DayKind kind, final SimulatorOptions options) {
        return new LabelledDay(kind, options.seed(), options.instruments().size(), () -> new Simulated(new SimulatorFeed(options)));
    }

    private record Simulated(SimulatorFeed simulator) implements LabelledFeed {
        @Override
        public Feed feed() {
            return simulator;
        }

        @Override
        public List<Label> labels() {
            return simulator.truth().stream().map(Simulated::label).toList();
        }

        private static Label label(final Truth truth) {
            return new Label(truth.startNs(), truth.endNs(), truth.symbol(), truth.kind(),
                    truth.side() == AlertSide.ACCUMULATION ? SignalSide.ACCUMULATION : SignalSide.DISTRIBUTION,
                    truth.targetParticipation() == 0 ? 0 : truth.participation());
        }

        @Override
        public void close() {
            simulator.close();
        }
    }
}
