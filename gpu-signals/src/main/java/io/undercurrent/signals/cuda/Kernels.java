package io.undercurrent.signals.cuda;

import static jcuda.driver.JCudaDriver.*;

import io.undercurrent.kernels.KernelImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import jcuda.driver.CUfunction;
import jcuda.driver.CUmodule;

/** The loaded kernels. */
final class Kernels {
    /** Threads of a block, as {@code tuning_evaluate_batch.cuh} has them. */
    static final int BLOCK_THREADS = 128;

    private static final String EVALUATE_BATCH = "evaluateBatch";

    private final CUmodule module = new CUmodule();
    private final CUfunction evaluateBatch = new CUfunction();

    private Kernels() {
    }

    /** Loads the image into the current context. The driver may have to compile it, which takes seconds. */
    static Kernels load(final KernelImage image) throws CudaFailure {
        final Kernels kernels = new Kernels();
        try {
            final Path folder = Files.createTempDirectory("undercurrent-kernels");
            try {
                final Path file = image.extractTo(folder);
                try {
                    CudaFailure.check("cuModuleLoad", cuModuleLoad(kernels.module, file.toString()));
                } finally {
                    Files.deleteIfExists(file);
                }
            } finally {
                Files.deleteIfExists(folder);
            }
        } catch (final IOException e) {
            throw new CudaFailure("the kernels cannot be written to the folder for temporary files ("
                + System.getProperty("java.io.tmpdir") + "): " + e.getMessage());
        }
        final int code = cuModuleGetFunction(kernels.evaluateBatch, kernels.module, EVALUATE_BATCH);
        if (code != 0) {
            kernels.unload();
        }
        CudaFailure.check("cuModuleGetFunction of " + EVALUATE_BATCH, code);
        return kernels;
    }

    CUfunction evaluateBatch() {
        return evaluateBatch;
    }

    int blocksPerMultiprocessor() throws CudaFailure {
        final int[] blocks = new int[1];
        CudaFailure.check("cuOccupancyMaxActiveBlocksPerMultiprocessor",
            cuOccupancyMaxActiveBlocksPerMultiprocessor(blocks, evaluateBatch, BLOCK_THREADS, 0));
        return Math.max(1, blocks[0]);
    }

    /** Returns the driver's code. */
    int unload() {
        return cuModuleUnload(module);
    }
}
