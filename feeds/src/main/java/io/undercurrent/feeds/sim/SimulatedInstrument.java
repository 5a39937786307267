package io.undercurrent.feeds.sim;

import io.undercurrent.codec.Decimals;
import io.undercurrent.engine.feed.FeedException;
import java.util.List;

/**
 * What one instrument is like on an ordinary clean day, as means over the day unless said otherwise.
 *
 * @param symbol at most 24 ASCII characters, no comma
 * @param startPrice 1e-9
 * @param priceIncrement 1e-9
 * @param spreadTicks the usual spread; below 1: a large-tick name, whose spread would be smaller if the tick were
 * @param volatilityBp standard deviation of the price over a minute, basis points
 * @param tradesPerSecond in the book; all prints of one aggressor at one moment are one
 * @param tradeShares median size of an aggressive order
 * @param ordersPerSecond new displayed orders, both sides
 * @param orderShares median size of a displayed order
 * @param sizeDeviation of the logarithm of both sizes
 * @param oddLotShare of both, how many are below 100
 * @param depthTicks over how many ticks orders are spread, exponentially
 * @param patience multiplies how long orders stay
 * @param burst mean number of aggressive orders that each brings within milliseconds
 * @param memory share of the aggressive flow that belongs to large orders which are worked bit by bit
 * @param hiddenShare chance that an aggressive order meets somebody whom the book does not show
 * @param icebergShare of the displayed orders, how many hide a reserve
 * @param offExchangePerSecond prints on the tape that no book shows
 */
public record SimulatedInstrument(
        String symbol, long startPrice, long priceIncrement, double spreadTicks, double volatilityBp, double tradesPerSecond,
        double tradeShares, double ordersPerSecond, double orderShares, double sizeDeviation, double oddLotShare, double depthTicks,
        double patience, double burst, double memory, double hiddenShare, double icebergShare, double offExchangePerSecond) {
    private static final long CENT = Decimals.ONE / 100;

    public SimulatedInstrument {
        if (symbol.isEmpty() || symbol.length() > 24 || symbol.indexOf(',') >= 0) {
            throw new FeedException("simulated symbol '" + symbol + "' must have 1 to 24 characters and no comma");
        }
        require(symbol, "priceIncrement", (double) priceIncrement, 1, (double) Decimals.ONE);
        require(symbol, "startPrice in increments", (double) startPrice / priceIncrement, 500, 1e8);
        require(symbol, "spreadTicks", spreadTicks, 0.2, 40);
        require(symbol, "volatilityBp", volatilityBp, 0.1, 100);
        require(symbol, "volatility in ticks per root second", sigmaTicks(startPrice, priceIncrement, volatilityBp), 0, 60);
        require(symbol, "tradesPerSecond", tradesPerSecond, 0.01, 50);
        require(symbol, "tradeShares", tradeShares, 1, 1e5);
        require(symbol, "ordersPerSecond", ordersPerSecond, 0.2, 500);
        require(symbol, "orderShares", orderShares, 1, 1e5);
        require(symbol, "sizeDeviation", sizeDeviation, 0, 2);
        require(symbol, "oddLotShare", oddLotShare, 0, 0.9);
        require(symbol, "depthTicks", depthTicks, 1, 100);
        require(symbol, "patience", patience, 0.1, 100);
        require(symbol, "burst", burst, 0, 0.6);
        require(symbol, "memory", memory, 0, 0.95);
        require(symbol, "hiddenShare", hiddenShare, 0, 0.5);
        require(symbol, "icebergShare", icebergShare, 0, 0.5);
        require(symbol, "offExchangePerSecond", offExchangePerSecond, 0, 200);
        if (ordersPerSecond * patience < 2) {
            throw new FeedException("simulated " + symbol + ": ordersPerSecond × patience must be 2 or more, or the book runs empty");
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

    /** Mean shares of an aggressive order, close enough for scales. */
    double usualShares() {
        return Sizes.mean(tradeShares, sizeDeviation);
    }

    /** Shares that usually stand at one price near the best. */
    double usualLevelShares() {
        final double orders = 0.5 * ordersPerSecond * patience * OrderLives.MEAN_SECONDS / (2 * depthTicks);
        return Sizes.mean(orderShares, sizeDeviation) * Math.max(1, orders);
    }

    /**
     * Six made-up names: a thick one of one tick (as BAC was in 2013), a thinner one; one of two ticks; one as IBM; a thin wide one; a busy wide
     * one as AAPL in 2012.
     */
    public static List<SimulatedInstrument> defaults() {
        return List.of(
                new SimulatedInstrument("BRICK", 14_00 * CENT, CENT, 0.6, 5.5, 1.3, 300, 9, 500, 1.7, 0, 2.5, 4, 0.5, 0.25, 0.06, 0.03, 1.5),
                new SimulatedInstrument("SLATE", 31_50 * CENT, CENT, 0.85, 6, 0.4, 150, 4, 250, 1.1, 0.1, 3, 3, 0.45, 0.4, 0.1, 0.03, 0.25),
                new SimulatedInstrument("CEDAR", 52_00 * CENT, CENT, 2.7, 6, 0.25, 110, 4, 120, 1, 0.15, 5, 1.5, 0.42, 0.5, 0.15, 0.03, 0.2),
                new SimulatedInstrument("MAPLE", 182_00 * CENT, CENT, 4.8, 4.3, 0.45, 110, 8, 100, 1, 0.1, 10, 1, 0.42, 0.5, 0.25, 0.03, 0.32),
                new SimulatedInstrument("HERON", 118_00 * CENT, CENT, 14, 9, 0.05, 80, 1.2, 90, 0.9, 0.25, 30, 3, 0.4, 0.5, 0.35, 0.03, 0.05),
                new SimulatedInstrument("QUARTZ", 586_00 * CENT, CENT, 13, 5.5, 0.7, 70, 11, 65, 0.9, 0.37, 28, 1, 0.45, 0.5, 0.4, 0.03, 0.6));
    }
}
