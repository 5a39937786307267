package io.undercurrent.app;

import io.undercurrent.codec.Times;
import java.util.Locale;

/** Durations for people. */
final class Durations {
    private Durations() {
    }

    /** {@code 6 h 30 m}, {@code 2 m 40 s}, {@code 12.5 s}. */
    static String text(final long ns) {
        if (ns >= Times.HOUR_NS) {
            return ns / Times.HOUR_NS + " h " + ns % Times.HOUR_NS / Times.MINUTE_NS + " m";
        }
        if (ns >= Times.MINUTE_NS) {
            return ns / Times.MINUTE_NS + " m " + ns % Times.MINUTE_NS / Times.SECOND_NS + " s";
        }
        return String.format(Locale.ROOT, "%.1f s", (double) ns / Times.SECOND_NS);
    }
}
