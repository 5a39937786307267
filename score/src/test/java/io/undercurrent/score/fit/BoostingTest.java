package io.undercurrent.score.fit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.undercurrent.signals.ForestTree;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BoostingTest {
    private static final int SAMPLES = 4_000;
    private static final int COLUMNS = 5;

    private final SplittableRandom random = new SplittableRandom(5);
    private final float[][] columns = new float[COLUMNS][SAMPLES];
    private final boolean[] positive = new boolean[SAMPLES];
    private final float[] weight = new float[SAMPLES];

    BoostingTest() {
        Arrays.fill(weight, 1f);
        for (final float[] column : columns) {
            for (int i = 0; i < SAMPLES; i++) {
                column[i] = (float) random.nextGaussian();
            }
        }
    }

    private List<ForestTree> fit(final int trees) {
        return Boosting.fit(columns, positive, weight, new BoostingOptions(trees, 0.3, 1));
    }

    private static double logOdds(final List<ForestTree> trees, final float... z) {
        double sum = 0;
        for (final ForestTree tree : trees) {
            int answer = 0;
            for (int q = 0; q < ForestTree.DEPTH; q++) {
                answer = 2 * answer + (z[tree.inputs()[q]] > tree.borders()[q] ? 1 : 0);
            }
            sum += tree.answers()[answer] / (double) ForestTree.ONE;
        }
        return sum;
    }

    @Test
    void findsWhatOnlyTwoColumnsTogetherTell() {
        for (int i = 0; i < SAMPLES; i++) {
            positive[i] = columns[1][i] > 0 != columns[3][i] > 0;
        }
        final List<ForestTree> trees = fit(60);
        assertTrue(logOdds(trees, 0, 1, 0, -1, 0) > 2);
        assertTrue(logOdds(trees, 0, -1, 0, 1, 0) > 2);
        assertTrue(logOdds(trees, 0, 1, 0, 1, 0) < -2);
        assertTrue(logOdds(trees, 0, -1, 0, -1, 0) < -2);
    }

    @Test
    void theLogOddsAreThoseOfTheWeights() {
        for (int i = 0; i < SAMPLES; i++) {
            final boolean high = columns[2][i] > 0;
            positive[i] = i % 2 == 0;
            // 3 : 1 where it is high, 1 : 3 where it is low
            weight[i] = positive[i] == high ? 3f : 1f;
        }
        final List<ForestTree> trees = fit(60);
        assertEquals(Math.log(3), logOdds(trees, 0, 0, 1, 0, 0), 0.35);
        assertEquals(-Math.log(3), logOdds(trees, 0, 0, -1, 0, 0), 0.35);
    }

    @Test
    void noiseTeachesLittle() {
        for (int i = 0; i < SAMPLES; i++) {
            positive[i] = random.nextBoolean();
        }
        for (int i = 0; i < 100; i++) {
            assertEquals(0, logOdds(fit(5), columns[0][i], columns[1][i], columns[2][i], columns[3][i], columns[4][i]), 0.8);
        }
    }

    @Test
    void aColumnThatNeverChangesIsNoTrouble() {
        Arrays.fill(columns[4], 0f);
        for (int i = 0; i < SAMPLES; i++) {
            positive[i] = columns[0][i] > 0.5f;
        }
        final List<ForestTree> trees = fit(30);
        assertTrue(logOdds(trees, 1.5f, 0, 0, 0, 0) > 2);
        assertTrue(logOdds(trees, -0.5f, 0, 0, 0, 0) < -2);
    }

    @Test
    void theFirstTreesDoNotDependOnHowManyFollow() {
        for (int i = 0; i < SAMPLES; i++) {
            positive[i] = columns[0][i] + columns[1][i] > 0;
        }
        final List<ForestTree> few = fit(7);
        final List<ForestTree> many = fit(12);
        for (int t = 0; t < few.size(); t++) {
            assertEquals(text(few.get(t)), text(many.get(t)));
        }
    }

    private static String text(final ForestTree tree) {
        return Arrays.toString(tree.inputs()) + Arrays.toString(tree.borders()) + Arrays.toString(tree.answers());
    }
}
