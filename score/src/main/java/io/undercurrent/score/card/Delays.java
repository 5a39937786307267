package io.undercurrent.score.card;

import io.undercurrent.score.metric.Estimate;
import io.undercurrent.score.metric.Quantiles;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/** Collects delays day by day, so that their quantiles have intervals. One thread. */
final class Delays {
    private final Population population;
    private final List<Delay> delays = new ArrayList<>();

    private record Delay(int day, double value) {
    }

    Delays(final Population population) {
        this.population = population;
    }

    void add(final int day, final double value) {
        delays.add(new Delay(day, value));
    }

    int size() {
        return delays.size();
    }

    Estimate quantile(final double share) {
        return population.estimate((planted, clean) -> Quantiles.of(drawn(planted), share));
    }

    private double[] drawn(final int[] times) {
        return delays.stream().flatMapToDouble(delay -> DoubleStream.generate(delay::value).limit(times[delay.day()]))
                .toArray();
    }
}
