package io.undercurrent.feeds.sim;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.undercurrent.codec.Times;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The clean market has the stylised facts of recorded ones: bands around docs/simulator.md's table, wide enough for two days of fixed seeds,
 * each of which an earlier or a broken model has missed.
 */
class CleanMarketTest {
    private static final int SECONDS = 3600;
    private static final List<SimulatedInstrument> INSTRUMENTS = SimulatedInstrument.defaults();

    private static Map<String, Map<String, Double>> facts = Map.of();

    @BeforeAll
    static void measureTwoDays() {
        facts = Facts.of(SimulatorOptions.cleanDay(31), SimulatorOptions.cleanDay(32));
    }

    private static double fact(final SimulatedInstrument instrument, final String name) {
        final Map<String, Double> known = facts.getOrDefault(instrument.symbol(), Map.of());
        final Double value = known.get(name);
        if (value == null) {
            throw new AssertionError("no fact '" + name + "'");
        }
        return value;
    }

    private static void within(final SimulatedInstrument instrument, final String name, final double low, final double high) {
        within("seeds 31, 32 " + instrument.symbol() + ' ' + name, fact(instrument, name), low, high);
    }

    private static void within(final String name, final double value, final double low, final double high) {
        assertTrue(value >= low && value <= high, name + " is " + value + ", not from " + low + " to " + high);
    }

    private static boolean isLargeTick(final SimulatedInstrument instrument) {
        return instrument.spreadTicks() <= 1;
    }

    @Test
    void aDayIsCheapEnoughToSimulateManyOfThem() {
        within("events of a day", facts.get("all").get("events"), 1_000_000, 4_000_000);
    }

    @Test
    void spreadsAreOneTickOrWhatTheProfileSays() {
        for (final SimulatedInstrument instrument : INSTRUMENTS) {
            if (isLargeTick(instrument)) {
                within(instrument, "spread: time at 1, %", 94, 100);
            } else {
                within(instrument, "spread: mean, ticks", 0.75 * instrument.spreadTicks(), 1.35 * instrument.spreadTicks());
                // recorded: 1.6 to 2
                final double wide = fact(instrument, "spread: 90 % of the time up to, ticks") / fact(instrument, "spread: half of the time up to, ticks");
                within(instrument.symbol() + " wide spread against the median", wide, 1.3, 2.2);
            }
        }
    }

    @Test
    void theMidIsNearlyAsVolatileOverASecondAsOverMinutes() {
        for (final SimulatedInstrument instrument : INSTRUMENTS) {
            within(instrument, "price: variance over 0.1 s / 60 s", 0.5, 1.4);
            within(instrument, "price: variance over 1 s / 60 s", 0.6, 1.3);
            within(instrument, "price: variance over 10 s / 60 s", 0.75, 1.25);
            within(instrument, "price: variance over 300 s / 60 s", 0.6, 1.6);
            within(instrument, "price: autocorrelation of 10 s", -0.12, 0.15);
            within(instrument.symbol() + " deviation against its profile", fact(instrument, "price: deviation over 1 min, bp")
                    / instrument.volatilityBp(), 0.65, 1.6);
            within(instrument, "price: kurtosis of 1 s, of normal", 4, 200);
            within(instrument, "price: kurtosis of 60 s, of normal", 1, 8);
            within(instrument, "price: autocorrelation of moves, 1 min", 0.02, 0.45);
        }
    }

    @Test
    void tradesComeInBurstsAtTheRateOfTheProfile() {
        for (final SimulatedInstrument instrument : INSTRUMENTS) {
            within(instrument.symbol() + " trades against its profile", fact(instrument, "trades: in the book, /s") / instrument.tradesPerSecond(),
                    0.5, 2.2);
            within(instrument, "trades: within 10 ms of the last, %", 22, 60);
            within(instrument, "trades: variance / mean of counts, 1 s", 2.5, 20);
            within(instrument, "trades: variance / mean of counts, 60 s", 5, 100);
        }
    }

