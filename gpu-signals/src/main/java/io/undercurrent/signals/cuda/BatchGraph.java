package io.undercurrent.signals.cuda;

import static jcuda.driver.JCudaDriver.*;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import jcuda.driver.CUDA_KERNEL_NODE_PARAMS;
import jcuda.driver.CUgraph;
import jcuda.driver.CUgraphExec;
import jcuda.driver.CUgraphNode;
import jcuda.driver.CUresult;
import jcuda.driver.CUstream;

/** One launch of the kernel over one batch buffer, with parameters that never change. */
final class BatchGraph {
    private final CUgraphExec graph = new CUgraphExec();

    private BatchGraph() {
    }

    /** @param parameters of the kernel, in its order; an int in the lower half of one */
    static BatchGraph of(final Kernels kernels, final int blocks, final long... parameters) throws CudaFailure {
        final BatchGraph made = new BatchGraph();
        final CUgraph template = new CUgraph();
        CudaFailure.check("cuGraphCreate", cuGraphCreate(template, 0));
        try (Arena arena = Arena.ofConfined()) {
            final CUDA_KERNEL_NODE_PARAMS node = new CUDA_KERNEL_NODE_PARAMS();
            node.func = kernels.evaluateBatch();
            node.gridDimX = blocks;
            node.gridDimY = 1;
            node.gridDimZ = 1;
            node.blockDimX = Kernels.BLOCK_THREADS;
            node.blockDimY = 1;
            node.blockDimZ = 1;
            node.kernelParams = new HostAddress(parameterTable(arena, parameters));
            final int added = cuGraphAddKernelNode(new CUgraphNode(), template, new CUgraphNode[0], 0, node);
            final int instantiated = added == CUresult.CUDA_SUCCESS ? cuGraphInstantiate(made.graph, template, 0) : added;
            final int destroyed = cuGraphDestroy(template);
            if (instantiated == CUresult.CUDA_SUCCESS && destroyed != CUresult.CUDA_SUCCESS) {
                made.destroy();
            }
            CudaFailure.check("cuGraphAddKernelNode", added);
            CudaFailure.check("cuGraphInstantiate", instantiated);
            CudaFailure.check("cuGraphDestroy", destroyed);
        }
        return made;
    }

    /** A table of addresses of the parameters, the parameters behind it. */
    private static MemorySegment parameterTable(final Arena arena, final long[] parameters) {
        final int count = parameters.length;
        final MemorySegment table = arena.allocate(ValueLayout.JAVA_LONG, 2L * count);
        for (int i = 0; i < count; i++) {
            table.setAtIndex(ValueLayout.JAVA_LONG, i, table.address() + Long.BYTES * (long) (count + i));
            table.setAtIndex(ValueLayout.JAVA_LONG, (long) count + i, parameters[i]);
        }
        return table;
    }

    /** Returns the driver's code. */
    int launch(final CUstream stream) {
        return cuGraphLaunch(graph, stream);
    }

    /** Returns the driver's code. */
    int destroy() {
        return cuGraphExecDestroy(graph);
    }
}
