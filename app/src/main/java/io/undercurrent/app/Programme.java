package io.undercurrent.app;

import io.undercurrent.codec.Times;
import io.undercurrent.feeds.sim.Truth;
import java.util.ArrayList;
import java.util.List;
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
}
