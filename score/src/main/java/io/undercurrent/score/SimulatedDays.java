package io.undercurrent.score;

import io.undercurrent.engine.feed.Feed;
import io.undercurrent.feeds.sim.SimulatorFeed;
import io.undercurrent.feeds.sim.SimulatorOptions;
import java.util.List;
import java.util.function.LongFunction;
import java.util.stream.LongStream;

/** Days of the labelled simulator, one for each seed. */
public final class SimulatedDays {
    private SimulatedDays() {
    }

    /**
     * Days of the seeds {@code first} and those that follow.
     *
     * @param sessionNs how much of each day is taken, from its start; episodes that end later are left out
     */
    public static List<LabelledDay> of(final DayKind kind, final long first, final int count, final long sessionNs) {
        final LongFunction<SimulatorOptions> options = switch (kind) {
            case PLANTED -> SimulatorOptions::plantedDay;
            case CLEAN -> SimulatorOptions::cleanDay;
            case TROUBLED -> SimulatorOptions::troubledDay;
        };
        return LongStream.range(first, first + count).mapToObj(seed -> of(kind, cut(options.apply(seed), sessionNs))).toList();
    }

    private static SimulatorOptions cut(final SimulatorOptions day, final long sessionNs) {
        return new SimulatorOptions(day.seed(), day.day(), sessionNs, day.instruments(),
                day.episodes().stream().filter(episode -> episode.endNs() <= sessionNs).toList());
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
            return simulator.truth().stream().map(Label::of).toList();
        }

        @Override
        public void close() {
            simulator.close();
        }
    }
}
