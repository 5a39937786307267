package io.undercurrent.score.fit;

import io.undercurrent.signals.ForestTree;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Gradient boosting of symmetric trees for the logistic loss (Friedman 2001; symmetric as in Prokhorenkova and others 2018): each tree asks
 * the same few questions of every sample, and its answer is added to the log-odds. Deterministic; one thread.
 */
final class Boosting {
    /** Places where a question may divide a column: at most so many. */
    private static final int BORDERS = 63;
    private static final int BINS = BORDERS + 1;
    /** Borders are rounded to hundredths. */
    private static final float ROUND = 100f;

    private final float[][] borders;
    private final byte[][] bins;
    private final boolean[] positive;
    private final float[] weight;
    private final BoostingOptions options;
    private final double[] logOdds;
    private final float[] gradient;
    private final float[] curvature;
    private final byte[] leaf;

    /**
     * @param columns of each feature the samples' values
     * @param positive the samples' class
     * @param weight of the samples; scaled so that they come to 1 on average
     */
    private Boosting(final float[][] columns, final boolean[] positive, final float[] weight, final BoostingOptions options) {
        this.positive = positive;
        this.weight = scaled(weight);
        this.options = options;
        final int n = positive.length;
        borders = new float[columns.length][];
        bins = new byte[columns.length][n];
        for (int f = 0; f < columns.length; f++) {
            borders[f] = bordersOf(columns[f]);
            for (int i = 0; i < n; i++) {
                bins[f][i] = (byte) bin(borders[f], columns[f][i]);
            }
        }
        logOdds = new double[n];
        gradient = new float[n];
        curvature = new float[n];
        leaf = new byte[n];
    }

    /** The trees, in their order; columns of a tree's questions are indices of {@code columns}. */
    static List<ForestTree> fit(final float[][] columns, final boolean[] positive, final float[] weight, final BoostingOptions options) {
        final Boosting boosting = new Boosting(columns, positive, weight, options);
        final List<ForestTree> trees = new ArrayList<>();
        for (int t = 0; t < options.trees(); t++) {
            trees.add(boosting.next());
        }
        return trees;
    }

    private static float[] scaled(final float[] weight) {
        double sum = 0;
        for (final float w : weight) {
            sum += w;
        }
        final float[] scaled = new float[weight.length];
        for (int i = 0; i < weight.length; i++) {
            scaled[i] = (float) (weight[i] * weight.length / sum);
        }
        return scaled;
    }

    private static float[] bordersOf(final float[] values) {
        final float[] ascending = values.clone();
        Arrays.sort(ascending);
        final float[] found = new float[BORDERS];
        int count = 0;
        for (int b = 1; b <= BORDERS; b++) {
            final float border = Math.round(ascending[(int) ((long) b * (ascending.length - 1) / BINS)] * ROUND) / ROUND;
            if (count == 0 || border > found[count - 1]) {
                found[count++] = border;
            }
        }
        return Arrays.copyOf(found, count);
    }

    /** How many borders are below the value. */
    private static int bin(final float[] borders, final float value) {
        int low = 0;
        int high = borders.length;
        while (low < high) {
            final int middle = (low + high) >>> 1;
            if (value > borders[middle]) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private ForestTree next() {
        for (int i = 0; i < logOdds.length; i++) {
            final double p = 1 / (1 + StrictMath.exp(-logOdds[i]));
            gradient[i] = (float) (weight[i] * ((positive[i] ? 1 : 0) - p));
            curvature[i] = (float) (weight[i] * p * (1 - p));
        }
        Arrays.fill(leaf, (byte) 0);
        final int[] column = new int[ForestTree.DEPTH];
        final float[] border = new float[ForestTree.DEPTH];
        for (int level = 0; level < ForestTree.DEPTH; level++) {
            final Question best = bestQuestion(1 << level);
            column[level] = best.column;
            border[level] = borders[best.column][best.border];
            final byte[] of = bins[best.column];
            for (int i = 0; i < leaf.length; i++) {
                leaf[i] = (byte) (2 * leaf[i] + (of[i] > best.border ? 1 : 0));
            }
        }
        final int[] answer = answers();
        for (int i = 0; i < leaf.length; i++) {
            logOdds[i] += answer[leaf[i]] / (double) ForestTree.ONE;
        }
        return new ForestTree(column, border, answer);
    }

    private record Question(int column, int border, double gain) {
    }

    private Question bestQuestion(final int leaves) {
        Question best = new Question(0, 0, Double.NEGATIVE_INFINITY);
        final double[] g = new double[leaves * BINS];
        final double[] h = new double[leaves * BINS];
        for (int f = 0; f < bins.length; f++) {
            Arrays.fill(g, 0);
            Arrays.fill(h, 0);
            final byte[] of = bins[f];
            for (int i = 0; i < leaf.length; i++) {
                final int at = leaf[i] * BINS + of[i];
                g[at] += gradient[i];
                h[at] += curvature[i];
            }
            final double[] gain = new double[borders[f].length];
            for (int l = 0; l < leaves; l++) {
                addGains(g, h, l * BINS, gain);
            }
            for (int b = 0; b < gain.length; b++) {
                if (gain[b] > best.gain) {
                    best = new Question(f, b, gain[b]);
                }
            }
        }
        return best;
    }

    private void addGains(final double[] g, final double[] h, final int from, final double[] gain) {
        double gAll = 0;
        double hAll = 0;
        for (int b = from; b < from + BINS; b++) {
            gAll += g[b];
            hAll += h[b];
        }
        double gLow = 0;
        double hLow = 0;
        for (int b = 0; b < gain.length; b++) {
            gLow += g[from + b];
            hLow += h[from + b];
            final double gHigh = gAll - gLow;
            gain[b] += gLow * gLow / (hLow + options.ridge()) + gHigh * gHigh / (hAll - hLow + options.ridge());
        }
    }

    private int[] answers() {
        final double[] g = new double[ForestTree.ANSWERS];
        final double[] h = new double[g.length];
        for (int i = 0; i < leaf.length; i++) {
            g[leaf[i]] += gradient[i];
            h[leaf[i]] += curvature[i];
        }
        final int[] answer = new int[g.length];
        for (int l = 0; l < answer.length; l++) {
            answer[l] = (int) Math.round(ForestTree.ONE * options.rate() * g[l] / (h[l] + options.ridge()));
        }
        return answer;
    }
}
