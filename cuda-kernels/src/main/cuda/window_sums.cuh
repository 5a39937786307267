// Layer: window. Where the entries of a window stand, and sums over stretches of rows as differences of two entries.
#pragma once
#include <stddef.h>
#include "definition.cuh"
#include "formulas.cuh"
#include "window_layout.h"

static_assert(WINDOW_COARSE == WINDOW_FINE + FINE_ENTRIES * MEASURE_FINE * 8 && WINDOW_MID2 == WINDOW_COARSE + COARSE_ENTRIES * MEASURE_COARSE * 8
  && WINDOW_BUCKETS == WINDOW_MID2 + FINE_ENTRIES * 4 && WINDOW_HEAD == WINDOW_BUCKETS + FINE_ENTRIES * 16, "the arrays follow each other");
static_assert(MEASURE_FINE % 2 == 0 && MEASURE_COARSE % 2 == 0 && WINDOW_COARSE % 16 == 0 && WINDOW_HEAD % 8 == 0 && WINDOW_BYTES % 256 == 0, "pairs are read at once");

// Features, in the order of CpuFeature; of a pair accumulation's stands first.
enum {
  FEATURE_OWN_REFILL = 0,
  FEATURE_OWN_SMALL = 2,
  FEATURE_OWN_DEPTH = 4,
  FEATURE_OWN_SWALLOWED = 6,
  FEATURE_OFF_EXCHANGE = 8,
  FEATURE_OFF_EXCHANGE_LONG = 9,
  FEATURE_SPREAD = 10,
  FEATURE_VARIANCE = 11,
  FEATURE_VOLUME = 12,
  FEATURE_UPDATES = 13,
  FEATURES = 14
};

// The three impact residuals.
enum { IMPACT_FLOW = 0, IMPACT_FLOW_LONG = 1, IMPACT_ORDER_FLOW = 2, IMPACTS = 3 };

struct Impact { int known; float beta; float sigma; };

struct WindowHead {
  long long rows;
  int capabilities;
  int lot;
  long long clippedBuckets;
  long long asOf;
  float median[FEATURES];
  float scale[FEATURES];
  Impact impact[IMPACTS];
  int shortKnown;
  int mainKnown;
  int longKnown;
  float base;
  float baseLong;
  float slowSpread;
};
static_assert(offsetof(WindowHead, rows) == HEAD_ROWS && offsetof(WindowHead, capabilities) == HEAD_CAPABILITIES && offsetof(WindowHead, lot) == HEAD_LOT
  && offsetof(WindowHead, clippedBuckets) == HEAD_CLIPPED && offsetof(WindowHead, asOf) == HEAD_AS_OF && offsetof(WindowHead, median) == HEAD_BASELINE, "the header says where the head's fields stand");
static_assert(sizeof(WindowHead) <= WINDOW_BYTES - WINDOW_HEAD, "the head fits");

// The arrays of one slot's window.
struct Window {
  char* bytes;

  __device__ __forceinline__ WindowHead* head() const { return reinterpret_cast<WindowHead*>(bytes + WINDOW_HEAD); }

  // Entry with the sums of the first `count` fine rows.
  __device__ __forceinline__ long long* fine(long long count) const {
    return reinterpret_cast<long long*>(bytes + WINDOW_FINE) + (static_cast<int>(count) & (FINE_ENTRIES - 1)) * MEASURE_FINE;
  }

  // Entry of the coarse ring, `at` from 0 to COARSE_ENTRIES - 1.
  __device__ __forceinline__ long long* coarse(int at) const { return reinterpret_cast<long long*>(bytes + WINDOW_COARSE) + at * MEASURE_COARSE; }

  // Place of mid2 at the close of the row after the first `count`.
  __device__ __forceinline__ int* mid2(long long count) const {
    return reinterpret_cast<int*>(bytes + WINDOW_MID2) + (static_cast<int>(count) & (FINE_ENTRIES - 1));
  }

  // The bucket whose last row is the one after the first `count`: valid (0 or 1), flow, order flow, change of mid2.
  __device__ __forceinline__ int* bucket(long long count) const {
    return reinterpret_cast<int*>(bytes + WINDOW_BUCKETS) + (static_cast<int>(count) & (FINE_ENTRIES - 1)) * 4;
  }

  // Sum over the newest `count` of `rows` fine rows.
  __device__ __forceinline__ long long fineSum(long long rows, int measure, int count) const { return fine(rows)[measure] - fine(rows - count)[measure]; }

  __device__ __forceinline__ bool valid(long long rows, int horizon, int rowMs) const {
    return rows >= horizon && enoughValid(fineSum(rows, MEASURE_VALID_MS, horizon), horizon, rowMs);
  }

  // mid2 at the close of the row `ago` before the newest; 0 if there is none.
  __device__ __forceinline__ int mid2Ago(long long rows, int ago) const { return rows > ago ? *mid2(rows - 1 - ago) : 0; }
};

__device__ __forceinline__ Window windowOf(void* windows, int slot) {
  return {static_cast<char*>(windows) + static_cast<size_t>(slot) * WINDOW_BYTES};
}

// Place in the coarse ring, `back` (up to COARSE_ENTRIES) entries before `at`.
__device__ __forceinline__ int coarseBefore(int at, int back) {
  const int before = at - back;
  return before < 0 ? before + COARSE_ENTRIES : before;
}

__device__ __forceinline__ int horizonOf(int feature) {
  return feature < FEATURE_OFF_EXCHANGE_LONG ? HORIZON_MAIN : feature == FEATURE_OFF_EXCHANGE_LONG ? HORIZON_LONG : HORIZON_SHORT;
}

// Two neighbouring sums between entries.
__device__ __forceinline__ longlong2 sumsBetween(const long long* from, const long long* to, int evenMeasure) {
  const longlong2 a = *reinterpret_cast<const longlong2*>(from + evenMeasure);
  const longlong2 b = *reinterpret_cast<const longlong2*>(to + evenMeasure);
  return make_longlong2(b.x - a.x, b.y - a.y);
}
