// Layer: window. Appends a row: fine ring, the sums over buckets of ten rows, and every tenth time the coarse ring. One warp works, a lane
// for two measures. All of it is integers, so nothing depends on an order.
#pragma once
#include "window_state.cuh"

constexpr int ROW_ZERO = ROW_WORDS - 1; // a word of a staged row that is always 0
static_assert(ROW_ZERO == NO_COLUMN, "the table has it where a measure has fewer columns");

// Of the measures of a lane: the one of its number, and the one 32 further on.
struct LaneColumns { unsigned first; unsigned second; };

__device__ __forceinline__ unsigned columnsOfMeasure(int measure) { return measure < MEASURES ? MEASURE_COLUMNS[measure] : NO_COLUMNS; }

__device__ __forceinline__ LaneColumns columnsOf(int lane) { return {columnsOfMeasure(lane), columnsOfMeasure(lane + 32)}; }

__device__ __forceinline__ long long valueOf(const int* row, unsigned columns) {
  const auto at = [&](int shift) { return static_cast<long long>(row[columns >> shift & 63]); };
  return at(0) + at(6) + at(12) + at(18) - at(24);
}

__device__ __forceinline__ long long plus(long long prefix, long long value) {
  return static_cast<long long>(static_cast<unsigned long long>(prefix) + static_cast<unsigned long long>(value));
}

// Adds the bucket of the newest ten rows to those before it; one that is not valid is all zeros.
__device__ __forceinline__ void addBucket(const WindowState& state, int rowMs, int lane) {
  const Window& window = state.window;
  const bool valid = window.valid(state.rows, BUCKET, rowMs);
  const long long x = valid ? clampTo(window.fineSum(state.rows, MEASURE_FLOW, BUCKET), MAX_FLOW) : 0;
  const long long y = valid ? clampTo(changeOf(window.mid2Ago(state.rows, BUCKET), window.mid2Ago(state.rows, 0)), MAX_CHANGE) : 0;
  long long value = valid ? 1 : 0;
  switch (lane + MEASURE_BUCKETS) {
    case MEASURE_Y: value = y; break;
    case MEASURE_YY: value = y * y; break;
    case MEASURE_X: value = x; break;
    case MEASURE_XX_HIGH: value = x * x >> 32; break;
    case MEASURE_XX_LOW: value = x * x & 0xffffffffLL; break;
    case MEASURE_XY: value = x * y; break;
    default: break;
  }
  const int measure = lane + MEASURE_BUCKETS;
  if (measure <= MEASURE_XY) window.fine(state.rows)[measure] = plus(window.fine(state.rows - BUCKET)[measure], value);
  const bool clipped = x == MAX_FLOW || x == -MAX_FLOW || y == MAX_CHANGE || y == -MAX_CHANGE;
  if (lane == 0 && clipped && state.rows % BUCKET == 0) window.head()->clippedBuckets++;
}

// The coarse ring has every tenth entry of the fine one.
__device__ __forceinline__ void keepCoarse(const WindowState& state, int lane) {
  const long long* from = state.window.fine(state.rows);
  long long* to = state.window.coarse(static_cast<int>(state.rows / BUCKET % COARSE_ENTRIES));
  for (int m = lane; m < ENTRY; m += 32) to[m] = from[m];
}

// row: in shared memory. columns: columnsOf(lane). Ends with the warp's writes visible to the warp.
__device__ __forceinline__ void append(WindowState& state, const int* row, const LaneColumns& columns, int rowMs, int lane) {
  if (row[ROW_FLAGS] & ROW_RESTART) {
    state.rows = 0;
    state.lot = 0;
    state.asOf = -1;
    keepCoarse(state, lane);
  }
  const long long* before = state.window.fine(state.rows);
  long long* after = state.window.fine(state.rows + 1);
  if (lane < MEASURES) after[lane] = plus(before[lane], valueOf(row, columns.first));
  if (lane + 32 < MEASURES) after[lane + 32] = plus(before[lane + 32], valueOf(row, columns.second));
  if (lane == 0) *state.window.mid2(state.rows) = row[MID2_CLOSE];
  state.capabilities = row[CAPABILITIES];
  state.rows++;
  __syncwarp();
  if (state.rows >= BUCKET) {
    addBucket(state, rowMs, lane);
    __syncwarp();
    if (state.rows % BUCKET == 0) {
      keepCoarse(state, lane);
      __syncwarp();
    }
    if (state.rows % (BUCKET * BASELINE_EVERY) == 0) state.lot = row[LOT];
  }
}
