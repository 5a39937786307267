package io.undercurrent.app;

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
        final ProgrammeTable table = new ProgrammeTable(out);
        if (programmes().isEmpty()) {
            out.println("Nothing is planted in so short a session: the signals first have to learn what is normal. Take an hour or more.");
        } else {
            out.println("Planted programmes, and the first alert of each:");
            table.head();
            table.rows(programmes(), "missed");
        }
        if (!confounders().isEmpty()) {
            out.println("");
            out.println("Confounders: nobody accumulates here, so an alert is a false alarm:");
            table.rows(confounders(), "quiet");
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

    void writeJson(final Json json) {
        json.beginObject().number("seed", seed).text("truthFile", truthFile.toString());
        json.beginArray("programmes");
        programmes().forEach(programme -> programme.writeJson(json));
        json.endArray().beginArray("confounders");
        confounders().forEach(confounder -> confounder.writeJson(json));
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
}
