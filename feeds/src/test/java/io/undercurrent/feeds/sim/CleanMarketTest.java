package io.undercurrent.feeds.sim;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.undercurrent.codec.Times;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The clean market looks like one: wide bands, each of which an earlier or a broken model has missed. */
class CleanMarketTest {
    private static final int SECONDS = 3600;

    @Test
    void spreadDepthTradesAndVarianceArePlausible() {
        for (long seed = 31; seed < 33; seed++) {
            final WatchedTape tape = WatchedTape.of(new SimulatorFeed(SimulatorOptions.clean(seed, SECONDS * Times.SECOND_NS)));
            for (final SimulatedInstrument instrument : SimulatedInstrument.defaults()) {
                check("seed " + seed + ' ' + instrument.symbol() + ' ', instrument, tape.instrument(instrument.symbol()));
            }
        }
    }

    private static void check(final String name, final SimulatedInstrument instrument, final WatchedInstrument watched) {
        final WatchedRow sum = watched.sum(0, SECONDS);
        within(name + "events per second", (double) sum.updates / SECONDS, 3, 25);
        within(name + "spread", sum.spreadTicks / SECONDS, 0.7 * instrument.spreadTicks(), 1.25 * instrument.spreadTicks() + 0.3);
        within(name + "trades per second", (double) sum.trades / SECONDS, 0.6 * instrument.ordersPerSecond(),
                3.5 * instrument.ordersPerSecond());
        within(name + "off-exchange share", (double) sum.off / sum.volume(), 0.25, 0.6);
        within(name + "midpoint share of it", (double) sum.offMid / sum.off, 0.08, 0.35);
        within(name + "buy share", (double) sum.buys / sum.lit(), 0.35, 0.65);
        within(name + "bid share of depth", (double) sum.depth[0] / (sum.depth[0] + sum.depth[1]), 0.4, 0.6);
        within(name + "depth in usual orders", sum.depth[0] / instrument.usualShares() / SECONDS, 5, 100);
        for (int side = 0; side < 2; side++) {
            within(name + "refill", (double) (sum.refill[side] + sum.hidden[side]) / sum.hit[side], 0.02, 0.4);
        }
        // not too smooth at a second, no explosion at five minutes
        final double minute = watched.variancePerSecond(60, 0, SECONDS);
        within(name + "variance of 1 s against 1 min", watched.variancePerSecond(1, 0, SECONDS) / minute, 0.45, 2.5);
        within(name + "variance of 5 min against 1 min", watched.variancePerSecond(300, 0, SECONDS) / minute, 0.15, 3.5);
        final double usual = instrument.sigmaTicks() * instrument.sigmaTicks();
        within(name + "variance against the profile", minute / usual, 0.4, 4);
    }

    @Test
    void instrumentsShareAFactor() {
        final WatchedTape tape = WatchedTape.of(new SimulatorFeed(SimulatorOptions.clean(33, SECONDS * Times.SECOND_NS)));
        double sum = 0;
        int pairs = 0;
        final List<SimulatedInstrument> instruments = SimulatedInstrument.defaults();
        for (int i = 0; i < instruments.size(); i++) {
            for (int j = 0; j < i; j++) {
                sum += correlation(tape.instrument(instruments.get(i).symbol()), tape.instrument(instruments.get(j).symbol()));
                pairs++;
            }
        }
        within("seed 33 mean correlation over 30 s", sum / pairs, 0.05, 0.6);
    }

    private static double correlation(final WatchedInstrument x, final WatchedInstrument y) {
        double xx = 0;
        double xy = 0;
        double yy = 0;
        for (int i = 30; i < SECONDS; i += 30) {
            final double dx = x.rows().get(i).mid - x.rows().get(i - 30).mid;
            final double dy = y.rows().get(i).mid - y.rows().get(i - 30).mid;
            xx += dx * dx;
            xy += dx * dy;
            yy += dy * dy;
        }
        return xy / Math.sqrt(xx * yy);
    }

    private static void within(final String name, final double value, final double low, final double high) {
        assertTrue(value >= low && value <= high, name + " is " + value + ", not from " + low + " to " + high);
    }
}
