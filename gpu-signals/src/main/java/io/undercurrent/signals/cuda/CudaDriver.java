package io.undercurrent.signals.cuda;

import java.io.File;
import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jcuda.JCudaVersion;
import jcuda.LibUtils;

/**
 * Whether the driver's library and JCuda's are there. Found out once, before JCuda is touched: a function that the driver lacks would end
 * the process at its first call, and JCuda would otherwise unpack its library to a fixed place under /tmp and trust what lies there.
 */
final class CudaDriver {
    private static final String DRIVER = "libcuda.so.1";
    private static final String OLDEST_DRIVER = "580";
    /** The driver's names of the functions that a backend calls. */
    static final List<String> FUNCTIONS = List.of("cuInit", "cuDriverGetVersion", "cuDeviceGetCount", "cuDeviceGet",
        "cuDeviceGetName", "cuDeviceGetAttribute", "cuDevicePrimaryCtxRetain", "cuDevicePrimaryCtxRelease_v2", "cuCtxSetCurrent",
        "cuMemGetInfo_v2", "cuMemAlloc_v2", "cuMemFree_v2", "cuMemHostAlloc", "cuMemFreeHost", "cuMemHostGetDevicePointer_v2",
        "cuMemsetD8Async", "cuMemcpyHtoDAsync_v2", "cuModuleLoad", "cuModuleUnload", "cuModuleGetFunction",
        "cuOccupancyMaxActiveBlocksPerMultiprocessor", "cuStreamCreate", "cuStreamQuery", "cuStreamDestroy_v2", "cuGraphCreate",
        "cuGraphAddKernelNode_v2", "cuGraphInstantiateWithFlags", "cuGraphDestroy", "cuGraphExecDestroy", "cuGraphLaunch");

    /** Those that only measurements call. */
    static final List<String> MEASURING = List.of("cuMemcpyDtoDAsync_v2", "cuMemcpyDtoHAsync_v2", "cuEventCreate", "cuEventRecord",
        "cuEventSynchronize", "cuEventElapsedTime", "cuEventQuery", "cuEventDestroy_v2");

    private static final Optional<String> PROBLEM = findProblem();

    private CudaDriver() {
    }

    /** Why CUDA cannot be used, in one line; empty: the libraries are loaded, and {@code cuInit} may be called. */
    static Optional<String> problem() {
        return PROBLEM;
    }

    @SuppressWarnings("restricted")
    private static Optional<String> findProblem() {
        try {
            final SymbolLookup driver = SymbolLookup.libraryLookup(DRIVER, Arena.global());
            final Optional<String> missing =
                Stream.concat(FUNCTIONS.stream(), MEASURING.stream()).filter(function -> driver.find(function).isEmpty()).findFirst();
            if (missing.isPresent()) {
                return Optional.of("the NVIDIA driver has no " + missing.get() + ": install " + OLDEST_DRIVER + " or newer");
            }
        } catch (final IllegalArgumentException e) {
            return Optional.of("there is no NVIDIA driver (" + DRIVER + "): install " + OLDEST_DRIVER + " or newer");
        }
        return loadJCuda();
    }

    @SuppressWarnings("restricted")
    private static Optional<String> loadJCuda() {
        final String file = System.mapLibraryName(LibUtils.createPlatformLibraryName("JCudaDriver-" + JCudaVersion.get()));
        final String path = System.getProperty("java.library.path", "");
        for (final String folder : path.split(File.pathSeparator, -1)) {
            final Path library = Path.of(folder, file).toAbsolutePath();
            if (Files.isRegularFile(library)) {
                try {
                    System.load(library.toString());
                    return Optional.empty();
                } catch (final LinkageError e) {
                    return Optional.of(library + " cannot be loaded: " + e.getMessage());
                }
            }
        }
        return Optional.of(file + " is in no folder of java.library.path (" + path + "): start Java with -Djava.library.path=FOLDER");
    }
}
