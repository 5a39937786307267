package io.undercurrent.bench.allocation;

import io.undercurrent.bench.Machine;
import io.undercurrent.bench.Report;
import io.undercurrent.bench.TemporaryFolder;
import io.undercurrent.bench.market.LobsterText;
import io.undercurrent.bench.replay.Recording;
import io.undercurrent.bench.replay.Recordings;
import io.undercurrent.feeds.FeedFormats;
import io.undercurrent.feeds.FeedOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Measures what the running engine allocates, on a long made-up file, on the same with a control, on the simulator, and on the recordings
 * that are here; and writes the table. Argument: lines of the made-up file.
 */
public final class Allocation {
    private static final int LINES = 3_000_000;
    private static final int CONTROL_LINES = 800_000;
    private static final int SLICE_EVENTS = 20_000;
    private static final int RECORDED_SLICE_EVENTS = 2_000;
    private static final long WARM_UP_EVENTS = 500_000;
    private static final long RECORDED_WARM_UP_EVENTS = 20_000;

    private final StringBuilder table = new StringBuilder();

    private Allocation() {
    }

    public static void main(final String[] arguments) {
        final String load = Machine.load();
        final int lines = arguments.length > 0 ? Integer.parseInt(arguments[0]) : LINES;
        final Allocation allocation = new Allocation();
        allocation.measureMadeUp(CONTROL_LINES, true);
        allocation.measureMadeUp(lines, false);
        allocation.measure(new AllocationRun(Recordings.simulator(), WARM_UP_EVENTS, SLICE_EVENTS, false));
        for (final Recording recording : Recordings.recorded()) {
            allocation.measure(new AllocationRun(recording, RECORDED_WARM_UP_EVENTS, RECORDED_SLICE_EVENTS, false));
        }
        Report.write("allocation", Machine.heading("Bytes allocated per event by the running engine", load) + allocation.markdown());
    }

    private void measureMadeUp(final int lines, final boolean control) {
        try (TemporaryFolder folder = TemporaryFolder.create()) {
            measure(new AllocationRun(madeUp(folder.path(), lines), WARM_UP_EVENTS, SLICE_EVENTS, control));
        }
    }

    /** A LOBSTER file that nobody owns. */
    static Recording madeUp(final Path folder, final int lines) {
        final Path file = LobsterText.write(folder, lines);
        return new Recording(String.format(Locale.ROOT, "made-up lobster file of %,d lines", lines),
                () -> FeedFormats.named("lobster").open(List.of(file), FeedOptions.NONE));
    }

    private void measure(final AllocationRun run) {
        final String label = run.recording().label() + (run.control() ? " **and one object for each: the control**" : "");
        System.err.println("measuring " + label);
        final AllocationResult result = run.run();
        if (result.slices() == 0) {
            table.append("| ").append(label).append(" | too short | | | |\n");
            return;
        }
        table.append(String.format(Locale.ROOT, "| %s | %,d | %d of %d | %s | %.4f |%n", label, result.events(),
                result.zeroSlices(), result.slices(),
                result.bytes().stream().map(bytes -> String.format(Locale.ROOT, "%,d", bytes)).collect(Collectors.joining(" + ")),
                result.bytesPerEvent()));
    }

    private String markdown() {
        return """
                From the feed's decoding to the journal, the books, rows, signals and alerts, everything running. The counts of all engine
                threads are read in slices of %,d events (recordings: %,d), each slice once its events are journalled and in the books.
                The first %,d events (recordings: %,d) do not count: the compiler is at work and tables grow. Bytes are those of
                the signals' thread + the journal's + the books' + the feed's (the two handlers in the order in which the engine starts them).

                What is left in single slices is not per event: tables of the books that double (the books' thread), and what the JVM makes
                on a thread whose method it begins to compile or takes back: string constants of the method's class, objects it had done without.

                | source | events | slices with nothing | bytes | bytes/event |
                |---|---|---|---|---|
                """.formatted(SLICE_EVENTS, RECORDED_SLICE_EVENTS, WARM_UP_EVENTS, RECORDED_WARM_UP_EVENTS) + table;
    }
}