    @Test
    void tradeSignsHaveMemoryAndTheMidAnswersAtOnceAndThenNoMore() {
        for (final SimulatedInstrument instrument : INSTRUMENTS) {
            within(instrument, "sign: autocorrelation, lag 1", 0.35, 0.8);
            within(instrument, "sign: autocorrelation, lag 5", 0.03, 0.6);
            if (!isLargeTick(instrument)) {
                // the mid moves with the burst, and not on and on with the memory of the signs
                within(instrument.symbol() + " response after 100 trades against 10", fact(instrument, "response: of the mid after 100, ticks")
                        / fact(instrument, "response: of the mid after 10, ticks"), 0.4, 2);
            }
        }
        within(INSTRUMENTS.getFirst(), "sign: autocorrelation, lag 20", 0.1, 0.45);
        within(INSTRUMENTS.getFirst(), "sign: autocorrelation, lag 50", 0.03, 0.25);
    }

    @Test
    void depthIsThickOrThinAndHoldsForTenLevels() {
        within(INSTRUMENTS.getFirst(), "depth: best size, median", 15_000, 120_000);
        within(INSTRUMENTS.getLast(), "depth: best size, median", 60, 300);
        for (final SimulatedInstrument instrument : INSTRUMENTS) {
            within(instrument, "depth: level 2 / best", 0.7, 1.5);
            within(instrument, "depth: level 5 / best", 0.7, 1.6);
        }
    }

    @Test
    void ordersComeAndGoAsFastAsRecordedOnesAndFewAreExecuted() {
        for (final SimulatedInstrument instrument : INSTRUMENTS) {
            within(instrument, "orders: cancelled within 10 ms, %", 8, 25);
            within(instrument, "orders: cancelled within 1 s, %", 45, 75);
            within(instrument, "orders: time to cancel, median, s", 0.1, 1.5);
            within(instrument, "orders: executed, in part or whole, %", 2, 20);
        }
    }

    @Test
    void muchIsHiddenInWideNamesAndAThirdOrMorePrintsOffExchange() {
        for (final SimulatedInstrument instrument : INSTRUMENTS) {
            within(instrument, "off exchange: share of volume, %", 25, 55);
            within(instrument, "off exchange: at the mid, %", 10, 35);
            within(instrument, "off exchange: fractions of a cent, %", 4, 45);
            within(instrument, "off exchange: its autocorrelation, 1 min", -0.1, 0.45);
            within(instrument, "trades: hidden share of volume, %", isLargeTick(instrument) ? 0 : 4, isLargeTick(instrument) ? 4 : 45);
        }
    }

    @Test
    void theDayIsAUAndTheSpreadFalls() {
        for (final SimulatedInstrument instrument : INSTRUMENTS) {
            final String name = "seeds 31, 32 " + instrument.symbol();
            within(name + " trades at the open against noon",
                    fact(instrument, "day: trades: 09:30, of mean") / fact(instrument, "day: trades: 12:30, of mean"), 1.3, 6);
            within(name + " trades at the close against noon",
                    fact(instrument, "day: trades: 15:30, of mean") / fact(instrument, "day: trades: 12:30, of mean"), 1.3, 8);
            within(name + " variance at the open against noon",
                    fact(instrument, "day: variance: 09:30, of mean") / fact(instrument, "day: variance: 12:30, of mean"), 1.3, 30);
            if (!isLargeTick(instrument)) {
                within(name + " spread at the open against the close",
                        fact(instrument, "day: spread: 09:30, of mean") / fact(instrument, "day: spread: 15:30, of mean"), 1.5, 4);
            }
        }
    }

    @Test
    void instrumentsShareAFactor() {
        final WatchedTape tape = WatchedTape.of(new SimulatorFeed(SimulatorOptions.clean(33, SECONDS * Times.SECOND_NS)));
        double sum = 0;
        int pairs = 0;
        for (int i = 0; i < INSTRUMENTS.size(); i++) {
            for (int j = 0; j < i; j++) {
                sum += correlation(tape.instrument(INSTRUMENTS.get(i).symbol()), tape.instrument(INSTRUMENTS.get(j).symbol()));
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
}
