package io.undercurrent.bench.campaign;

import io.undercurrent.bench.Child;
import io.undercurrent.bench.TemporaryFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * Looks at the files of a writer process as a kill would leave them: most rounds stop it for a moment and recover a copy, about one in
 * {@value #SNAPSHOTS_PER_KILL} really kills it; the next one then goes on with the same stream. Everything appended must be there.
 */
final class KillCampaign implements Campaign {
    private static final int SNAPSHOTS_PER_KILL = 42;
    private static final int MAX_PAUSE_NS = 4_000_000;
    private static final String SNAPSHOTS = "snapshots";
    private static final String KILLS = "kills";

    private final Path folder;
    private final Path streams;
    private final SharedCounters counters;
    private final NavigableMap<Long, MadeEvents> made = new TreeMap<>();
    private Optional<Life> spare = Optional.empty();
    private Optional<Life> present = Optional.empty();
    private long stream = -1;

    /** @param folder for the writer's files, in memory if possible */
    KillCampaign(final Path folder) throws IOException {
        this.folder = folder;
        this.streams = folder.resolve("streams");
        this.counters = SharedCounters.map(folder.resolve("counters"));
        Writer.warm(folder.resolve("warm"));
    }

    /** A writer process and what its events are made from. */
    private record Life(Child writer, long seed) {
    }

    @Override
    public void round(final Round round) throws IOException {
        final boolean kill = round.random().nextInt(SNAPSHOTS_PER_KILL) == 0;
        final Life life = present.isPresent() ? present.get() : begin(round.seed());
        LockSupport.parkNanos(round.random().nextInt(MAX_PAUSE_NS));
        final Child writer = life.writer();
        if (!writer.isAlive()) {
            present = Optional.empty();
            round.fail("the writer ended: " + writer.errors());
            return;
        }
        final Moment moment;
        if (kill) {
            writer.close();
            present = Optional.empty();
            moment = look(life);
        } else {
            Posix.stop(writer.pid());
            try {
                moment = look(life);
            } finally {
                Posix.signal(writer.pid(), Posix.SIGCONT);
            }
        }
        final Path copy = round.place(moment.image());
        new RecoveryCheck(round, round.arm(kill ? KILLS : SNAPSHOTS), Level.small()).afterCrash(copy, new TreeMap<>(made), moment.appended());
    }

    /** @param appended what the writer had appended for certain when its files looked like this */
    private record Moment(Image image, long appended) {
    }

    private Moment look(final Life life) throws IOException {
        final long number = counters.get(SharedCounters.STREAM);
        if (number != stream) {
            stream = number;
            made.clear();
        }
        final long first = counters.get(SharedCounters.FIRST);
        if (first > 0) {
            made.put(first, new MadeEvents(life.seed()));
        }
        final Path path = Writer.stream(streams, number);
        Files.createDirectories(path);
        return new Moment(Image.of(path), counters.get(SharedCounters.APPENDED));
    }

    /** Lets the spare process write, and starts another one. */
    private Life begin(final long seed) throws IOException {
        final Life life = spare.isPresent() ? spare.get() : start(seed);
        spare = Optional.empty();
        final String warm = life.writer().receive();
        if (warm.isEmpty()) {
            throw new IOException("a writer can't start: " + life.writer().errors());
        }
        removeFinishedStreams();
        counters.set(SharedCounters.FIRST, 0);
        life.writer().send("go");
        present = Optional.of(life);
        spare = Optional.of(start(Seeds.derive(seed, 0)));
        return life;
    }

    private Life start(final long seed) throws IOException {
        Files.createDirectories(streams);
        return new Life(Writer.start(folder, streams, folder.resolve("counters"), seed), seed);
    }

    private void removeFinishedStreams() throws IOException {
        final Path current = Writer.stream(streams, counters.get(SharedCounters.STREAM));
        try (Stream<Path> all = Files.list(streams)) {
            for (final Path other : all.filter(path -> !path.equals(current)).toList()) {
                TemporaryFolder.delete(other);
            }
        }
    }

    @Override
    public void close() {
        present.ifPresent(life -> life.writer().close());
        spare.ifPresent(life -> life.writer().close());
    }
}
