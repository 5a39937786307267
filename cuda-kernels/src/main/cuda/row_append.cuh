// Layer: window. Appends a row: fine ring, the bucket of the newest ten rows, and every tenth time the coarse ring. One warp works, a lane
// for each measure. All of it is integers, so nothing depends on an order.
#pragma once
#include "window_state.cuh"

// The columns of a measure, 6 bits each: four that add, one that subtracts. ROW_ZERO is a word of a staged row that is always 0.
constexpr int ROW_ZERO = ROW_WORDS - 1;
constexpr unsigned NO_COLUMNS = ROW_ZERO | ROW_ZERO << 6 | ROW_ZERO << 12 | ROW_ZERO << 18 | ROW_ZERO << 24;
__device__ __forceinline__ constexpr unsigned columns(int a, int b = ROW_ZERO, int c = ROW_ZERO, int d = ROW_ZERO, int less = ROW_ZERO) {
  return unsigned(a) | unsigned(b) << 6 | unsigned(c) << 12 | unsigned(d) << 18 | unsigned(less) << 24;
}

__device__ __forceinline__ unsigned columnsOf(int measure) {
  switch (measure) {
    case MEASURE_VALID_MS: return columns(VALID_MS);
    case MEASURE_LIT_VOLUME: return columns(BUY_VOLUME, SELL_VOLUME, UNSIGNED_VOLUME);
    case MEASURE_TAPE_VOLUME: return columns(BUY_VOLUME, SELL_VOLUME, UNSIGNED_VOLUME, OFF_VOLUME);
    case MEASURE_OFF_MID: return columns(OFF_MID);
    case MEASURE_SPREAD_TIME: return columns(SPREAD_TIME);
    case MEASURE_SQUARE_SUM: return columns(MID2_SQUARE_SUM);
    case MEASURE_UPDATES: return columns(BOOK_UPDATES);
    case MEASURE_OWN_REFILLED: return columns(BID_REFILL, BID_HIDDEN);
    case MEASURE_OWN_REFILLED + 1: return columns(ASK_REFILL, ASK_HIDDEN);
    case MEASURE_OWN_SMALL: return columns(SMALL_BUY_VOLUME);
    case MEASURE_OWN_SMALL + 1: return columns(SMALL_SELL_VOLUME);
    case MEASURE_OWN_DEPTH: return columns(BID_DEPTH10);
    case MEASURE_OWN_DEPTH + 1: return columns(ASK_DEPTH10);
    case MEASURE_OWN_SWALLOWED: return columns(BID_REFILL, BID_HIDDEN, BID_EXECUTED_DEEP);
    case MEASURE_OWN_SWALLOWED + 1: return columns(ASK_REFILL, ASK_HIDDEN, ASK_EXECUTED_DEEP);
    case MEASURE_OWN_CANCELLED: return columns(BID_CANCELLED10);
    case MEASURE_OWN_CANCELLED + 1: return columns(ASK_CANCELLED10);
    case MEASURE_OWN_HIT: return columns(BID_HIT);
    case MEASURE_OWN_HIT + 1: return columns(ASK_HIT);
    case MEASURE_FLOW: return columns(BUY_VOLUME, ROW_ZERO, ROW_ZERO, ROW_ZERO, SELL_VOLUME);
    case MEASURE_ORDER_FLOW: return columns(OFI1);
    default: return NO_COLUMNS;
  }
}

__device__ __forceinline__ long long valueOf(const int* row, unsigned columns) {
  const auto at = [&](int shift) { return static_cast<long long>(row[columns >> shift & 63]); };
  return at(0) + at(6) + at(12) + at(18) - at(24);
}

__device__ __forceinline__ long long plus(long long prefix, long long value) {
  return static_cast<long long>(static_cast<unsigned long long>(prefix) + static_cast<unsigned long long>(value));
}

