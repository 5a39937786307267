package io.undercurrent.kernels;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The test of {@code evaluateBatch} finds what is planted in a copy of it: without this nobody knew what its passing is worth. */
class PlantedFaultsTest {
    private static final int SEEDS = 8;
    private static final String BLOCK_BARRIER = "  __syncthreads();\n";
    private static final String WARP_BARRIER = "  __syncwarp();\n";

    @TempDir
    private Path kernels;

    @Test
    void aMissingBarrierOfTheBlockIsFound() throws Exception {
        assertFound("robust_baseline.cuh", "  }\n" + BLOCK_BARRIER + "}\n", "  }\n}\n");
    }

    @Test
    void aMissingBarrierOfTheWarpIsFound() throws Exception {
        assertFound("row_append.cuh", "  state.rows++;\n" + WARP_BARRIER, "  state.rows++;\n");
    }

    @Test
    void aRaceIsFound() throws Exception {
        assertFound("row_append.cuh", "if (lane == 0 && clipped && ", "if (clipped && ");
    }

    @Test
    void nothingIsFoundWhereNothingIsPlanted() throws Exception {
        final CudaProgram program = CudaProgram.build("nothing-planted", "batch", CudaProgram.KERNELS, CudaProgram.INTERLEAVED);
        for (int seed = 0; seed < 2; seed++) {
            assertEquals(new CudaProgram.Ended(0, ""), program.run(seed), "seed " + seed);
        }
    }

    /** Plants a fault in place of what is right, which stands there once; one of a few orders of threads must show it. */
    private void assertFound(final String file, final String right, final String wrong) throws Exception {
        copyKernels();
        final Path planted = kernels.resolve(file);
        final String text = Files.readString(planted);
        final int at = text.indexOf(right);
        assertTrue(at >= 0 && at == text.lastIndexOf(right), file + " has not exactly one \"" + right + "\" to plant a fault in");
        Files.writeString(planted, text.replace(right, wrong));
        final CudaProgram program = CudaProgram.build("planted", "batch", kernels, CudaProgram.INTERLEAVED);
        for (int seed = 0; seed < SEEDS; seed++) {
            if (program.run(seed).status() == 1) {
                return;
            }
        }
        throw new AssertionError("no order of threads showed what was planted in " + file + ": \"" + wrong + "\" for \"" + right + "\"");
    }

    private void copyKernels() throws IOException {
        try (Stream<Path> files = Files.list(CudaProgram.KERNELS)) {
            for (final Path file : (Iterable<Path>) files::iterator) {
                Files.copy(file, kernels.resolve(file.getFileName()));
            }
        }
    }
}
