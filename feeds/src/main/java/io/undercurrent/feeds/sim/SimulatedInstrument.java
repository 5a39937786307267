package io.undercurrent.feeds.sim;

import io.undercurrent.codec.Decimals;
import io.undercurrent.engine.feed.FeedException;
import java.util.List;

/**
 * How one instrument behaves in its clean state, at the quietest time of day. The busy open trades about half as much again.
 *
 * @param symbol at most 24 ASCII characters, no comma
 * @param startPrice 1e-9
 * @param priceIncrement 1e-9
 * @param spreadTicks the usual spread; 1: a large-tick name
 * @param volatilityBp standard deviation of the price over a minute, basis points
 * @param commonShare of that variance, what comes from the factor that all instruments share
 * @param addsPerSecond displayed orders, both sides
 * @param lifetimeSeconds of a displayed order near the best price; it leaves sooner when the price turns against it
 * @param depthTicks over how many ticks orders are spread, exponentially
 * @param sizeMultiple of the usual order sizes
 * @param ordersPerSecond aggressive orders, both sides
 * @param offExchangePerSecond prints on the tape that no book shows
 * @param icebergShare of the displayed orders, how many hide a reserve
 * @param hiddenShare of the aggressive orders, how many meet somebody the book does not show
 */
public record SimulatedInstrument(
        String symbol, long startPrice, long priceIncrement, double spreadTicks, double volatilityBp, double commonShare,
        double addsPerSecond, double lifetimeSeconds, double depthTicks, double sizeMultiple, double ordersPerSecond,
        double offExchangePerSecond, double icebergShare, double hiddenShare) {
    private static final long CENT = Decimals.ONE / 100;

    public SimulatedInstrument {
        if (symbol.isEmpty() || symbol.length() > 24 || symbol.indexOf(',') >= 0) {
            throw new FeedException("simulated symbol '" + symbol + "' must have 1 to 24 characters and no comma");
        }
        require(symbol, "priceIncrement", (double) priceIncrement, 1, (double) Decimals.ONE);
        require(symbol, "startPrice in increments", (double) startPrice / priceIncrement, 500, 1e8);
        require(symbol, "spreadTicks", spreadTicks, 1, 40);
        require(symbol, "volatilityBp", volatilityBp, 0.1, 100);
        require(symbol, "volatility in ticks per root second", sigmaTicks(startPrice, priceIncrement, volatilityBp), 0, 60);
        require(symbol, "commonShare", commonShare, 0, 1);
        require(symbol, "addsPerSecond", addsPerSecond, 0.5, 1000);
        require(symbol, "lifetimeSeconds", lifetimeSeconds, 0.5, 600);
        require(symbol, "depthTicks", depthTicks, 1, 100);
        require(symbol, "sizeMultiple", sizeMultiple, 0.1, 100);
        require(symbol, "ordersPerSecond", ordersPerSecond, 0.01, 200);
        require(symbol, "offExchangePerSecond", offExchangePerSecond, 0, 200);
        require(symbol, "icebergShare", icebergShare, 0, 0.5);
        require(symbol, "hiddenShare", hiddenShare, 0, 0.5);
        if (addsPerSecond * lifetimeSeconds < 40) {
            throw new FeedException("simulated " + symbol + ": addsPerSecond × lifetimeSeconds must be 40 or more, or the book runs empty");
        }
    }

    private static void require(final String symbol, final String key, final double value, final double low, final double high) {
        if (!(value >= low && value <= high)) {
            throw new FeedException("simulated " + symbol + ": " + key + " " + value + " must be from " + low + " to " + high);
        }
    }

    /** Standard deviation of the price over a second, in ticks. */
    double sigmaTicks() {
        return sigmaTicks(startPrice, priceIncrement, volatilityBp);
    }

    private static double sigmaTicks(final long startPrice, final long priceIncrement, final double volatilityBp) {
        return volatilityBp * 1e-4 * startPrice / priceIncrement / Math.sqrt(60);
    }

    /** Shares of a usual order. */
    double usualShares() {
        return SizeTable.MEAN * sizeMultiple;
    }

    /** Shares that usually stand at one price near the best. */
    double usualLevelShares() {
        return usualShares() * Math.max(1, 0.5 * addsPerSecond * lifetimeSeconds / depthTicks);
    }

    /** Six made-up names: two thick ones with a spread of one tick, two in between, two wide and thin ones. */
    public static List<SimulatedInstrument> defaults() {
        return List.of(
                new SimulatedInstrument("BRICK", 24_00 * CENT, CENT, 1, 8, 0.4, 4, 30, 4, 1.5, 0.4, 0.3, 0.03, 0.06),
                new SimulatedInstrument("SLATE", 31_50 * CENT, CENT, 1, 9, 0.3, 4.5, 25, 4, 1, 0.5, 0.35, 0.03, 0.06),
                new SimulatedInstrument("CEDAR", 52_00 * CENT, CENT, 2, 9, 0.4, 4, 20, 6, 1, 0.4, 0.3, 0.03, 0.07),
                new SimulatedInstrument("MAPLE", 76_00 * CENT, CENT, 3, 10, 0.3, 4, 18, 8, 1, 0.35, 0.25, 0.03, 0.08),
                new SimulatedInstrument("HERON", 118_00 * CENT, CENT, 5, 10, 0.4, 3, 18, 12, 1, 0.3, 0.17, 0.03, 0.1),
                new SimulatedInstrument("QUARTZ", 205_00 * CENT, CENT, 8, 11, 0.3, 3, 16, 20, 1, 0.25, 0.14, 0.03, 0.12));
    }
}
