package io.undercurrent.bench.campaign;

import io.undercurrent.bench.Child;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Runs a campaign in a {@link Worker} process and keeps an eye on it: a worker that crashes or is silent for too long has failed its round
 * and is replaced by another one, which goes on with the next round. One thread.
 */
final class Supervisor implements AutoCloseable {
    static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final long LOOK_MS = 100;

    private final Class<?> main;
    private final Duration patience;
    private final CampaignName name;
    private final Path folder;
    private final boolean keep;
    private final long seed;
    private final int rounds;
    private final Progress progress;
    private final CampaignResult result;
    private final AtomicReference<Optional<Child>> worker = new AtomicReference<>(Optional.empty());
    private final AtomicLong lines = new AtomicLong();
    private volatile boolean hung;
    private volatile boolean closed;
    private int round = -1;
    private int next;

    /**
     * @param main     of the worker processes, {@link Worker}
     * @param patience with a silent worker
     * @param folder   for all temporary files, emptied by its owner
     */
    Supervisor(final Class<?> main, final Duration patience, final CampaignName name, final Path folder, final boolean keep, final long seed,
            final int rounds, final Progress progress) {
        this.main = main;
        this.patience = patience;
        this.name = name;
        this.folder = folder;
        this.keep = keep;
        this.seed = seed;
        this.rounds = rounds;
        this.progress = progress;
        this.result = new CampaignResult(name);
    }

    CampaignResult run() throws IOException, InterruptedException {
        boolean done = false;
        while (!done && !closed && next < rounds) {
            final int first = next;
            done = runWorker();
            if (!done && next == first) {
                // it never came to a round: the next one would not either
                return result;
            }
        }
        return result;
    }

    /** So far. */
    CampaignResult result() {
        return result;
    }

    /** Whether all rounds are done. */
    private boolean runWorker() throws IOException, InterruptedException {
        try (Child child = Child.start(folder, main, List.of("-Xms256m", "-Xmx512m", "-XX:MaxDirectMemorySize=256m"), Map.of(),
                name.label(), folder, keep, seed, next, rounds)) {
            worker.set(Optional.of(child));
            hung = false;
            final Thread watch = Thread.ofPlatform().daemon().start(() -> watch(child));
            String line = child.receive();
            boolean done = false;
            while (!line.isEmpty()) {
                lines.incrementAndGet();
                done = take(line);
                line = child.receive();
            }
            final int status = child.waitFor();
            watch.interrupt();
            watch.join();
            if (!done && !closed) {
                final String why = hung ? "was silent for " + patience.toMillis() + " ms" : "ended with status " + status;
                fail("the process " + why + ": " + child.errors());
                next = round + 1;
            }
            return done;
        } finally {
            worker.set(Optional.empty());
            LoopFilesystem.unmountAllBelow(folder);
        }
    }

    /** Whether this was the last line. */
    private boolean take(final String line) {
        if (line.startsWith(Worker.BEGIN)) {
            round = Integer.parseInt(line.substring(Worker.BEGIN.length()));
        } else if (line.startsWith(Worker.ARM)) {
            final int end = line.indexOf('\t', Worker.ARM.length());
            result.add(line.substring(Worker.ARM.length(), end), Tally.parse(line.substring(end + 1)));
        } else if (line.startsWith(Worker.FAILED)) {
            fail(line.substring(Worker.FAILED.length()));
        } else if (line.startsWith(Worker.END)) {
            next = round + 1;
            progress.show(name.label(), next, rounds, result.failures().size());
        }
        return line.equals(Worker.DONE);
    }

    private void fail(final String what) {
        final String files = round < 0 ? "" : "; files are kept in " + folder;
        final String failure = name.label() + ", round " + round + ": " + what + "\n  again: scripts/campaign " + name.label()
                + " --rounds 1 --seed " + Seeds.ofRound(seed, Math.max(round, 0)) + files;
        result.fail(failure);
        progress.say(failure);
    }

    /** Counts its own looks, not the time: when the whole machine stands still, so does this. */
    private void watch(final Child child) {
        try {
            long seen = lines.get();
            long looks = 0;
            while (child.isAlive()) {
                Thread.sleep(LOOK_MS);
                looks = lines.get() == seen ? looks + 1 : 0;
                seen = lines.get();
                if (looks * LOOK_MS > patience.toMillis()) {
                    hung = true;
                    child.close();
                    return;
                }
            }
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends what runs and frees what is mounted, from any thread. Idempotent. */
    @Override
    public void close() {
        closed = true;
        worker.get().ifPresent(Child::close);
        LoopFilesystem.unmountAllBelow(folder);
    }
}
