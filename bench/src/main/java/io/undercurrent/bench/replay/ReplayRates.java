package io.undercurrent.bench.replay;

import io.undercurrent.bench.Machine;
import io.undercurrent.bench.Report;
import io.undercurrent.bench.Spread;
import io.undercurrent.bench.TemporaryFolder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Replays everything there is through the engine as fast as it goes, several rounds each after one that does not count, every round into
 * a new journal; and writes the table. Argument: rounds.
 */
public final class ReplayRates {
    private static final int ROUNDS = 5;

    private final StringBuilder table = new StringBuilder();
    private final int rounds;

    private ReplayRates(final int rounds) {
        this.rounds = rounds;
    }

    public static void main(final String[] arguments) {
        final String load = Machine.load();
        final ReplayRates rates = new ReplayRates(arguments.length > 0 ? Integer.parseInt(arguments[0]) : ROUNDS);
        try (TemporaryFolder kept = TemporaryFolder.create()) {
            final Path journal = kept.path().resolve("journal");
            rates.measure(Recordings.simulator());
            Replay.run(Recordings.simulator(), journal);
            rates.measure(Recordings.journal(journal));
        }
        Recordings.recorded().forEach(rates::measure);
        Report.write("replays", Machine.heading("Replays through the whole engine, as fast as they go", load) + rates.markdown());
    }

    private void measure(final Recording recording) {
        System.err.println("replaying " + recording.label());
        final List<Replay> replays = new ArrayList<>();
        for (int round = -1; round < rounds; round++) {
            try (TemporaryFolder folder = TemporaryFolder.create()) {
                final Replay replay = Replay.run(recording, folder.path().resolve("journal"));
                if (round >= 0) {
                    replays.add(replay);
                }
            }
        }
        final Replay first = replays.getFirst();
        for (final Replay replay : replays) {
            if (replay.events() != first.events() || replay.alerts() != first.alerts() || replay.rejects() != first.rejects()) {
                throw new IllegalStateException("two replays of '" + recording.label() + "' differ: " + first + " and " + replay);
            }
        }
        final Spread rate = Spread.of(replays.stream().mapToDouble(Replay::eventsPerSecond).toArray());
        final Spread seconds = Spread.of(replays.stream().mapToDouble(Replay::seconds).toArray());
        table.append(String.format(Locale.ROOT, "| %s | %,d | %.2f | %,.0f | %,.0f … %,.0f | %s | %,d | %d | %d |%n", recording.label(),
                first.events(), seconds.median(), rate.median(), rate.least(), rate.most(),
                first.inputMb() == 0 ? "" : String.format(Locale.ROOT, "%.1f", first.inputMb() / seconds.median()), first.rows(),
                first.alerts(), first.rejects()));
    }

    private String markdown() {
        return """
                Each is run %d times in one process; the first does not count. Feed, ring, journal, books, rows, signals and alerts are all
                at work; the clock runs from the first record until everything is journalled and evaluated. The simulator computes its
                market meanwhile, so its rate is its own; replaying its journal is the engine's. Files come from the page cache and are
                unpacked on the way; MB/s are of the files as they are.

                | source | events | seconds | events/s, median | least … most | MB/s | rows | alerts | rejects |
                |---|---|---|---|---|---|---|---|---|
                """.formatted(rounds + 1) + table;
    }
}
