package io.undercurrent.score.fit;

/**
 * A logistic regression of one variable: log-odds = intercept + slope · x, by Newton's method on the penalised likelihood. Both classes weigh
 * the same, however many samples they have, so the log-odds are the evidence of x at even odds.
 *
 * @param slope not negative
 */
record Logistic(double intercept, double slope) {
    private static final int MAX_STEPS = 100;
    private static final double ENOUGH = 1e-10;
    /** Keeps the slope finite where a threshold tells the classes apart, and within reason where nearly all scores are 0. */
    private static final double RIDGE = 1e-4;

    /** @throws IllegalArgumentException there is no sample of one class */
    static Logistic fit(final float[] positive, final float[] negative) {
        if (positive.length == 0 || negative.length == 0) {
            throw new IllegalArgumentException("a fit needs samples of both classes, not " + positive.length + " and " + negative.length);
        }
        Sums at = new Sums(0, 0, positive, negative);
        for (int step = 0; step < MAX_STEPS; step++) {
            final double gradient = at.xResidual - RIDGE * at.slope;
            final double curvature = at.xxVariance + RIDGE;
            final double determinant = at.variance * curvature - at.xVariance * at.xVariance;
            double interceptStep = (curvature * at.residual - at.xVariance * gradient) / determinant;
            double slopeStep = (at.variance * gradient - at.xVariance * at.residual) / determinant;
            Sums next = new Sums(at.intercept + interceptStep, at.slope + slopeStep, positive, negative);
            while (!(next.likelihood >= at.likelihood) && Math.abs(interceptStep) + Math.abs(slopeStep) > ENOUGH) {
                // too far: the likelihood has one maximum, and it lies on the way
                interceptStep /= 2;
                slopeStep /= 2;
                next = new Sums(at.intercept + interceptStep, at.slope + slopeStep, positive, negative);
            }
            at = next;
            if (Math.abs(interceptStep) + Math.abs(slopeStep) < ENOUGH) {
                break;
            }
        }
        return at.slope >= 0 ? new Logistic(at.intercept, at.slope) : new Logistic(0, 0);
    }

    /** Likelihood, gradient and curvature at a point. */
    private static final class Sums {
        private final double intercept;
        private final double slope;
        private double likelihood;
        private double residual;
        private double xResidual;
        private double variance;
        private double xVariance;
        private double xxVariance;

        Sums(final double intercept, final double slope, final float[] positive, final float[] negative) {
            this.intercept = intercept;
            this.slope = slope;
            likelihood = -RIDGE * slope * slope / 2;
            add(positive, 1, 0.5 / positive.length);
            add(negative, 0, 0.5 / negative.length);
        }

        private void add(final float[] samples, final double label, final double weight) {
            for (final float x : samples) {
                final double logOdds = intercept + slope * x;
                final double p = 1 / (1 + StrictMath.exp(-logOdds));
                final double v = weight * p * (1 - p);
                likelihood -= weight * StrictMath.log1p(StrictMath.exp(label > 0 ? -logOdds : logOdds));
                residual += weight * (label - p);
                xResidual += weight * (label - p) * x;
                variance += v;
                xVariance += v * x;
                xxVariance += v * x * x;
            }
        }
    }
}
