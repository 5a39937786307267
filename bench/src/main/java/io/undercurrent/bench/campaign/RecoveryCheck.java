package io.undercurrent.bench.campaign;

import io.undercurrent.journal.JournalAppender;
import io.undercurrent.journal.JournalException;
import io.undercurrent.journal.JournalOptions;
import io.undercurrent.journal.JournalVerifier;
import io.undercurrent.journal.RunReport;
import io.undercurrent.journal.StreamReport;
import java.nio.file.Path;
import java.util.List;
import java.util.NavigableMap;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Restarts a stream as an engine would, appends to it, and reads all of it twice with new tailers: while the appender is open, and after.
 * One thread.
 */
final class RecoveryCheck {
    /** Acknowledged events that nothing delivers, but that are reported: where files were damaged from outside. */
    static final String REPORTED = "lost and reported";
    static final String REFUSED = "start-ups refused";
    static final String DETECTED = "detected";
    static final String WITHOUT_EFFECT = "without effect";
    static final String VERIFICATION = Tally.LONGEST + "verification, ms";

    private static final int BATCHES = 24;
    private static final int BATCH = 16;
    private static final long PATIENCE_NS = 1_000_000_000;

    private final Round round;
    private final Tally tally;
    private final JournalOptions options;

    RecoveryCheck(final Round round, final Tally tally, final JournalOptions options) {
        this.round = round;
        this.tally = tally;
        this.options = options;
    }

    /**
     * Of files that only a crash has touched: everything acknowledged must be there.
     *
     * @param made         what was appended, by first sequence; gets what is appended here
     * @param acknowledged the last sequence that must be delivered
     */
    void afterCrash(final Path stream, final NavigableMap<Long, MadeEvents> made, final long acknowledged) {
        tally.add(Tally.ACKNOWLEDGED, acknowledged);
        try {
            final Restart restart = restart(stream, made, acknowledged);
            final long lost = acknowledged - restart.deliveredAcknowledged();
            tally.add(Tally.LOST, lost);
            if (lost > 0) {
                round.fail(lost + " of " + acknowledged + " acknowledged events are lost: " + restart.reports());
            } else if (restart.isRefused()) {
                round.fail("nothing acknowledged is lost, but readers are stopped: " + restart.reports());
            }
        } catch (final JournalException e) {
            tally.add(Tally.LOST, acknowledged);
            tally.add(REFUSED, 1);
            round.fail("the restart was refused: " + e.getMessage());
        }
    }

    /** Of files that were damaged from outside: what is not delivered must be reported, by the verifier and to each reader. */
    void afterDamage(final Path stream, final NavigableMap<Long, MadeEvents> made, final long acknowledged) {
        tally.add(Tally.ACKNOWLEDGED, acknowledged);
        final String before = verify(stream);
        try {
            final Restart restart = restart(stream, made, acknowledged);
            final long missing = acknowledged - restart.deliveredAcknowledged();
            final String after = missing > 0 ? errors(stream) : "";
            final boolean reported = !before.isEmpty() && !after.isEmpty() && restart.isReported() && restart.skipped() == 0;
            tally.add(reported ? REPORTED : Tally.LOST, missing);
            tally.add(before.isEmpty() && !restart.isReported() ? WITHOUT_EFFECT : DETECTED, 1);
            if (missing > 0 && !reported) {
                round.fail(missing + " of " + acknowledged + " events are gone, of which the verifier says '" + before + "' and '" + after
                        + "', readers '" + restart.reports() + "'");
            }
        } catch (final JournalException e) {
            tally.add(REFUSED, 1);
            tally.add(DETECTED, 1);
            tally.add(REPORTED, acknowledged);
            if (before.isEmpty()) {
                round.fail("the restart was refused, though the verifier found nothing: " + e.getMessage());
            }
        }
    }

    private Restart restart(final Path stream, final NavigableMap<Long, MadeEvents> made, final long acknowledged) {
        final MadeEvents after = new MadeEvents(~round.seed());
        final long start = System.nanoTime();
        final long firstNew;
        final long lastNew;
        final Reading live;
        try (JournalAppender appender = JournalAppender.open(stream, options)) {
            tally.add(Tally.RECOVERY, System.nanoTime() - start);
            firstNew = appender.nextSequence();
            made.put(firstNew, after);
            final Random random = new Random(round.seed());
            for (int i = 0; i < BATCHES; i++) {
                after.append(appender, 1 + random.nextInt(BATCH));
            }
            lastNew = appender.lastSequence();
            live = Reading.of(stream, made, acknowledged, firstNew);
        }
        final Reading later = Reading.of(stream, made, acknowledged, firstNew);
        final long appended = lastNew - firstNew + 1;
        final long invisible = appended - Math.min(live.rightNew(), later.rightNew());
        final long wrong = Math.max(live.wrong(), later.wrong());
        tally.add(Tally.RECOVERED, Math.min(live.right() - live.rightNew(), later.right() - later.rightNew()));
        tally.add(Tally.INVISIBLE, invisible);
        tally.add(Tally.WRONG, wrong);
        if (invisible > 0) {
            round.fail(invisible + " of " + appended + " events appended after the restart are invisible: " + later.refusals());
        }
        if (wrong > 0) {
            round.fail(wrong + " events were delivered that were not made so");
        }
        if (live.right() != later.right()) {
            round.fail(live.right() + " events are delivered while the writer is open, but " + later.right() + " afterwards");
        }
        return new Restart(live, later);
    }

    /** What the verifier says is wrong; empty if nothing. It must not take over a second, nor twice that in a row on a busy machine. */
    private String verify(final Path stream) {
        String found = "";
        for (int attempt = 1; attempt <= 2; attempt++) {
            final long start = System.nanoTime();
            found = errors(stream);
            final long took = System.nanoTime() - start;
            if (took < PATIENCE_NS) {
                tally.add(VERIFICATION, took);
                return found;
            }
        }
        round.fail("the verification takes more than a second");
        return found;
    }

    private static String errors(final Path stream) {
        try {
            final StreamReport report = JournalVerifier.verify(stream);
            return report.isSound() && report.missing() > 0 ? report.missing() + " events missing" : report.isSound() ? "" : report.runs().stream().map(RunReport::error).filter(error -> !error.isEmpty())
                    .collect(Collectors.joining("; "));
        } catch (final JournalException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private record Restart(Reading live, Reading later) {
        long deliveredAcknowledged() {
            return Math.min(live.rightAcknowledged(), later.rightAcknowledged());
        }

        /** To each reader. */
        boolean isReported() {
            return !reports(live).isEmpty() && !reports(later).isEmpty();
        }

        boolean isRefused() {
            return !live.refusals().isEmpty() || !later.refusals().isEmpty();
        }

        String reports() {
            return String.join("; ", reports(later));
        }

        private static List<String> reports(final Reading reading) {
            return Stream.concat(reading.refusals().stream(), reading.gaps().stream()).toList();
        }

        long skipped() {
            return Math.max(live.skipped(), later.skipped());
        }
    }
}