// Keeps the bucket of the newest ten rows; zeros if it is not valid.
__device__ __forceinline__ void addBucket(const WindowState& state, int rowMs, int lane) {
  const bool valid = enoughValid(state.window.fineSum(state.rows, MEASURE_VALID_MS, BUCKET), BUCKET, rowMs);
  if (lane < 4) {
    int value = 1;
    if (lane == 1 || lane == 2) {
      value = clampTo(state.window.fineSum(state.rows, lane == 1 ? MEASURE_FLOW : MEASURE_ORDER_FLOW, BUCKET), MAX_FLOW);
    } else if (lane == 3) {
      value = clampTo(changeOf(state.window.mid2Ago(state.rows, BUCKET), state.window.mid2Ago(state.rows, 0)), MAX_CHANGE);
    }
    state.window.bucket(state.rows - 1)[lane] = valid ? value : 0;
  }
}

// What a bucket adds to a measure of the coarse row alone.
__device__ __forceinline__ long long bucketSum(const int* bucket, int measure) {
  const long long y = bucket[3];
  const long long x = bucket[measure < MEASURE_ORDER_FLOW_SUMS ? 1 : 2];
  switch (measure) {
    case MEASURE_BUCKETS: return bucket[0];
    case MEASURE_YY: return y * y;
    case MEASURE_FLOW_SUMS: case MEASURE_ORDER_FLOW_SUMS: return x * x >> 32;
    case MEASURE_FLOW_SUMS + 1: case MEASURE_ORDER_FLOW_SUMS + 1: return x * x & 0xffffffffLL;
    case MEASURE_FLOW_SUMS + 2: case MEASURE_ORDER_FLOW_SUMS + 2: return x * y;
    default: return 0;
  }
}

__device__ __forceinline__ bool isClipped(const int* bucket) {
  return abs(bucket[1]) == MAX_FLOW || abs(bucket[2]) == MAX_FLOW || abs(bucket[3]) == MAX_CHANGE;
}

// Sums the newest ten rows into a coarse one; depths are the last, not the sum.
__device__ __forceinline__ void closeCoarse(const WindowState& state, const int* row, int lane) {
  const int at = static_cast<int>(state.rows / BUCKET % COARSE_ENTRIES);
  const long long* from = state.window.coarse(coarseBefore(at, 1));
  const int* bucket = state.window.bucket(state.rows - 1);
  if (lane < MEASURE_COARSE) {
    long long value;
    if (lane >= MEASURE_SHARED) {
      value = bucketSum(bucket, lane);
    } else if (lane == MEASURE_OWN_DEPTH || lane == MEASURE_OWN_DEPTH + 1) {
      value = row[lane == MEASURE_OWN_DEPTH ? BID_DEPTH10 : ASK_DEPTH10];
    } else {
      value = state.window.fineSum(state.rows, lane, BUCKET);
    }
    state.window.coarse(at)[lane] = plus(from[lane], value);
  }
  if (lane == 0 && isClipped(bucket)) state.window.head()->clippedBuckets++;
}

// row: in shared memory. measureColumns: columnsOf(lane). Ends with the warp's writes visible to the warp.
__device__ __forceinline__ void append(WindowState& state, const int* row, unsigned measureColumns, int rowMs, int lane) {
  if (row[ROW_FLAGS] & ROW_RESTART) {
    state.rows = 0;
    state.lot = 0;
    state.asOf = -1;
  }
  if (lane < MEASURE_FINE) {
    state.window.fine(state.rows + 1)[lane] = plus(state.window.fine(state.rows)[lane], valueOf(row, measureColumns));
  } else if (lane == MEASURE_FINE) {
    *state.window.mid2(state.rows) = row[MID2_CLOSE];
  }
  state.capabilities = row[CAPABILITIES];
  state.rows++;
  __syncwarp();
  if (state.rows >= BUCKET) {
    addBucket(state, rowMs, lane);
    __syncwarp();
    if (state.rows % BUCKET == 0) {
      state.lot = row[LOT];
      closeCoarse(state, row, lane);
      __syncwarp();
    }
  }
}
