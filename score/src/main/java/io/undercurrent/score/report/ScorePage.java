package io.undercurrent.score.report;

import io.undercurrent.engine.signal.AlertRules;
import io.undercurrent.score.DayPool;
import io.undercurrent.score.DayRun;
import io.undercurrent.score.card.Scorecard;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A scorecard as one HTML page that needs nothing else: charts by Apache ECharts, whose code is part of the page. */
public final class ScorePage {
    private ScorePage() {
    }

    /** The page's data. */
    private record Data(Scorecard card, List<Picture> pictures) {
    }

    /**
     * Writes the page, with up to {@code examples} found programmes, missed ones and false alarms each, whose days are simulated once more.
     *
     * @param run what scored the days
     * @throws UncheckedIOException the file can't be written
     */
    public static void write(final Path file, final Scorecard card, final int examples, final DayRun run, final DayPool pool) {
        final AlertRules trained = run.rules().at(card.trained().threshold(), run.quiet());
        final Data data = new Data(card, examples == 0 ? List.of() : Pictures.of(card, examples, run, trained, pool));
        // a '<' in a text could end the script element that holds the data
        final String json = RecordJson.of(data).replace("<", "\\u003c");
        final String page = resource("page.html").replace("{{style}}", resource("page.css")).replace("{{script}}", resource("page.js"))
                .replace("{{echarts}}", resource("echarts.min.js")).replace("{{data}}", json);
        try {
            Files.writeString(file, page);
        } catch (final IOException e) {
            throw new UncheckedIOException("cannot write " + file + ": " + e + "; choose another file", e);
        }
    }

    private static String resource(final String name) {
        try (InputStream in = ScorePage.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing beside " + ScorePage.class + "; build the module with Maven");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (final IOException e) {
            throw new UncheckedIOException("cannot read " + name + ": " + e.getMessage(), e);
        }
    }
}
