package io.undercurrent.kernels;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The compiled kernels that came with this build, as {@code cuModuleLoad} takes them. Immutable. */
public final class KernelImage {
    /** What an image holds. */
    public enum Kind {
        /** Machine code for sm_90 and PTX for the rest. */
        FAT_BINARY("undercurrent.fatbin"),
        /** PTX alone, which the driver compiles when it loads it: the build had no nvcc. */
        PTX("undercurrent.ptx");

        private final String resource;

        Kind(final String resource) {
            this.resource = resource;
        }
    }

    private final Kind kind;
    private final byte[] bytes;

    private KernelImage(final Kind kind, final byte[] bytes) {
        this.kind = kind;
        this.bytes = bytes;
    }

    /** The fat binary if the build made one, else the PTX. */
    public static KernelImage bundled() {
        for (final Kind kind : Kind.values()) {
            try (InputStream in = KernelImage.class.getResourceAsStream(kind.resource)) {
                if (in != null) {
                    return new KernelImage(kind, in.readAllBytes());
                }
            } catch (final IOException e) {
                throw new UncheckedIOException("kernels: " + kind.resource + " cannot be read from the jar; reinstall it", e);
            }
        }
        throw new IllegalStateException("kernels: neither " + Kind.FAT_BINARY.resource + " nor " + Kind.PTX.resource
            + " is in the jar of cuda-kernels; build it again with mvn");
    }

    public Kind kind() {
        return kind;
    }

    /** Hash of the image in lower-case hexadecimal digits. */
    public String sha256() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (final NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has SHA-256", e);
        }
    }

    /**
     * Writes the image into a folder and returns the file. What had its name there is replaced in one step.
     *
     * @param folder exists, and nobody else may write there
     */
    public Path extractTo(final Path folder) {
        final Path file = folder.resolve(kind.resource);
        try {
            final Path part = Files.createTempFile(folder, kind.resource, ".part");
            Files.write(part, bytes);
            return Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (final IOException e) {
            throw new UncheckedIOException("kernels: " + file + " cannot be written; choose a folder that can", e);
        }
    }
}
