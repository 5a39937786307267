package io.undercurrent.score.report;

import io.undercurrent.score.card.Rate;
import io.undercurrent.score.metric.Estimate;
import java.util.Locale;

/** Figures for people. */
final class Figures {
    private static final String NONE = "-";

    private Figures() {
    }

    static String number(final String format, final double value) {
        return Double.isNaN(value) ? NONE : String.format(Locale.ROOT, format, value);
    }

    /** {@code 0.953}. */
    static String share(final double value) {
        return number("%.3f", value);
    }

    /** {@code 0.953 [0.941, 0.962]}. */
    static String estimate(final String format, final Estimate estimate) {
        if (!estimate.known()) {
            return NONE;
        }
        final String value = number(format, estimate.value());
        return Double.isNaN(estimate.low()) ? value
                : value + " [" + number(format, estimate.low()) + ", " + number(format, estimate.high()) + "]";
    }

    /** {@code 0.40 [0.31, 0.48]  23/57}. */
    static String rate(final Rate rate) {
        return rate.units() == 0 ? NONE : estimate("%.2f", rate.perUnit()) + "  " + rate.count() + "/" + rate.units();
    }

    /** {@code dark pool}. */
    static String words(final String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
