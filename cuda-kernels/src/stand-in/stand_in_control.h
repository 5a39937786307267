// Control of the stand-in driver: what a test makes it do, and what it counts. Functions of libcuda.so.1, called by FFM from Java
// (io.undercurrent.kernels.standin.StandIn). Any thread may call them.
//
// A `function` is a driver function under its plain name ("cuMemAlloc", without _v2), or "kernel": the run of a kernel in its stream.
#pragma once

#include <stdint.h>

#pragma GCC visibility push(default)
#ifdef __cplusplus
extern "C" {
#endif

enum StandInQuantity {
    STAND_IN_DEVICE_BYTES = 0,
    STAND_IN_DEVICE_ALLOCATIONS = 1,
    STAND_IN_PINNED_BYTES = 2,
    STAND_IN_PINNED_ALLOCATIONS = 3,
    STAND_IN_STREAMS = 4,
    STAND_IN_EVENTS = 5,
    STAND_IN_MODULES = 6,
    STAND_IN_GRAPHS = 7,
    STAND_IN_GRAPH_EXECS = 8,
    STAND_IN_CONTEXTS = 9,   /* 1 while somebody retains the primary context */
    STAND_IN_OVERRUNS = 10,  /* freed blocks whose neighbourhood was written to */
    STAND_IN_HANGING = 11,   /* calls and kernels that hang at the moment */
};

/** As if the process were new: no context, nothing allocated, no error, no fault to come, counts at 0, every setting at its default.
 *  Kernels that run are told to leave; returns 0, or 1 if one did not within 10 seconds. Java must not touch what it held any more. */
int stand_in_reset(void);

/** Order of the threads and blocks of every launch from now on, and what fresh memory holds. 0: by index. */
void stand_in_seed(uint64_t seed);
/** How many blocks run at the same time; 0: one per processor. */
void stand_in_workers(unsigned workers);
/** 1, or 0: cuInit finds no device. */
void stand_in_devices(unsigned devices);
/** As cuDriverGetVersion gives it: 13000 is CUDA 13.0. */
void stand_in_driver_version(int version);
void stand_in_device_memory(uint64_t bytes);
/** The host library that stands for a module loaded from PTX or a fat binary. Default: $STAND_IN_KERNELS, else undercurrent-kernels.so
 *  beside the driver. */
void stand_in_kernels(const char *path);

/** Calls `nth` (1: the next one) to `nth + times - 1` of the function, counted from now, give `error`. They have no other effect, except
 *  that what frees or destroys still does. A sticky error (700, 702, 714-719) stays; a kernel's shows at a later call.
 *  Returns 0, or 1: there is no such function. */
int stand_in_fail(const char *function, uint64_t nth, int error, uint64_t times);
/** The `nth` call from now waits until `stand_in_release`, then does its work. Returns as `stand_in_fail`. */
int stand_in_hang(const char *function, uint64_t nth);
/** Every kernel takes this much longer. */
void stand_in_slow_kernels(uint64_t microseconds);
/** What hangs goes on; no fault is to come any more. */
void stand_in_release(void);

/** Calls so far, failed ones too; UINT64_MAX: there is no such function. */
uint64_t stand_in_calls(const char *function);
/** The names of all functions that `function` above may be, one by one, with _v2 if they have that; after the last NULL. */
const char *stand_in_function(uint32_t number);
uint64_t stand_in_live(enum StandInQuantity quantity);

#ifdef __cplusplus
}
#endif
#pragma GCC visibility pop
