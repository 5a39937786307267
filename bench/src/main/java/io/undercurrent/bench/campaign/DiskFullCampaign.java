package io.undercurrent.bench.campaign;

import io.undercurrent.bench.Child;
import io.undercurrent.bench.TemporaryFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Lets a writer run into a full disk, a small ext4 of which a filler file leaves a different room in each round; then makes room. Each
 * round does so in a compiled and in an interpreted JVM.
 */
final class DiskFullCampaign implements Campaign {
    private static final long DISK_BYTES = 48L << 20;
    private static final long MAX_ROOM_BYTES = 12L << 20;
    private static final long MAX_SEGMENT_BYTES = 3 << 20;
    private static final int MAX_MARK_BYTES = 2 << 20;
    private static final long BLOCK = 4 << 10;
    private static final Level[] LEVELS = {Level.APPENDED, Level.INTERVAL, Level.BATCH};

    private final Path folder;
    private final Path countersFile;
    private final SharedCounters counters;
    private final LoopFilesystem disk;
    private final Map<Jvm, Child> writers = new EnumMap<>(Jvm.class);

    /** Touching a page that the disk has no room for ends the process in both, but by different ways. */
    private enum Jvm {
        COMPILED("compiled"), INTERPRETED("interpreted (-Xint)");

        private final String label;

        Jvm(final String label) {
            this.label = label;
        }
    }

    DiskFullCampaign(final Path folder) throws IOException {
        this.folder = folder;
        this.countersFile = folder.resolve("counters");
        this.counters = SharedCounters.map(countersFile);
        this.disk = LoopFilesystem.create(folder, DISK_BYTES);
        Writer.warm(folder.resolve("warm"));
    }

    @Override
    public void round(final Round round) throws IOException, InterruptedException {
        final long room = round.random().nextLong(MAX_ROOM_BYTES / BLOCK) * BLOCK;
        final long segmentBytes = 1 + round.random().nextLong(MAX_SEGMENT_BYTES);
        final long markBytes = round.random().nextBoolean() ? 0 : round.random().nextInt(MAX_MARK_BYTES);
        final Level level = LEVELS[round.random().nextInt(LEVELS.length)];
        for (final Jvm jvm : Jvm.values()) {
            final Path stream = disk.path().resolve("stream");
            final Path filler = disk.path().resolve("filler");
            try {
                Files.createFile(filler);
                Posix.allocate(filler, Math.max(BLOCK, Files.getFileStore(filler).getUsableSpace() - room));
                counters.set(SharedCounters.APPENDED, 0);
                counters.set(SharedCounters.ACKNOWLEDGED, 0);
                final Child writer = writer(jvm);
                writer.send(FullWriter.job(level, segmentBytes, markBytes, round.seed(), stream));
                fill(round, jvm, writer, stream, filler);
            } finally {
                TemporaryFolder.delete(stream);
                Files.deleteIfExists(filler);
            }
        }
    }

    private void fill(final Round round, final Jvm jvm, final Child writer, final Path stream, final Path filler)
            throws IOException, InterruptedException {
        final Tally tally = round.arm(jvm.label);
        final NavigableMap<Long, MadeEvents> made = new TreeMap<>();
        made.put(1L, new MadeEvents(round.seed()));
        final String end = writer.receive();
        final boolean standing = !end.isEmpty() && !end.startsWith(FullWriter.FAILED);
        final long acknowledged = counters.get(SharedCounters.ACKNOWLEDGED);
        if (standing) {
            tally.add(end, 1);
            final long readable = Files.isDirectory(stream) ? Reading.of(stream, made, acknowledged, Long.MAX_VALUE).rightAcknowledged() : 0;
            if (readable < acknowledged) {
                round.fail(jvm.label + ": while the disk is full only " + readable + " of " + acknowledged + " events can be read");
            }
        } else {
            broken(round, jvm, writer, end);
        }
        Files.delete(filler);
        if (standing) {
            writer.send(FullWriter.RESUMED);
            final String after = writer.receive();
            if (after.equals(FullWriter.RESUMED)) {
                tally.add(FullWriter.RESUMED, 1);
            } else {
                broken(round, jvm, writer, after);
            }
        }
        new RecoveryCheck(round, tally, Level.small()).afterCrash(stream, made, counters.get(SharedCounters.ACKNOWLEDGED));
    }

    private void broken(final Round round, final Jvm jvm, final Child writer, final String said) throws IOException, InterruptedException {
        if (said.isEmpty()) {
            round.fail(jvm.label + ": the process ended with status " + writer.waitFor() + ": " + writer.errors());
        } else {
            round.fail(jvm.label + ": not a clean end: " + said);
        }
        writer.close();
        writers.remove(jvm);
    }

    private Child writer(final Jvm jvm) throws IOException {
        final Child there = writers.get(jvm);
        if (there != null) {
            return there;
        }
        final Child writer = FullWriter.start(folder, countersFile, jvm == Jvm.INTERPRETED);
        writers.put(jvm, writer);
        return writer;
    }

    @Override
    public void close() {
        writers.values().forEach(Child::close);
        try {
            disk.close();
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
