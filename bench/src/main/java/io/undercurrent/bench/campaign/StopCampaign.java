package io.undercurrent.bench.campaign;

import io.undercurrent.bench.Child;
import io.undercurrent.journal.JournalAppender;
import io.undercurrent.journal.JournalException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Stops a writer process and tries to write its stream from this one: refused at once, each time. Then the writer goes on, or is killed as it
 * stands; this process comes next.
 */
final class StopCampaign implements Campaign {
    static final String REFUSALS = "attempts refused";

    private static final String REFUSAL = Tally.LONGEST + "refusal, ms";
    private static final int ATTEMPTS = 3;
    private static final long MAX_REFUSAL_NS = TimeUnit.SECONDS.toNanos(1);
    private static final long MAX_MOMENT_NS = TimeUnit.MILLISECONDS.toNanos(50);
    private static final long POLL_NS = 100_000;
    private static final long PATIENCE_NS = TimeUnit.SECONDS.toNanos(30);

    private final Path folder;
    private final Path countersFile;
    private final SharedCounters counters;
    private Optional<Child> spare;

    StopCampaign(final Path folder) throws IOException {
        this.folder = folder;
        this.countersFile = folder.resolve("counters");
        this.counters = SharedCounters.map(countersFile);
        Writer.warm(folder.resolve("warm"));
        this.spare = Optional.of(CutWriter.start(folder, countersFile));
    }

    @Override
    public void round(final Round round) throws IOException {
        final boolean goesOn = round.random().nextBoolean();
        final Tally tally = round.arm(goesOn ? "stopped, continued, killed" : "killed while stopped");
        final Path stream = round.folder().resolve("stream");
        final long appended;
        try (Child writer = spare.orElseThrow()) {
            spare = Optional.of(CutWriter.start(folder, countersFile));
            writer.receive();
            counters.set(SharedCounters.APPENDED, 0);
            writer.send(CutWriter.job(Level.APPENDED, round.seed(), stream));
            awaitMoreThan(0, writer);
            LockSupport.parkNanos(round.random().nextLong(MAX_MOMENT_NS));
            Posix.stop(writer.pid());
            for (int i = 0; i < ATTEMPTS; i++) {
                attempt(round, tally, stream, writer.pid());
            }
            if (goesOn) {
                final long before = counters.get(SharedCounters.APPENDED);
                Posix.signal(writer.pid(), Posix.SIGCONT);
                awaitMoreThan(before, writer);
                attempt(round, tally, stream, writer.pid());
            }
        }
        appended = counters.get(SharedCounters.APPENDED);
        final NavigableMap<Long, MadeEvents> made = new TreeMap<>();
        made.put(1L, new MadeEvents(round.seed()));
        new RecoveryCheck(round, tally, Level.small()).afterCrash(stream, made, appended);
    }

    private static void attempt(final Round round, final Tally tally, final Path stream, final long writerPid) {
        final long start = System.nanoTime();
        try (JournalAppender second = JournalAppender.open(stream, Level.small())) {
            round.fail("a second writer was let in, at sequence " + second.nextSequence());
        } catch (final JournalException e) {
            final long took = System.nanoTime() - start;
            tally.add(REFUSALS, 1);
            tally.add(REFUSAL, took);
            final String message = String.valueOf(e.getMessage());
            if (!message.contains("already being written by process " + writerPid)) {
                round.fail("a second writer was refused with '" + message + "'");
            }
            if (took > MAX_REFUSAL_NS) {
                round.fail("the refusal took more than a second");
            }
        }
    }

    private void awaitMoreThan(final long appended, final Child writer) throws IOException {
        final long deadline = System.nanoTime() + PATIENCE_NS;
        while (counters.get(SharedCounters.APPENDED) <= appended) {
            if (!writer.isAlive() || System.nanoTime() - deadline > 0) {
                throw new IOException("the writer does not go on: " + writer.errors());
            }
            LockSupport.parkNanos(POLL_NS);
        }
    }

    @Override
    public void close() {
        spare.ifPresent(Child::close);
    }
}
