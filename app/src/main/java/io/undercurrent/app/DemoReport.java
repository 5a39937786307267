package io.undercurrent.app;

import io.undercurrent.codec.Times;
import io.undercurrent.feeds.sim.Truth;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * What a demo shows: the alerts as the journal has them, beside what was planted.
 *
 * @param truthFile where the planted episodes are written
 * @param alerts every alert of the run, cleared ones too
 */
record DemoReport(long seed, Path truthFile, List<Programme> episodes, List<Alert> alerts, RunSummary summary) {
    private static final int CLOCK_FROM = "2026-01-05T".length();
    private static final int CLOCK_TO = "2026-01-05T14:30:00".length();

    DemoReport {
        episodes = List.copyOf(episodes);
        alerts = List.copyOf(alerts);
    }

    private List<Programme> programmes() {
        return episodes.stream().filter(episode -> !episode.isConfounder()).toList();
    }

    private List<Programme> confounders() {
        return episodes.stream().filter(Programme::isConfounder).toList();
    }

    private long found() {
        return programmes().stream().filter(Programme::found).count();
    }

    private List<Alert> falseAlarms() {
        return Programme.falseAlarms(episodes, alerts);
    }

    void writeText(final Output out) {
        if (programmes().isEmpty()) {
            out.println("Nothing is planted in so short a session: the signals first have to learn what is normal. Take an hour or more.");
        } else {
            out.println("Planted programmes, and the first alert of each:");
            row(out, "start", "symbol", "pattern", "side", "share", "alert", "after", "leading", "severity");
            programmes().forEach(programme -> row(out, programme, "missed"));
        }
        if (!confounders().isEmpty()) {
            out.println("");
            out.println("Confounders: nobody accumulates here, so an alert is a false alarm:");
            confounders().forEach(confounder -> row(out, confounder, "quiet"));
        }
        out.println("");
        out.println("Alerts in the journal:");
        alerts.forEach(alert -> out.println(AlertText.line(alert)));
        if (alerts.isEmpty()) {
            out.println("none");
        }
        final List<Alert> falseAlarms = falseAlarms();
        out.println("");
        out.println(String.format(Locale.ROOT, "%d of %d programmes found, %d false alarm%s%s", found(), programmes().size(),
                falseAlarms.size(), falseAlarms.size() == 1 ? "" : "s", falseAlarms.isEmpty() ? "" : ":"));
        falseAlarms.forEach(alert -> out.println("  " + AlertText.time(alert.timeNs()) + " " + alert.symbol() + " "
                + AlertText.lower(alert.side()) + ", " + AlertText.pattern(alert.leading())));
        out.println("");
        summary.writeText(out);
        out.println("");
        out.println("undercurrent alerts tail " + summary.journal());
        out.println("undercurrent signals dump " + summary.journal() + " --format csv");
    }

    private static void row(final Output out, final Programme episode, final String without) {
        final Truth truth = episode.truth();
        final String share = truth.isProgramme() ? String.format(Locale.ROOT, "%.1f %%", 100 * truth.participation()) : "-";
        episode.first().ifPresentOrElse(
                alert -> row(out, clock(truth.startNs()), truth.symbol(), AlertText.lower(truth.kind()), AlertText.lower(truth.side()),
                        share, clock(alert.timeNs()), Durations.text(episode.delayNs()), AlertText.name(alert.leading()),
                        alert.severity().name()),
                () -> row(out, clock(truth.startNs()), truth.symbol(), AlertText.lower(truth.kind()), AlertText.lower(truth.side()),
                        share, without, "", "", ""));
    }

    private static void row(final Output out, final String... cells) {
        out.println(String.format(
                Locale.ROOT, "%-9s %-7s %-12s %-13s %6s   %-9s %-9s %-12s %s", (Object[]) cells).stripTrailing());
    }

    private static String clock(final long timeNs) {
        return Times.format(timeNs).substring(CLOCK_FROM, CLOCK_TO);
    }

    void writeJson(final Json json) {
        json.beginObject().number("seed", seed).text("truthFile", truthFile.toString());
        json.beginArray("programmes");
        programmes().forEach(programme -> episode(json, programme));
        json.endArray().beginArray("confounders");
        confounders().forEach(confounder -> episode(json, confounder));
        json.endArray().beginArray("alerts");
        alerts.forEach(alert -> {
            json.beginObject();
            AlertJson.fields(json, alert);
            json.endObject();
        });
        json.endArray().beginArray("falseAlarms");
        falseAlarms().forEach(alert -> json.item(alert.sequence()));
        json.endArray().number("found", found()).beginObject("summary");
        summary.writeJson(json);
        json.endObject().endObject();
        json.endLine();
    }

    private static void episode(final Json json, final Programme episode) {
        final Truth truth = episode.truth();
        json.beginObject().time("start", truth.startNs()).time("end", truth.endNs()).text("symbol", truth.symbol())
                .text("kind", truth.kind().name().toLowerCase(Locale.ROOT)).text("side", AlertText.lower(truth.side()))
                .number("participation", truth.participation()).flag("found", episode.found());
        episode.first().ifPresentOrElse(
                alert -> json.number("alert", alert.sequence()).number("delaySeconds", (double) episode.delayNs() / Times.SECOND_NS)
                        .text("leading", alert.leading().name().toLowerCase(Locale.ROOT)).text("severity", alert.severity().name()),
                () -> json.nothing("alert").nothing("delaySeconds").nothing("leading").nothing("severity"));
        json.endObject();
    }
}
