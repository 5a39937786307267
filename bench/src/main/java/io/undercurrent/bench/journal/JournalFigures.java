package io.undercurrent.bench.journal;

import io.undercurrent.bench.Machine;
import io.undercurrent.bench.Report;
import io.undercurrent.journal.Durability;
import io.undercurrent.journal.JournalOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the journal costs and how long it makes wait, with and without a keeper ahead of it, and at every level. Argument: seconds for each. */
public final class JournalFigures {
    private static final int SECONDS = 20;
    private static final int RATE = 20_000;
    private static final int FORCED_RATE = 100;
    private static final JournalOptions AHEAD = JournalOptions.DEFAULT.withDurability(Durability.APPENDED);
    private static final JournalOptions NOT_AHEAD = AHEAD.withAheadBytes(0);

    private JournalFigures() {
    }

    public static void main(final String[] arguments) {
        final String load = Machine.load();
        final int seconds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : SECONDS;
        System.err.println("measuring the cost");
        final String costs = AppendCost.table(List.of(new Setup("appended, ns/event", AHEAD),
                new Setup("appended, nothing ahead", NOT_AHEAD), new Setup("interval", AHEAD.withDurability(Durability.INTERVAL))));
        Report.write("journal", Machine.heading("What the journal costs", load) + """
                ## Cost
                Events of 88 bytes, the same renumbered batches for all; median (least … most) of 9 rounds, each into new files, taken in turn.
                The copy goes into a new mapped file and pays the first touch of its pages.

                """ + costs + """

                ## Latency of an append, in µs
                Open loop, from the moment at which the append was due; excerpts of 16 events, %d s each without the first 2. The
                acknowledgement is timed from the same moment, and seen by the appending thread, so no sooner than its next append. Page faults
                are the appending thread's; written is what goes to the disk, now or later, in multiples of what was appended.

                """.formatted(seconds) + tails(seconds));
    }

    private static String tails(final int seconds) {
        final List<String> rows = new ArrayList<>();
        for (final Durability level : List.of(Durability.APPENDED, Durability.INTERVAL)) {
            final String name = level.name().toLowerCase(Locale.ROOT);
            rows.add(tail(new Setup(name, AHEAD.withDurability(level)), RATE, seconds));
            rows.add(tail(new Setup(name + ", nothing ahead", NOT_AHEAD.withDurability(level)), RATE, seconds));
        }
        rows.add(tail(new Setup("batch", AHEAD.withDurability(Durability.BATCH)), FORCED_RATE, seconds));
        return AppendTail.header() + String.join("", rows);
    }

    private static String tail(final Setup setup, final int rate, final int seconds) {
        System.err.println("measuring the tail: " + setup.name());
        return new AppendTail(rate, seconds).row(setup);
    }
}
