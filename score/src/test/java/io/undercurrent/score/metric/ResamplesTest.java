package io.undercurrent.score.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ResamplesTest {
    private static final double[] OF_DAY = {1, 2, 3, 4, 10};

    private static double mean(final int[] times) {
        double sum = 0;
        for (int day = 0; day < times.length; day++) {
            sum += times[day] * OF_DAY[day];
        }
        return sum / Arrays.stream(times).sum();
    }

    private static Estimate mean(final long seed) {
        return Resamples.draw(seed, 400, OF_DAY.length, 3).estimate(OF_DAY.length, 3, (planted, clean) -> mean(planted));
    }

    @Test
    void theSameSeedGivesTheSameIntervalAndAnotherSeedAnother() {
        assertEquals(mean(1), mean(1));
        assertNotEquals(mean(1), mean(2));
    }

    @Test
    void theIntervalLiesAroundTheFigureOfAllDays() {
        final Estimate estimate = mean(1);

        assertEquals(4, estimate.value());
        // the mean of five draws has the deviation 3.16 / sqrt(5) = 1.41
        assertEquals(4 - 1.9, estimate.low(), 0.5);
        assertEquals(4 + 2.9, estimate.high(), 0.7);
    }

    @Test
    void everyDrawHasAsManyDaysAsThereAre() {
        Resamples.draw(3, 100, 4, 6).estimate(4, 6, (planted, clean) -> {
            assertEquals(4, Arrays.stream(planted).sum());
            assertEquals(6, Arrays.stream(clean).sum());
            return 0;
        });
    }

    @Test
    void oneDayHasNoIntervalAndNeitherHasNothing() {
        final Estimate oneDay = Resamples.draw(1, 100, 1, 1).estimate(1, 1, (planted, clean) -> 7);
        final Estimate nothing = Resamples.draw(1, 100, 2, 2).estimate(2, 2, (planted, clean) -> Double.NaN);

        assertEquals(7, oneDay.value());
        assertTrue(Double.isNaN(oneDay.low()) && Double.isNaN(oneDay.high()));
        assertTrue(!nothing.known() && Double.isNaN(nothing.low()));
    }

    @Test
    void drawsThatHaveNothingToCountAreLeftOut() {
        final Estimate estimate = Resamples.draw(1, 200, 2, 2)
                .estimate(2, 2, (planted, clean) -> planted[0] == 0 ? Double.NaN : 5);

        assertEquals(new Estimate(5, 5, 5), estimate);
    }

    @Test
    void quantilesLieBetweenTheOrderStatistics() {
        assertEquals(3, Quantiles.of(new double[] {5, 1, 3}, 0.5));
        assertEquals(2.5, Quantiles.of(new double[] {4, 1, 2, 3}, 0.5));
        assertEquals(9.1, Quantiles.of(new double[] {10, 1, 2, 3, 4, 5, 6, 7, 8, 9}, 0.9), 1e-12);
        assertTrue(Double.isNaN(Quantiles.of(new double[0], 0.5)));
    }
}
