package io.undercurrent.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.CRC32C;

/**
 * How far a registered tailer's sink has taken the events of a stream, in the file {@code tailers/NAME}. It holds two slots, 512 bytes
 * apart, each with the sequence, a count that rises, and a checksum of both; a write goes to the older one. So whenever the process or the
 * machine stops, there is a position that was acknowledged, the last one or one before. One thread; writing allocates nothing.
 */
final class TailerPosition implements AutoCloseable {
    private static final String DIRECTORY = "tailers";
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final int SLOT_BYTES = 512;
    private static final int COUNT = Long.BYTES;
    private static final int CHECKSUM = 2 * Long.BYTES;
    private static final int LENGTH = CHECKSUM + Integer.BYTES;

    private final Path file;
    private final FileChannel channel;
    private final ByteBuffer bytes = ByteBuffer.allocateDirect(LENGTH).order(ByteOrder.LITTLE_ENDIAN);
    private final CRC32C crc = new CRC32C();
    private long count;
    private long sequence;

    private TailerPosition(final Path file, final FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** Opens the position to write it, and makes it if there is none. */
    static TailerPosition open(final Path stream, final String name, final long acknowledgedIfNew) {
        final Path file = file(stream, name);
        try {
            Files.createDirectories(stream.resolve(DIRECTORY));
            if (!Files.exists(file)) {
                create(file, acknowledgedIfNew);
            }
            final TailerPosition position = new TailerPosition(
                    file, FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE));
            position.load();
            return position;
        } catch (final IOException e) {
            throw new JournalException(file + " can't be opened: " + e, e);
        }
    }

    /** Whole from the first moment: a position without a valid slot counts as damaged. */
    private static void create(final Path file, final long acknowledged) throws IOException {
        final Path draft = file.resolveSibling("." + file.getFileName());
        try (TailerPosition position = new TailerPosition(draft, FileChannel.open(
                draft, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.READ, StandardOpenOption.WRITE))) {
            position.write(acknowledged);
            position.channel.force(true);
        }
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        Manifest.forceDirectory(Manifest.parent(file));
    }

    /** The names of a stream's registered tailers. */
    static List<String> names(final Path stream) {
        try (Stream<Path> files = Files.list(stream.resolve(DIRECTORY))) {
            return files.map(file -> String.valueOf(file.getFileName())).filter(name -> NAME.matcher(name).matches()).sorted().toList();
        } catch (final NoSuchFileException e) {
            return List.of();
        } catch (final IOException e) {
            throw new JournalException(stream.resolve(DIRECTORY) + " can't be listed: " + e, e);
        }
    }

    /**
     * What a tailer has acknowledged, now on the disk, so that it can't go back any more. Throws {@link JournalException} if its file is
     * damaged.
     */
    static long forced(final Path stream, final String name) {
        final Path file = file(stream, name);
        try (TailerPosition position = new TailerPosition(
                file, FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE))) {
            position.channel.force(false);
            position.load();
            return position.sequence();
        } catch (final IOException e) {
            throw new JournalException(file + " can't be read: " + e, e);
        }
    }

    /** Whether there was one. */
    static boolean remove(final Path stream, final String name) {
        final Path file = file(stream, name);
        try {
            return Files.deleteIfExists(file);
        } catch (final IOException e) {
            throw new JournalException(file + " can't be removed: " + e, e);
        }
    }

    private static Path file(final Path stream, final String name) {
        if (!NAME.matcher(name).matches()) {
            throw new JournalException("a tailer's name is 1 to 64 letters, digits, '.', '_' and '-', and begins with a letter or digit,"
                    + " not '" + name + "'");
        }
        return stream.resolve(DIRECTORY).resolve(name);
    }

    private void load() throws IOException {
        for (int slot = 0; slot < 2; slot++) {
            if (channel.read(bytes.clear(), (long) slot * SLOT_BYTES) == LENGTH && bytes.getInt(CHECKSUM) == checksum()
                    && bytes.getLong(COUNT) > count) {
                sequence = bytes.getLong(0);
                count = bytes.getLong(COUNT);
            }
        }
        if (count == 0) {
            throw new JournalException(file + " is damaged, so that tailer's position is lost: forget the tailer, and it begins again at the"
                    + " oldest event");
        }
    }

    /** The last event that its sink has acknowledged. */
    long sequence() {
        return sequence;
    }

    /** Takes note of a later one; an earlier one has no effect. */
    void acknowledge(final long newSequence) {
        if (newSequence > sequence) {
            try {
                write(newSequence);
            } catch (final IOException e) {
                throw new JournalException(file + " can't be written: " + e, e);
            }
        }
    }

    private void write(final long newSequence) throws IOException {
        bytes.clear().putLong(0, newSequence).putLong(COUNT, count + 1);
        bytes.putInt(CHECKSUM, checksum());
        channel.write(bytes.clear(), (count & 1) * SLOT_BYTES);
        count++;
        sequence = newSequence;
    }

    private int checksum() {
        crc.reset();
        crc.update(bytes.position(0).limit(CHECKSUM));
        bytes.clear();
        return (int) crc.getValue();
    }

    /** Idempotent. */
    @Override
    public void close() {
        try {
            channel.close();
        } catch (final IOException e) {
            throw new JournalException(file + " can't be closed: " + e, e);
        }
    }
}
