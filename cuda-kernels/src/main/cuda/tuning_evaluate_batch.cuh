// Layer: tuning. The sizes of evaluateBatch's blocks; none of them changes a result.
#pragma once

// Four warps: in 59 of 60 sweeps only the first works, in the sixtieth the baselines of all features share the four.
constexpr int WARPS = 4;
constexpr int THREADS = WARPS * 32;

// Blocks that registers shall allow on one multiprocessor: 6 x 128 threads leave 80 registers each, and nothing is spilled.
constexpr int BLOCKS_PER_PROCESSOR = 6;
