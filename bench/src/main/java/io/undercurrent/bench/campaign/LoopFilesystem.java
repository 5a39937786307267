package io.undercurrent.bench.campaign;

import io.undercurrent.bench.Command;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;

/** An ext4 of its own in a file, on a loop device that the system frees when it is unmounted. Needs root. One thread. */
final class LoopFilesystem implements AutoCloseable {
    private static final int MAX_ATTEMPTS = 200;
    private static final long PAUSE_NS = 50_000_000;

    private final Path image;
    private final Path mountPoint;
    private boolean mounted;

    private LoopFilesystem(final Path image, final Path mountPoint) {
        this.image = image;
        this.mountPoint = mountPoint;
    }

    /** Makes and mounts it. */
    static LoopFilesystem create(final Path folder, final long bytes) throws IOException {
        final Path image = folder.resolve("ext4.image");
        try (RandomAccessFile file = new RandomAccessFile(image.toFile(), "rw")) {
            file.setLength(bytes);
        }
        Command.run("mkfs.ext4", "-q", "-F", "-m", "0", "-E", "lazy_itable_init=0,lazy_journal_init=0", image.toString());
        final LoopFilesystem filesystem = new LoopFilesystem(image, Files.createDirectories(folder.resolve("mounted")));
        filesystem.mount();
        return filesystem;
    }

    /** Why there can be none here; empty: there can. */
    static String missing() {
        if (!"root".equals(System.getProperty("user.name"))) {
            return "needs root, to mount a file system";
        }
        if (!Files.exists(Path.of("/dev/loop-control"))) {
            return "needs loop devices (/dev/loop-control)";
        }
        return Command.exists("mkfs.ext4") ? "" : "needs mkfs.ext4";
    }

    Path path() {
        return mountPoint;
    }

    void mount() throws IOException {
        Command.run("mount", "-o", "loop", image.toString(), mountPoint.toString());
        mounted = true;
    }

    /** Waits a little for files that are still being closed: Chronicle unmaps its files in a thread of its own. */
    void unmount() throws IOException {
        int attempt = 1;
        while (mounted) {
            try {
                Command.run("umount", mountPoint.toString());
                mounted = false;
            } catch (final IOException e) {
                if (attempt++ == MAX_ATTEMPTS) {
                    throw e;
                }
                LockSupport.parkNanos(PAUSE_NS);
            }
        }
    }

    /** Idempotent. */
    @Override
    public void close() throws IOException {
        unmount();
    }

    /** Whatever is mounted in a folder; for when the process that did it is gone. */
    static void unmountAllBelow(final Path folder) {
        try {
            for (final String line : Files.readAllLines(Path.of("/proc/mounts"), StandardCharsets.UTF_8).reversed()) {
                final String place = line.split(" ", -1)[1];
                if (Path.of(place).startsWith(folder)) {
                    Command.run("umount", "--lazy", place);
                }
            }
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
