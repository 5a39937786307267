// Launches of kernels: what is checked before one is queued.
#pragma once

#include "streams.h"

namespace stand_in {

/** Copies the arguments, given as an array of pointers or as one buffer in `extra`. Returns 0 or why such a launch is not possible. */
int make_run(KernelRun &run, const void *function, Dimensions grid, Dimensions block, size_t dynamic_shared_bytes, void **parameters,
             void **extra);

} // namespace stand_in
