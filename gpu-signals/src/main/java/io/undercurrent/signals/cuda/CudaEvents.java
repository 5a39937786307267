package io.undercurrent.signals.cuda;

import static jcuda.driver.JCudaDriver.*;

import jcuda.driver.CUevent;
import jcuda.driver.CUstream;

/** Marks in a stream, between which the device measures time. One thread, which has the context. */
final class CudaEvents {
    private static final int DEFAULT = 0;
    private static final double MS_NS = 1e6;

    private final CUevent[] events;

    CudaEvents(final int count, final Releases releases) throws CudaFailure {
        events = new CUevent[count];
        for (int i = 0; i < count; i++) {
            final CUevent event = new CUevent();
            CudaFailure.check("cuEventCreate", cuEventCreate(event, DEFAULT));
            releases.add("cuEventDestroy", () -> cuEventDestroy(event));
            events[i] = event;
        }
    }

    void mark(final int i, final CUstream stream) throws CudaFailure {
        CudaFailure.check("cuEventRecord", cuEventRecord(events[i], stream));
    }

    /** Waits until the device has come to mark {@code i}. */
    void await(final int i) throws CudaFailure {
        CudaFailure.check("cuEventSynchronize", cuEventSynchronize(events[i]));
    }

    /** From mark {@code from} to mark {@code to}, which the device has passed. */
    double betweenNs(final int from, final int to) throws CudaFailure {
        final float[] ms = new float[1];
        CudaFailure.check("cuEventElapsedTime", cuEventElapsedTime(ms, events[from], events[to]));
        return ms[0] * MS_NS;
    }

    /** Asks for mark {@code i} once. Returns the driver's code. */
    int query(final int i) {
        return cuEventQuery(events[i]);
    }
}
