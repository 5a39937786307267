package io.undercurrent.kernels;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KernelImageTest {
    private static final Path BUILT = Path.of("target/classes/io/undercurrent/kernels");

    @Test
    void theFatBinaryIsTakenWhereTheBuildMadeOneElseThePtx() throws Exception {
        final boolean fat = Files.exists(BUILT.resolve("undercurrent.fatbin"));
        System.out.println(fat ? "the build made a fat binary" : "the build had no nvcc; PTX alone");
        assertEquals(fat ? KernelImage.Kind.FAT_BINARY : KernelImage.Kind.PTX, KernelImage.bundled().kind());
    }

    @Test
    void theFileHoldsTheBytesThatTheHashNames(@TempDir final Path folder) throws Exception {
        final KernelImage image = KernelImage.bundled();
        final Path file = image.extractTo(folder);
        final byte[] bytes = Files.readAllBytes(file);
        assertEquals(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)), image.sha256());
        assertArrayEquals(Files.readAllBytes(BUILT.resolve(file.getFileName().toString())), bytes);
    }

    @Test
    void extractingAgainReplacesWhatLiesThereAndLeavesNothingElse(@TempDir final Path folder) throws Exception {
        final KernelImage image = KernelImage.bundled();
        final Path file = image.extractTo(folder);
        final byte[] whole = Files.readAllBytes(file);
        Files.write(file, new byte[] {1});
        image.extractTo(folder);
        assertArrayEquals(whole, Files.readAllBytes(file));
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(1, files.count());
        }
    }

    @Test
    void aFolderThatCannotBeWrittenIsNamedWithARemedy(@TempDir final Path folder) {
        final Path absent = folder.resolve("absent");
        final UncheckedIOException e = assertThrows(UncheckedIOException.class, () -> KernelImage.bundled().extractTo(absent));
        assertTrue(e.getMessage().contains(absent.toString()) && e.getMessage().contains("choose a folder"), e.getMessage());
    }
}
