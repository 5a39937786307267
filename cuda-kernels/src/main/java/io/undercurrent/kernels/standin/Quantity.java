package io.undercurrent.kernels.standin;

/** What the stand-in driver counts; in the order of {@code StandInQuantity} in {@code stand_in_control.h}. */
public enum Quantity {
    DEVICE_BYTES,
    DEVICE_ALLOCATIONS,
    /** Pinned host memory: allocated or registered. */
    PINNED_BYTES,
    PINNED_ALLOCATIONS,
    STREAMS,
    EVENTS,
    MODULES,
    GRAPHS,
    GRAPH_EXECS,
    /** 1 while somebody retains the primary context. */
    CONTEXTS,
    /** Freed blocks whose neighbourhood was written to. */
    OVERRUNS,
    /** Calls and kernels that hang at the moment. */
    HANGING
}
