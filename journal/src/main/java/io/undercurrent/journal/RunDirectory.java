package io.undercurrent.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One run's directory, {@code run-<utc>-<n>}. Runs are ordered by n; the time is for people.
 *
 * @param number n, from 1, never used again
 */
record RunDirectory(Path path, long number) {
    private static final String PREFIX = "run-";
    private static final Pattern NAME = Pattern.compile(PREFIX + "\\d{8}T\\d{6}Z-(\\d{1,18})");
    private static final String SEGMENT = "F.cq4";
    private static final Set<PosixFilePermission> WRITE =
            Set.of(PosixFilePermission.OWNER_WRITE, PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);
    private static final String DRAFT = ".new-";
    private static final String REMOVED = ".old-";
    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

    String name() {
        return String.valueOf(path.getFileName());
    }

    /** The file of segment {@code k}: Chronicle names it by day, and segment k is day k since 1970. */
    Path segment(final int k) {
        return path.resolve(LocalDate.ofEpochDay(k).format(DAY) + SEGMENT);
    }

    /** When the run began, to the second, as its name says. */
    Instant began() {
        final String name = name();
        return UTC.parse(name.substring(PREFIX.length(), name.lastIndexOf('-')), Instant::from);
    }

    /** The segment files that are there, by number; there may be some missing between them. */
    List<Path> segments() throws IOException {
        try (Stream<Path> entries = Files.list(path)) {
            // names of days sort as numbers do
            return entries.filter(entry -> entry.toString().endsWith(SEGMENT)).sorted().toList();
        }
    }

    /** Takes the right to write its files from everybody, where the file system knows rights. */
    void makeReadOnly() throws IOException {
        try (Stream<Path> entries = Files.list(path)) {
            for (final Path file : entries.toList()) {
                final PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
                if (view != null) {
                    final Set<PosixFilePermission> rights = new HashSet<>(view.readAttributes().permissions());
                    rights.removeAll(WRITE);
                    view.setPermissions(rights);
                }
            }
        }
    }

    /** The file that Chronicle renames to {@link #segment} when it begins the segment: one that it hasn't begun must not have that name. */
    Path preparedSegment(final int k) {
        return path.resolve(LocalDate.ofEpochDay(k).format(DAY) + "F.precreated");
    }

    /** All runs of a stream, oldest first. */
    static List<RunDirectory> list(final Path stream) {
        return list(stream, "");
    }

    /** Directories whose name is the prefix and a run's name. */
    static List<RunDirectory> list(final Path stream, final String prefix) {
        final List<RunDirectory> runs = new ArrayList<>();
        try (Stream<Path> entries = Files.list(stream)) {
            entries.forEach(entry -> {
                final String name = String.valueOf(entry.getFileName());
                final Matcher matcher = NAME.matcher(name.startsWith(prefix) ? name.substring(prefix.length()) : "");
                if (matcher.matches()) {
                    runs.add(new RunDirectory(entry, Long.parseLong(matcher.group(1))));
                }
            });
        } catch (final NoSuchFileException | NotDirectoryException e) {
            throw new JournalException(stream + " is not a directory: give the directory of a journal's stream", e);
        } catch (final IOException e) {
            throw new JournalException(stream + " can't be listed: " + e, e);
        }
        runs.sort(Comparator.comparingLong(RunDirectory::number));
        return runs;
    }

    /** Puts into a run's directory what it has from the first moment. */
    interface Preparation {
        void prepare(RunDirectory draft) throws IOException;
    }

    /** Makes the directory of a new run, its start manifest and what else is prepared inside from the first moment; or leaves nothing. */
    static RunDirectory create(
            final Path stream, final long number, final Instant now, final RunStart start, final Preparation preparation) throws IOException {
        final String name = PREFIX + UTC.format(now) + "-" + number;
        final Path draft = Files.createDirectory(stream.resolve(DRAFT + name));
        try {
            preparation.prepare(new RunDirectory(draft, number));
            start.write(draft);
            final Path path = Files.move(draft, stream.resolve(name), StandardCopyOption.ATOMIC_MOVE);
            Manifest.forceDirectory(stream);
            return new RunDirectory(path, number);
        } catch (final RuntimeException | IOException e) {
            if (Files.exists(draft)) {
                delete(draft);
            }
            throw e;
        }
    }

    /** Takes the run away in one step, then frees its room. */
    void remove() throws IOException {
        delete(Files.move(path, path.resolveSibling(REMOVED + name()), StandardCopyOption.ATOMIC_MOVE));
    }

    /** Removes what an interrupted {@link #create} or {@link #remove} left. Only for the holder of the writer's lock. */
    static void removeLeftovers(final Path stream) throws IOException {
        try (Stream<Path> entries = Files.list(stream)) {
            for (final Path entry : entries.toList()) {
                final String name = String.valueOf(entry.getFileName());
                if (name.startsWith(DRAFT) || name.startsWith(REMOVED)) {
                    delete(entry);
                }
            }
        }
    }

    private static void delete(final Path directory) throws IOException {
        try (Stream<Path> tree = Files.walk(directory)) {
            for (final Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
