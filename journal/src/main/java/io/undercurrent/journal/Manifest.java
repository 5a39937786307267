package io.undercurrent.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.zip.CRC32C;

/** A small text file of {@code key=value} lines with a checksum line at its end; written whole and forced, or not at all. */
final class Manifest {
    private static final String CHECKSUM = "crc32c=";

    private Manifest() {
    }

    static void write(final Path file, final SequencedMap<String, String> values) throws IOException {
        final StringBuilder text = new StringBuilder();
        for (final Map.Entry<String, String> entry : values.entrySet()) {
            text.append(entry.getKey()).append('=').append(entry.getValue().replace('\n', ' ')).append('\n');
        }
        final byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        text.append(CHECKSUM).append(checksum(bytes, bytes.length)).append('\n');
        final Path draft = file.resolveSibling("." + file.getFileName());
        Files.writeString(draft, text);
        force(draft);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        forceDirectory(parent(file));
    }

    /** Throws {@link JournalException} if the file is damaged, {@link IOException} if it can't be read. */
    static SequencedMap<String, String> read(final Path file) throws IOException {
        final byte[] bytes = Files.readAllBytes(file);
        // a byte is a character here, so that what is no UTF-8 reaches the checksum
        final String text = new String(bytes, StandardCharsets.ISO_8859_1);
        final int end = text.lastIndexOf(CHECKSUM);
        if (end < 0 || !text.substring(end).equals(CHECKSUM + checksum(bytes, end) + "\n")) {
            throw damaged(file);
        }
        final SequencedMap<String, String> values = new LinkedHashMap<>();
        new String(bytes, 0, end, StandardCharsets.UTF_8).lines().forEach(line -> {
            final int equals = line.indexOf('=');
            values.put(line.substring(0, Math.max(0, equals)), line.substring(equals + 1));
        });
        return values;
    }

    static long number(final Path file, final Map<String, String> values, final String key) {
        try {
            return Long.parseLong(values.getOrDefault(key, ""));
        } catch (final NumberFormatException e) {
            throw new JournalException(file + " has no valid " + key + ": it was written by another version", e);
        }
    }

    static void force(final Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /** Makes the names in a directory durable. */
    static void forceDirectory(final Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    static Path parent(final Path file) {
        final Path parent = file.toAbsolutePath().getParent();
        return parent == null ? file.toAbsolutePath() : parent;
    }

    private static JournalException damaged(final Path file) {
        return new JournalException(file + " is damaged (its checksum does not fit): restore it from a copy");
    }

    private static String checksum(final byte[] bytes, final int length) {
        final CRC32C crc = new CRC32C();
        crc.update(bytes, 0, length);
        return Long.toHexString(crc.getValue());
    }
}
