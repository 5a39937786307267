package io.undercurrent.bench.campaign;

import io.undercurrent.bench.Child;
import io.undercurrent.bench.TemporaryFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Cuts the power of a disk at a random moment while a process writes to it: an ext4 of its own is shut down without writing anything
 * more, mounted again, and the stream recovered. Each round does so once at each {@link Level}.
 */
final class PowerCutCampaign implements Campaign {
    static final String APPENDED = "appended";
    static final String GONE = "gone, not acknowledged";

    private static final long DISK_BYTES = 512L << 20;
    private static final long MAX_MOMENT_NS = TimeUnit.MILLISECONDS.toNanos(400);
    private static final long POLL_NS = 100_000;
    private static final long PATIENCE_NS = TimeUnit.SECONDS.toNanos(30);

    private final Path folder;
    private final Path countersFile;
    private final SharedCounters counters;
    private Optional<Child> spare;

    PowerCutCampaign(final Path folder) throws IOException {
        this.folder = folder;
        this.countersFile = folder.resolve("counters");
        this.counters = SharedCounters.map(countersFile);
        Writer.warm(folder.resolve("warm"));
        this.spare = Optional.of(CutWriter.start(folder, countersFile));
    }

    @Override
    public void round(final Round round) throws IOException {
        for (final Level level : Level.values()) {
            final Path place = Files.createDirectory(round.folder().resolve("disk"));
            try (LoopFilesystem disk = LoopFilesystem.create(place, DISK_BYTES)) {
                cut(round, level, disk);
            }
            TemporaryFolder.delete(place);
        }
    }

    private void cut(final Round round, final Level level, final LoopFilesystem disk) throws IOException {
        final long seed = Seeds.derive(round.seed(), level.ordinal());
        final Path stream = disk.path().resolve("stream");
        final long appended;
        final long acknowledged;
        try (Child writer = spare.orElseThrow()) {
            spare = Optional.of(CutWriter.start(folder, countersFile));
            writer.receive();
            for (final int counter : new int[] {SharedCounters.APPENDED, SharedCounters.ACKNOWLEDGED, SharedCounters.BEATS}) {
                counters.set(counter, 0);
            }
            writer.send(CutWriter.job(level, seed, stream));
            awaitFirst(writer);
            LockSupport.parkNanos(round.random().nextLong(MAX_MOMENT_NS));
            acknowledged = counters.get(SharedCounters.ACKNOWLEDGED);
            Posix.shutDown(disk.path());
            appended = counters.get(SharedCounters.APPENDED);
        }
        disk.unmount();
        disk.mount();
        final Tally tally = round.arm(level.label());
        tally.add(APPENDED, appended);
        final NavigableMap<Long, MadeEvents> made = new TreeMap<>();
        made.put(1L, new MadeEvents(seed));
        if (level == Level.CONTROL) {
            final long present = PlainChronicle.present(stream, new MadeEvents(seed), acknowledged);
            tally.add(Tally.ACKNOWLEDGED, acknowledged);
            tally.add(Tally.RECOVERED, present);
            tally.add(Tally.LOST, acknowledged - present);
            return;
        }
        final long before = tally.get(Tally.RECOVERED);
        if (Files.isDirectory(stream)) {
            round.found(level.name(), Image.of(stream));
        }
        new RecoveryCheck(round, tally, Level.small()).afterCrash(stream, made, acknowledged);
        tally.add(GONE, Math.max(0, appended - Math.max(acknowledged, tally.get(Tally.RECOVERED) - before)));
    }

    private void awaitFirst(final Child writer) throws IOException {
        final long deadline = System.nanoTime() + PATIENCE_NS;
        while (counters.get(SharedCounters.BEATS) == 0) {
            if (!writer.isAlive() || System.nanoTime() - deadline > 0) {
                throw new IOException("the writer appends nothing: " + writer.errors());
            }
            LockSupport.parkNanos(POLL_NS);
        }
    }

    @Override
    public void close() {
        spare.ifPresent(Child::close);
    }
}
