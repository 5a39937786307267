package io.undercurrent.app;

import io.undercurrent.codec.Times;
import io.undercurrent.engine.JournalFolder;
import io.undercurrent.feeds.plant.NotCarried;
import io.undercurrent.feeds.plant.PlantedFeed;
import io.undercurrent.feeds.sim.Truth;
import io.undercurrent.feeds.sim.TruthFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * What a replay planted, beside the alerts it journalled.
 *
 * @param events planted ones
 * @param truthFile where the programmes are written
 * @param notPlanted planned programmes that the recording can't carry
 */
record PlantedReport(long seed, long events, Path truthFile, List<Programme> programmes, List<NotCarried> notPlanted) {
    PlantedReport {
        programmes = List.copyOf(programmes);
        notPlanted = List.copyOf(notPlanted);
    }

    /** Writes the truth of a feed that has been replayed into the journal. */
    static PlantedReport of(final PlantedFeed feed, final long seed, final Path journal) {
        final List<Truth> truths = feed.truth();
        final Path truthFile = Journals.free(journal, "truth", ".csv");
        TruthFile.write(truthFile, truths);
        final Path alerts = JournalFolder.alerts(journal);
        return new PlantedReport(seed, feed.planted(), truthFile,
                Programme.match(truths, Alert.read(alerts, Journals.newestRunStart(alerts))), feed.notCarried());
    }

    private long found() {
        return programmes.stream().filter(Programme::found).count();
    }

    void writeText(final Output out) {
        RunSummary.line(out, "planted", String.format(Locale.ROOT, "%d programme%s of seed %d, %d found; %,d events",
                programmes.size(), programmes.size() == 1 ? "" : "s", seed, found(), events));
        RunSummary.line(out, "truth", truthFile.toString());
        notPlanted.forEach(one -> RunSummary.line(out, "not planted",
                AlertText.time(one.startNs()) + " " + one.symbol() + " " + AlertText.lower(one.kind()) + ": " + one.reason()));
        if (!programmes.isEmpty()) {
            final ProgrammeTable table = new ProgrammeTable(out);
            out.println("");
            table.head();
            table.rows(programmes, "missed");
            out.println("");
        }
    }

    /** Within the object that is open. */
    void writeJson(final Json json) {
        json.beginObject("planted").number("seed", seed).number("events", events).text("truthFile", truthFile.toString()).number("found", found());
        json.beginArray("programmes");
        programmes.forEach(programme -> programme.writeJson(json));
        json.endArray().beginArray("notPlanted");
        notPlanted.forEach(one -> json.beginObject().time("start", one.startNs()).text("symbol", one.symbol())
                .text("kind", one.kind().name().toLowerCase(Locale.ROOT)).text("reason", one.reason()).endObject());
        json.endArray().endObject();
    }
}
