// Layer: baseline. What an instrument's coarse rows say is usual: for each feature the median and the median absolute deviation at the
// baseline's points, or the impact of flow. A whole block works: a warp for each feature, eight points in each lane.
//
// Deterministic: sums are integers, a value is computed by one thread, a selection gives an element whatever the order, and each field
// of the head has one writer.
#pragma once
#include "selection.cuh"
#include "tuning_evaluate_batch.cuh"
#include "window_state.cuh"

static_assert(MAX_POINTS == 32 * VALUES_PER_LANE, "a lane's value for each point");

// The window whose baseline is wanted, in shared memory.
struct BaselineRequest {
  Window window;
  long long asOf; // coarse rows
  long long lot;
  int held;   // of them, those that a whole window has
  int newest; // place in the ring of the entry behind the newest of them
};

__device__ __forceinline__ BaselineRequest requestFor(const WindowState& state) {
  const long long asOf = baselineRows(state);
  return {state.window, asOf, lotOf(state), static_cast<int>(asOf < COARSE_ROWS ? asOf : COARSE_ROWS), static_cast<int>(asOf % COARSE_ENTRIES)};
}

// Entry before the coarse row of this index, 0 being the oldest of those held.
__device__ __forceinline__ const long long* entryBefore(const BaselineRequest& request, int index) {
  return request.window.coarse(coarseBefore(request.newest, request.held - index));
}

// Entry behind the newest coarse row of a horizon's baseline; where it has none, that before the oldest.
__device__ __forceinline__ const long long* lastEntry(const BaselineRequest& request, int horizon) {
  return entryBefore(request, max(0, lastPoint(request.held, horizon) + 1));
}

struct Point {
  bool valid;
  const long long* from;
  const long long* to;
};

// Point p of a horizon, counted from the newest backwards.
__device__ __forceinline__ Point pointOf(const BaselineRequest& request, int horizon, int p, int rowMs) {
  const int count = candidates(request.held, horizon);
  const int back = p * strideOf(count, horizon);
  if (back >= count) return {false, nullptr, nullptr};
  const int index = lastPoint(request.held, horizon) + 1 - back;
  const long long* to = entryBefore(request, index);
  const long long* from = entryBefore(request, index - horizon / BUCKET);
  return {enoughValid(to[MEASURE_VALID_MS] - from[MEASURE_VALID_MS], horizon, rowMs), from, to};
}

// Number of valid points. A warp works.
__device__ __forceinline__ int countPoints(const BaselineRequest& request, int horizon, int rowMs, int lane) {
  unsigned valid = 0;
  for (int j = 0; j < VALUES_PER_LANE; j++) valid += pointOf(request, horizon, j * 32 + lane, rowMs).valid ? 1 : 0;
  return static_cast<int>(warpSum(valid));
}

// Of a share or a ratio. A warp works.
__device__ __forceinline__ Usual describe(const BaselineRequest& request, const FeatureEntry& feature, int rowMs, int lane) {
  const bool isShare = feature.form == FORM_SHARE;
  float usual = 0.0f;
  if (isShare) {
    const long long* from = entryBefore(request, 0);
    const long long* to = lastEntry(request, feature.rows);
    usual = usualShareOf(to[feature.above] - from[feature.above], to[feature.below] - from[feature.below]);
  }
  const long long plusAbove = feature.lotsAbove * request.lot + feature.onesAbove;
  const long long plusBelow = feature.lotsBelow * request.lot + feature.onesBelow;
  float x[VALUES_PER_LANE] = {};
#pragma unroll 1
  for (int j = 0; j < VALUES_PER_LANE; j++) {
    const Point point = pointOf(request, feature.rows, j * 32 + lane, rowMs);
    float value = NO_VALUE;
    if (point.valid) {
      const long long above = point.to[feature.above] - point.from[feature.above];
      const long long below = point.to[feature.below] - point.from[feature.below];
      value = isShare ? shareOf(above, below, usual) : logRatioOf(above + plusAbove, below + plusBelow);
    }
#pragma unroll
    for (int k = 0; k < VALUES_PER_LANE; k++) x[k] = k == j ? value : x[k]; // stays in registers
  }
  const int n = countValues(x);
  if (n < MIN_POINTS) return {usual, 0.0f, 0.0f};
  const float median = lowerMedian(x, n);
#pragma unroll
  for (int j = 0; j < VALUES_PER_LANE; j++) x[j] = fabsf(__fsub_rn(x[j], median));
  return {usual, median, scaleOf(lowerMedian(x, n), feature.least, candidates(request.held, feature.rows), feature.rows / BUCKET)};
}

__device__ __forceinline__ Usual impactOf(const BaselineRequest& request, int horizon) {
  if (lastPoint(request.held, horizon) < MIN_POINTS) return {0.0f, 0.0f, 0.0f};
  const long long* from = entryBefore(request, 1);
  const long long* to = lastEntry(request, horizon);
  const int buckets = static_cast<int>(to[MEASURE_BUCKETS] - from[MEASURE_BUCKETS]);
  if (buckets < MIN_POINTS) return {0.0f, 0.0f, 0.0f};
  const long long xy = to[MEASURE_XY] - from[MEASURE_XY];
  const float beta = betaOf(to[MEASURE_XX_HIGH] - from[MEASURE_XX_HIGH], to[MEASURE_XX_LOW] - from[MEASURE_XX_LOW], xy);
  return {beta, 0.0f, sigmaOf(to[MEASURE_YY] - from[MEASURE_YY], xy, beta, buckets)};
}

__device__ __forceinline__ Usual usualOf(const BaselineRequest& request, const FeatureEntry& feature, int rowMs, int lane) {
  switch (feature.form) {
    case FORM_SHARE: case FORM_LOG: return describe(request, feature, rowMs, lane);
    case FORM_IMPACT: return impactOf(request, feature.rows);
    default: return {0.0f, 0.0f, 1.0f};
  }
}

// Brings the head up to date. Every thread of the block calls it; ends with a barrier.
__device__ __forceinline__ void refreshBaseline(const BaselineRequest& request, int rowMs) {
  const int warp = static_cast<int>(threadIdx.x) >> 5;
  const int lane = static_cast<int>(threadIdx.x) & 31;
  WindowHead* head = request.window.head();
#pragma unroll 1
  for (int f = warp; f < FEATURES; f += WARPS) {
    const Usual usual = usualOf(request, FEATURE[f], rowMs, lane);
    if (lane == 0) head->usual[f] = usual;
  }
  if (warp == WARPS - 1) {
    const bool known = countPoints(request, MAIN, rowMs, lane) >= MIN_POINTS;
    if (lane == 0) {
      head->known = known;
      head->asOf = request.asOf;
    }
  }
  __syncthreads();
}
