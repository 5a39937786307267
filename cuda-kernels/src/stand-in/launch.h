// Runs grids: the calling thread and a few helpers take its blocks.
#pragma once

#include "fibers.h"

namespace stand_in {

/** How many threads run blocks at the same time; 0: one per processor. */
void set_workers(unsigned workers);

/** Runs every block, returns when all have ended: 0, or the error of one of them. */
int run_grid(const Launch &launch);

} // namespace stand_in
