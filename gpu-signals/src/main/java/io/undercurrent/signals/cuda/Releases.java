package io.undercurrent.signals.cuda;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.IntSupplier;
import jcuda.driver.CUresult;

/** What has to go back to the driver, newest first. */
final class Releases {
    private final Deque<Release> releases = new ArrayDeque<>();

    /** @param release gives the driver's code */
    void add(final String call, final IntSupplier release) {
        releases.push(new Release(call, release));
    }

    /** Releases everything, whatever fails; says what failed first. */
    Optional<String> run() {
        Optional<String> problem = Optional.empty();
        while (!releases.isEmpty()) {
            final Release next = releases.pop();
            final int code = next.release.getAsInt();
            if (code != CUresult.CUDA_SUCCESS && problem.isEmpty()) {
                problem = Optional.of(CudaFailure.describe(next.call, code));
            }
        }
        return problem;
    }

    private record Release(String call, IntSupplier release) {
    }
}
