package io.undercurrent.app;

import io.undercurrent.codec.Times;
import io.undercurrent.feeds.sim.Truth;
import java.util.List;
import java.util.Locale;

/** Planted episodes for people: a line each, with the first alert. */
final class ProgrammeTable {
    private static final int CLOCK_FROM = "2026-01-05T".length();
    private static final int CLOCK_TO = "2026-01-05T14:30:00".length();

    private final Output out;

    ProgrammeTable(final Output out) {
        this.out = out;
    }

    void head() {
        row("start", "symbol", "pattern", "side", "share", "alert", "after", "leading", "severity");
    }

    /** @param without stands where there is no alert */
    void rows(final List<Programme> episodes, final String without) {
        episodes.forEach(episode -> row(episode, without));
    }

    private void row(final Programme episode, final String without) {
        final Truth truth = episode.truth();
        final String share = truth.isProgramme() ? String.format(Locale.ROOT, "%.1f %%", 100 * truth.participation()) : "-";
        episode.first().ifPresentOrElse(
                alert -> row(clock(truth.startNs()), truth.symbol(), AlertText.lower(truth.kind()), AlertText.lower(truth.side()),
                        share, clock(alert.timeNs()), Durations.text(episode.delayNs()), AlertText.name(alert.leading()),
                        alert.severity().name()),
                () -> row(clock(truth.startNs()), truth.symbol(), AlertText.lower(truth.kind()), AlertText.lower(truth.side()),
                        share, without, "", "", ""));
    }

    private void row(final String... cells) {
        out.println(String.format(
                Locale.ROOT, "%-9s %-7s %-12s %-13s %6s   %-9s %-9s %-12s %s", (Object[]) cells).stripTrailing());
    }

    private static String clock(final long timeNs) {
        return Times.format(timeNs).substring(CLOCK_FROM, CLOCK_TO);
    }
}
