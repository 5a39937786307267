package io.undercurrent.kernels;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Builds the kernels' unit tests with g++ and runs each with several orders of threads. */
class CudaUnitTest {
    private static final int SEEDS = 2;

    @ParameterizedTest
    @ValueSource(strings = {"log2", "selection", "append", "batch"})
    void partsOfKernelsDoWhatPlainCodeDoes(final String test) throws Exception {
        assertPasses(CudaProgram.build(test, test, CudaProgram.KERNELS, List.of()));
    }

    @Test
    void soDoTheReductionsOfGpusThatHaveNone() throws Exception {
        assertPasses(CudaProgram.build("selection-compute_75", "selection", CudaProgram.KERNELS, List.of("-D__CUDA_ARCH__=750")));
    }

    private static void assertPasses(final CudaProgram program) throws Exception {
        for (int seed = 0; seed < SEEDS; seed++) {
            assertEquals(new CudaProgram.Ended(0, ""), program.run(seed), "seed " + seed);
        }
    }
}
