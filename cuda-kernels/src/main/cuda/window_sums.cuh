// Layer: window. Where the entries of a window stand, and sums over stretches of rows as differences of two entries.
#pragma once
#include <stddef.h>
#include "definition.cuh"
#include "formulas.cuh"
#include "signal_table.cuh"
#include "window_layout.h"

static_assert(WINDOW_COARSE == WINDOW_FINE + FINE_ENTRIES * ENTRY * 8 && WINDOW_MID2 == WINDOW_COARSE + COARSE_ENTRIES * ENTRY * 8
  && WINDOW_HEAD == WINDOW_MID2 + FINE_ENTRIES * 4, "the arrays follow each other");
static_assert(WINDOW_COARSE % 16 == 0 && WINDOW_HEAD % 8 == 0 && WINDOW_BYTES % 256 == 0, "int64 are aligned");
static_assert(MEASURES <= 64, "a lane for two measures");

// What the coarse rows say is usual of a feature.
struct Usual {
  float usual;  // share of a share, impact of a unit of flow
  float median;
  float scale;  // 0: not known
};

struct WindowHead {
  long long rows;
  int capabilities;
  int lot;
  long long clippedBuckets;
  long long asOf;
  Usual usual[FEATURES];
  int known;
};
static_assert(offsetof(WindowHead, rows) == HEAD_ROWS && offsetof(WindowHead, capabilities) == HEAD_CAPABILITIES && offsetof(WindowHead, lot) == HEAD_LOT
  && offsetof(WindowHead, clippedBuckets) == HEAD_CLIPPED && offsetof(WindowHead, asOf) == HEAD_AS_OF && offsetof(WindowHead, usual) == HEAD_BASELINE, "the header says where the head's fields stand");
static_assert(sizeof(WindowHead) <= WINDOW_BYTES - WINDOW_HEAD, "the head fits");

// The arrays of one slot's window.
struct Window {
  char* bytes;

  __device__ __forceinline__ WindowHead* head() const { return reinterpret_cast<WindowHead*>(bytes + WINDOW_HEAD); }

  // Entry with the sums of the first `count` fine rows.
  __device__ __forceinline__ long long* fine(long long count) const {
    return reinterpret_cast<long long*>(bytes + WINDOW_FINE) + (static_cast<int>(count) & (FINE_ENTRIES - 1)) * ENTRY;
  }

  // Entry of the coarse ring, `at` from 0 to COARSE_ENTRIES - 1.
  __device__ __forceinline__ long long* coarse(int at) const { return reinterpret_cast<long long*>(bytes + WINDOW_COARSE) + at * ENTRY; }

  // Place of mid2 at the close of the row after the first `count`.
  __device__ __forceinline__ int* mid2(long long count) const {
    return reinterpret_cast<int*>(bytes + WINDOW_MID2) + (static_cast<int>(count) & (FINE_ENTRIES - 1));
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
