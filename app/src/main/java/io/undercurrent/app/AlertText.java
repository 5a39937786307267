package io.undercurrent.app;

import io.undercurrent.codec.Decimals;
import io.undercurrent.codec.Times;
import io.undercurrent.codec.sbe.SignalKind;
import java.util.Locale;

/** An alert as one line for people. It speaks of what the market looks like, never of who is behind it. */
final class AlertText {
    private static final int TIME_LENGTH = "2026-01-05T14:30:00".length();
    private static final float PERCENT = 100f;

    private AlertText() {
    }

    static String line(final Alert alert) {
        return String.format(Locale.ROOT,
                "%s  %-8s %-7s %-12s %-8s %-16s net %s  coverage %3.0f%%  abs %s creep %s dark %s sink %s contr %s  %s / %s  #%d",
                time(alert.timeNs()), alert.symbol(), lower(alert.phase()), lower(alert.side()), alert.severity(),
                pattern(alert.leading()), signed(alert.netLogOdds()), PERCENT * alert.coverage(), score(alert.absorption()),
                score(alert.creep()), score(alert.darkPool()), score(alert.sinkhole()), score(alert.contraction()),
                price(alert.bestBid()), price(alert.bestAsk()), alert.sequence());
    }

    /** {@code 2026-01-05 14:30:00Z}: rows end at whole seconds, and fractions are shown where they don't. */
    static String time(final long timeNs) {
        final String iso = Times.format(timeNs);
        return iso.substring(0, TIME_LENGTH).replace('T', ' ') + iso.substring(TIME_LENGTH);
    }

    /** {@code absorption-like}. */
    static String pattern(final SignalKind signal) {
        return name(signal) + "-like";
    }

    static String name(final SignalKind signal) {
        return lower(signal);
    }

    /** As words are written on the command line: {@code dark-pool}. */
    static String lower(final Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String signed(final float value) {
        return Float.isNaN(value) ? "    -" : String.format(Locale.ROOT, "%+5.2f", value);
    }

    private static String score(final float value) {
        return Float.isNaN(value) ? "   -" : String.format(Locale.ROOT, "%4.2f", value);
    }

    private static String price(final long price) {
        return price == 0 ? "-" : Decimals.format(price);
    }
}
