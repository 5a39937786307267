package io.undercurrent.feeds;

import io.undercurrent.engine.feed.FeedException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** Files for tests: small ones written here, and the real ones beside the checkout, where they are present. */
public final class TestData {
    private TestData() {
    }

    /** A file of the shared data; skips the test where there are none. */
    public static Path shared(final String name) {
        Path root = Path.of(System.getProperty("user.dir")).toAbsolutePath();
        while (root.getParent() != null && !Files.exists(root.resolve("jvm.args"))) {
            root = root.getParent();
        }
        final Path file = root.resolveSibling("shared").resolve("data").resolve(name);
        final boolean exists = Files.exists(file);
        if (!exists) {
            System.out.println("skipped: ../shared/data/" + name + " is not here");
        }
        Assumptions.assumeTrue(exists, "../shared/data/" + name + " is not here");
        return file;
    }

    /** The lines of a plain, gz or (first entry of a) zip file, read the plain way. */
    public static List<String> lines(final Path file) {
        try (InputStream raw = Files.newInputStream(file)) {
            final String name = file.toString();
            final InputStream in;
            if (name.endsWith(".gz")) {
                in = new GZIPInputStream(raw);
            } else if (name.endsWith(".zip")) {
                final ZipInputStream zip = new ZipInputStream(raw);
                zip.getNextEntry();
                in = zip;
            } else {
                in = raw;
            }
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.ISO_8859_1)).lines().toList();
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Path write(final Path folder, final String name, final String... lines) {
        return write(folder, name, (String.join("\n", lines) + "\n").getBytes(StandardCharsets.ISO_8859_1));
    }

    public static Path write(final Path folder, final String name, final byte[] bytes) {
        try {
            return Files.write(folder.resolve(name), bytes);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Path gzip(final Path folder, final String name, final byte[] bytes) {
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(folder.resolve(name)))) {
            out.write(bytes);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
        return folder.resolve(name);
    }

    /** @param namesAndTexts entry name, its text, the next entry's name, … */
    public static Path zip(final Path folder, final String name, final String... namesAndTexts) {
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(folder.resolve(name)))) {
            for (int i = 0; i < namesAndTexts.length; i += 2) {
                out.putNextEntry(new ZipEntry(namesAndTexts[i]));
                out.write(namesAndTexts[i + 1].getBytes(StandardCharsets.ISO_8859_1));
                out.closeEntry();
            }
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
        return folder.resolve(name);
    }

    /** Asserts that opening fails with one line that contains all these. */
    public static void assertRefused(final Runnable open, final String... parts) {
        final FeedException refused = Assertions.assertThrows(FeedException.class, open::run);
        Assertions.assertFalse(refused.getMessage().contains("\n"), refused.getMessage());
        for (final String part : parts) {
            Assertions.assertTrue(refused.getMessage().contains(part), refused.getMessage() + " lacks '" + part + "'");
        }
    }
}
