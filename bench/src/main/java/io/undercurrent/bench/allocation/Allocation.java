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

/** Measures what the running engine allocates on several feeds, and on one with a control, and writes the table. Argument: lines. */
public final class Allocation {
    private static final int LINES = 3_000_000;
    private static final int SLICE_EVENTS = 20_000;
    private static final int RECORDED_SLICE_EVENTS = 5_000;
    private static final long WARM_UP_EVENTS = 500_000;

    private final StringBuilder table = new StringBuilder();

    private Allocation() {
    }

    public static void main(final String[] arguments) {
        final String load = Machine.load();
        final Allocation allocation = new Allocation();
        try (TemporaryFolder folder = TemporaryFolder.create()) {
            final Recording made = madeUp(folder.path(), arguments.length > 0 ? Integer.parseInt(arguments[0]) : LINES);
            allocation.measure(new AllocationRun(made, WARM_UP_EVENTS, SLICE_EVENTS, true), " **with one object a line: the control**");
            allocation.measure(new AllocationRun(made, WARM_UP_EVENTS, SLICE_EVENTS, false), "");
        }
        allocation.measure(new AllocationRun(Recordings.simulator(), WARM_UP_EVENTS, SLICE_EVENTS, false), "");
        for (final Recording recording : Recordings.recorded()) {
            allocation.measure(new AllocationRun(recording, 0, RECORDED_SLICE_EVENTS, false), "");
        }
        Report.write("allocation", Machine.heading("Bytes allocated per event by the running engine", load) + allocation.table);
    }

    /** A LOBSTER file that nobody owns. */
    public static Recording madeUp(final Path folder, final int lines) {
        final Path file = LobsterText.write(folder, lines);
        return new Recording("made-up lobster file of " + lines + " lines", () -> FeedFormats.named("lobster").open(List.of(file), FeedOptions.NONE));
    }

    private void measure(final AllocationRun run, final String note) {
        System.err.println("measuring " + run.recording().label() + note);
        final AllocationResult result = run.run();
        table.append(String.format(Locale.ROOT, "| %s%s | %,d | %d of %d | %,d | %.4f | %d | %,d |%n", result.label(), note, result.events(),
                result.zeroSlices(), result.slices(), result.bytes(), result.bytesPerEvent(), result.blocks(), result.bytesPerBlock()));
    }
}
