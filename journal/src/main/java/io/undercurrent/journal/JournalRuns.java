package io.undercurrent.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Looks at a journal from outside, reading manifests only; writers and tailers may be at work. */
public final class JournalRuns {
    private JournalRuns() {
    }

    /** The streams of a journal directory: its folders that hold at least one run, by name. */
    public static List<Path> streams(final Path journal) {
        try (Stream<Path> entries = Files.list(journal)) {
            return entries.filter(Files::isDirectory).filter(entry -> !RunDirectory.list(entry).isEmpty()).sorted().toList();
        } catch (final IOException e) {
            throw new JournalException(journal + " is not a journal directory that can be read: " + e, e);
        }
    }

    /** All runs of a stream, oldest first. */
    public static List<JournalRun> list(final Path stream) {
        final List<RunDirectory> runs = RunDirectory.list(stream);
        final List<JournalRun> described = new ArrayList<>();
        for (final RunDirectory run : runs) {
            described.add(describe(stream, run, run.equals(runs.getLast())));
        }
        return described;
    }

    private static JournalRun describe(final Path stream, final RunDirectory run, final boolean newest) {
        final long fileBytes = fileBytes(run.path());
        final Optional<RunStart> found = start(run);
        if (found.isEmpty()) {
            return new JournalRun(run.path(), run.number(), RunState.UNREADABLE, 0, 0, 0, 0, 0, 0, fileBytes);
        }
        final RunStart start = found.get();
        final Optional<RunStop> stop = RunStop.read(run.path());
        if (stop.isPresent()) {
            final RunStop end = stop.get();
            return new JournalRun(run.path(), run.number(), RunState.CLEAN, start.firstSequence(), start.missingFrom(), end.lastSequence(),
                    end.events(), end.excerpts(), end.payloadBytes(), fileBytes);
        }
        final Optional<RunMark> mark = RunMark.read(run.path());
        if (mark.isPresent()) {
            final long last = mark.get().lastSequence();
            return new JournalRun(run.path(), run.number(), RunState.RECOVERED, start.firstSequence(), start.missingFrom(), last,
                    last - start.firstSequence() + 1, 0, 0, fileBytes - unused(run, mark.get()));
        }
        final RunState state = newest && isWritten(stream, start) ? RunState.OPEN : RunState.UNCLEAN;
        return new JournalRun(run.path(), run.number(), state, start.firstSequence(), start.missingFrom(), 0, 0, 0, 0, fileBytes);
    }

    private static Optional<RunStart> start(final RunDirectory run) {
        try {
            return RunStart.find(run.path());
        } catch (final JournalException e) {
            return Optional.empty();
        }
    }

    /** What writers took out of the stream's runs since its start could not be read; it is kept until somebody removes it. */
    public static List<Path> setAside(final Path stream) {
        return AsideRun.list(stream).stream().map(AsideRun::path).toList();
    }

    /** Never by trying the writer's lock: that could refuse a writer that starts in the same moment. */
    private static boolean isWritten(final Path stream, final RunStart start) {
        try {
            return start.writerPid() == ProcessHandle.current().pid() ? WriterLock.heldHere(stream) : start.liveWriter().isPresent();
        } catch (final IOException e) {
            return false;
        }
    }

    private static long fileBytes(final Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            long sum = 0;
            for (final Path file : files.toList()) {
                sum += size(file);
            }
            return sum;
        } catch (final NoSuchFileException e) {
            return 0;
        } catch (final IOException e) {
            throw new JournalException(directory + " can't be listed: " + e, e);
        }
    }

    /** A writer that was killed leaves its last segment as long as it might have become. */
    private static long unused(final RunDirectory run, final RunMark mark) {
        try {
            return mark.excerptsBehind() > 0 ? 0 : Math.max(0, size(run.segment(mark.segment())) - mark.endByte());
        } catch (final IOException e) {
            return 0;
        }
    }

    private static long size(final Path file) throws IOException {
        try {
            return Files.size(file);
        } catch (final NoSuchFileException e) {
            return 0;
        }
    }
}
