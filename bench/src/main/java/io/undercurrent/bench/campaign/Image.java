package io.undercurrent.bench.campaign;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The files below a folder, in memory.
 *
 * @param files by path relative to the folder
 */
record Image(NavigableMap<String, Content> files) {
    static final int PAGE = 4 << 10;

    /** What a file holds: bytes from its start on, and zeros up to its length. */
    static final class Content {
        private final byte[] bytes;
        private final long length;

        Content(final byte[] bytes, final long length) {
            this.bytes = bytes;
            this.length = length;
        }

        /** Not to be changed. */
        byte[] bytes() {
            return bytes;
        }

        long length() {
            return length;
        }
    }

    /** Nobody may change the files meanwhile. */
    static Image of(final Path folder) throws IOException {
        final NavigableMap<String, Content> files = new TreeMap<>();
        try (Stream<Path> tree = Files.walk(folder)) {
            for (final Path file : tree.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(file).toString(), read(file));
            }
        }
        return new Image(files);
    }

    private static Content read(final Path file) throws IOException {
        final long[] extents = Posix.extents(file);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            final byte[] bytes = new byte[extents.length == 0 ? 0 : Math.toIntExact(Math.min(extents[extents.length - 1], channel.size()))];
            final ByteBuffer buffer = ByteBuffer.wrap(bytes);
            for (int i = 0; i < extents.length; i += 2) {
                buffer.limit((int) Math.min(extents[i + 1], bytes.length)).position((int) Math.min(extents[i], bytes.length));
                while (buffer.hasRemaining() && channel.read(buffer, buffer.position()) > 0) {
                    Thread.onSpinWait();
                }
            }
            int end = bytes.length;
            while (end > 0 && bytes[end - 1] == 0) {
                end--;
            }
            return new Content(end == bytes.length ? bytes : Arrays.copyOf(bytes, end), channel.size());
        }
    }

    Image with(final String name, final byte[] bytes, final long length) {
        final NavigableMap<String, Content> changed = new TreeMap<>(files);
        changed.put(name, new Content(bytes, length));
        return new Image(changed);
    }

    Image without(final String name) {
        final NavigableMap<String, Content> changed = new TreeMap<>(files);
        changed.remove(name);
        return new Image(changed);
    }

    List<String> names(final String beginning, final String ending) {
        return files.keySet().stream().filter(name -> name.startsWith(beginning) && name.endsWith(ending)).toList();
    }

    /** As sparse files. */
    void write(final Path folder) throws IOException {
        Files.createDirectories(folder);
        for (final Map.Entry<String, Content> file : files.entrySet()) {
            final Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.resolveSibling(""));
            try (FileChannel channel = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                write(channel, file.getValue());
            }
        }
    }

    private static void write(final FileChannel channel, final Content content) throws IOException {
        final byte[] bytes = content.bytes();
        final ByteBuffer buffer = ByteBuffer.wrap(bytes);
        int from = 0;
        while (from < bytes.length) {
            int to = from;
            while (to < bytes.length && !isZero(bytes, to)) {
                to += PAGE;
            }
            if (to > from) {
                channel.write(buffer.clear().limit(Math.min(to, bytes.length)).position(from), from);
            }
            from = to + PAGE;
        }
        if (channel.size() < content.length()) {
            channel.write(ByteBuffer.allocate(1), content.length() - 1);
        }
    }

    private static boolean isZero(final byte[] bytes, final int from) {
        for (int at = from; at < Math.min(from + PAGE, bytes.length); at++) {
            if (bytes[at] != 0) {
                return false;
            }
        }
        return true;
    }
}
