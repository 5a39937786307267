package io.undercurrent.app;

import io.undercurrent.codec.Times;
import io.undercurrent.feeds.sim.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A planted episode and the alerts raised for it: on its instrument and side, while it went on or within the minute after, over which
 * scores are averaged.
 *
 * @param alerts by time
 */
record Programme(Truth truth, List<Alert> alerts) {
    private static final long GRACE_NS = Times.MINUTE_NS;

    Programme {
        alerts = List.copyOf(alerts);
    }

    /** Every episode with its alerts. */
    static List<Programme> match(final List<Truth> truths, final List<Alert> alerts) {
        return truths.stream().map(truth -> new Programme(truth, alerts.stream().filter(alert -> belongs(alert, truth)).toList())).toList();
    }

    private static boolean belongs(final Alert alert, final Truth truth) {
        return alert.isRaised() && alert.symbol().equals(truth.symbol()) && alert.timeNs() > truth.startNs()
                && alert.timeNs() <= truth.endNs() + GRACE_NS && (alert.side() == truth.side() || !truth.isProgramme());
    }

    /** The alerts raised where no accumulation programme was. */
    static List<Alert> falseAlarms(final List<Programme> programmes, final List<Alert> alerts) {
        final List<Alert> rest = new ArrayList<>(alerts.stream().filter(Alert::isRaised).toList());
        programmes.stream().filter(programme -> !programme.isConfounder()).forEach(programme -> rest.removeAll(programme.alerts()));
        return rest;
    }

    boolean isConfounder() {
        return !truth.isProgramme();
    }

    boolean found() {
        return !alerts.isEmpty();
    }

    /** The first alert. */
    Optional<Alert> first() {
        return alerts.stream().findFirst();
    }

    /** From the start of the episode to its first alert; 0 if there is none. */
    long delayNs() {
        return first().map(alert -> alert.timeNs() - truth.startNs()).orElse(0L);
    }

    void writeJson(final Json json) {
        json.beginObject().time("start", truth.startNs()).time("end", truth.endNs()).text("symbol", truth.symbol())
                .text("kind", truth.kind().name().toLowerCase(Locale.ROOT)).text("side", AlertText.lower(truth.side()))
                .number("participation", truth.participation()).flag("found", found());
        first().ifPresentOrElse(
                alert -> json.number("alert", alert.sequence()).number("delaySeconds", (double) delayNs() / Times.SECOND_NS)
                        .text("leading", alert.leading().name().toLowerCase(Locale.ROOT)).text("severity", alert.severity().name()),
                () -> json.nothing("alert").nothing("delaySeconds").nothing("leading").nothing("severity"));
        json.endObject();
    }
}
