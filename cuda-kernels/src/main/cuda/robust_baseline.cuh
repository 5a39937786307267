// Layer: baseline. What an instrument's coarse rows say is usual: medians and median absolute deviations of the features at the baseline's
// points, and the impact of flow. A whole block works: a thread for each point, then a warp for each feature.
//
// Deterministic: sums are integers, a feature is computed by one thread, a selection gives an element whatever the order, and each field
// of the head has one writer.
#pragma once
#include "selection.cuh"
#include "tuning_evaluate_batch.cuh"
#include "window_state.cuh"

// The window whose baseline is wanted, in shared memory.
struct BaselineRequest {
  Window window;
  long long coarseRows;
  long long lot;
  int held;   // coarse rows in the ring
  int newest; // place of the newest entry in the ring
};

__device__ __forceinline__ BaselineRequest requestFor(const WindowState& state) {
  const long long coarseRows = state.rows / BUCKET;
  return {state.window, coarseRows, lotOf(state), static_cast<int>(coarseRows < COARSE_ROWS ? coarseRows : COARSE_ROWS),
          static_cast<int>(coarseRows % COARSE_ENTRIES)};
}

typedef float PointValues[FEATURES][MAX_POINTS];

__device__ __forceinline__ const long long* oldestEntry(const BaselineRequest& request) {
  return request.window.coarse(coarseBefore(request.newest, request.held));
}

// Entry behind the newest coarse row of a horizon's baseline.
__device__ __forceinline__ const long long* lastEntry(const BaselineRequest& request, int horizon) {
  return request.window.coarse(coarseBefore(request.newest, coarseGap(horizon)));
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
  const int at = coarseBefore(request.newest, coarseGap(horizon) + back);
  const long long* to = request.window.coarse(at);
  const long long* from = request.window.coarse(coarseBefore(at, horizon / BUCKET));
  return {enoughValid(to[MEASURE_VALID_MS] - from[MEASURE_VALID_MS], horizon, rowMs), from, to};
}

__device__ __forceinline__ void leaveOut(PointValues& values, int firstFeature, int lastFeature, int p) {
  for (int f = firstFeature; f <= lastFeature; f++) values[f][p] = NO_VALUE;
}

__device__ __forceinline__ void gatherShort(const BaselineRequest& request, int p, int rowMs, PointValues& values) {
  const Point point = pointOf(request, HORIZON_SHORT, p, rowMs);
  if (!point.valid) {
    leaveOut(values, FEATURE_SPREAD, FEATURE_UPDATES, p);
    return;
  }
  const longlong2 validLit = sumsBetween(point.from, point.to, MEASURE_VALID_MS);
  const longlong2 spreadSquare = sumsBetween(point.from, point.to, MEASURE_SPREAD_TIME);
  const long long updates = point.to[MEASURE_UPDATES] - point.from[MEASURE_UPDATES];
  values[FEATURE_SPREAD][p] = featureOf(spreadRatioToTick(spreadSquare.x, validLit.x));
  values[FEATURE_VARIANCE][p] = featureOf(sumRatio(spreadSquare.y, 1));
  values[FEATURE_VOLUME][p] = featureOf(sumRatio(validLit.y, request.lot));
  values[FEATURE_UPDATES][p] = featureOf(sumRatio(updates, 1));
}

__device__ __forceinline__ void gatherMain(const BaselineRequest& request, int p, int rowMs, float base, PointValues& values) {
  const Point point = pointOf(request, HORIZON_MAIN, p, rowMs);
  if (!point.valid) {
    leaveOut(values, FEATURE_OWN_REFILL, FEATURE_OFF_EXCHANGE, p);
    return;
  }
  const long long lot = request.lot;
  const longlong2 validLit = sumsBetween(point.from, point.to, MEASURE_VALID_MS);
  const longlong2 tapeOff = sumsBetween(point.from, point.to, MEASURE_TAPE_VOLUME);
  const longlong2 refilled = sumsBetween(point.from, point.to, MEASURE_OWN_REFILLED);
  const longlong2 small = sumsBetween(point.from, point.to, MEASURE_OWN_SMALL);
  const longlong2 depth = sumsBetween(point.from, point.to, MEASURE_OWN_DEPTH);
  const longlong2 swallowed = sumsBetween(point.from, point.to, MEASURE_OWN_SWALLOWED);
  const longlong2 cancelled = sumsBetween(point.from, point.to, MEASURE_OWN_CANCELLED);
  values[FEATURE_OWN_REFILL][p] = featureOf(refillRatio(refilled.x, refilled.y, lot));
  values[FEATURE_OWN_REFILL + 1][p] = featureOf(refillRatio(refilled.y, refilled.x, lot));
  values[FEATURE_OWN_SMALL][p] = featureOf(smallRatio(small.x, validLit.y, lot));
  values[FEATURE_OWN_SMALL + 1][p] = featureOf(smallRatio(small.y, validLit.y, lot));
  values[FEATURE_OWN_DEPTH][p] = featureOf(depthRatio(depth.x, HORIZON_MAIN / BUCKET, lot));
  values[FEATURE_OWN_DEPTH + 1][p] = featureOf(depthRatio(depth.y, HORIZON_MAIN / BUCKET, lot));
  values[FEATURE_OWN_SWALLOWED][p] = featureOf(swallowedRatio(swallowed.x, cancelled.x, lot));
  values[FEATURE_OWN_SWALLOWED + 1][p] = featureOf(swallowedRatio(swallowed.y, cancelled.y, lot));
  values[FEATURE_OFF_EXCHANGE][p] = featureOf(offExchangeRatio(tapeOff.y, tapeOff.x, lot, base));
}

__device__ __forceinline__ void gatherLong(const BaselineRequest& request, int p, int rowMs, float base, PointValues& values) {
  const Point point = pointOf(request, HORIZON_LONG, p, rowMs);
  if (!point.valid) {
    leaveOut(values, FEATURE_OFF_EXCHANGE_LONG, FEATURE_OFF_EXCHANGE_LONG, p);
    return;
  }
  const longlong2 tapeOff = sumsBetween(point.from, point.to, MEASURE_TAPE_VOLUME);
  values[FEATURE_OFF_EXCHANGE_LONG][p] = featureOf(offExchangeRatio(tapeOff.y, tapeOff.x, request.lot, base));
}

// Usual share of midpoint prints over the rows of a horizon's baseline; 0 where it has no point.
__device__ __forceinline__ float baseOf(const BaselineRequest& request, int horizon) {
  if (candidates(request.held, horizon) == 0) return 0.0f;
  const longlong2 tapeOff = sumsBetween(oldestEntry(request), lastEntry(request, horizon), MEASURE_TAPE_VOLUME);
  return offExchangeBase(tapeOff.y, tapeOff.x);
}

// Mean spread in ticks over the rows of the short baseline; 0 where it has no point.
__device__ __forceinline__ float slowSpreadOf(const BaselineRequest& request) {
  if (candidates(request.held, HORIZON_SHORT) == 0) return 0.0f;
  const long long* from = oldestEntry(request);
  const long long* to = lastEntry(request, HORIZON_SHORT);
  return spreadOf(to[MEASURE_SPREAD_TIME] - from[MEASURE_SPREAD_TIME], to[MEASURE_VALID_MS] - from[MEASURE_VALID_MS]);
}

__device__ __forceinline__ Impact impactOf(const BaselineRequest& request, int which) {
  const int horizon = which == IMPACT_FLOW_LONG ? HORIZON_LONG : HORIZON_MAIN;
  const int sums = which == IMPACT_ORDER_FLOW ? MEASURE_ORDER_FLOW_SUMS : MEASURE_FLOW_SUMS;
  if (lastPoint(request.held, horizon) < MIN_POINTS) return {0, 0.0f, 0.0f};
  const long long* from = request.window.coarse(coarseBefore(request.newest, request.held - 1));
  const long long* to = lastEntry(request, horizon);
  const int buckets = static_cast<int>(to[MEASURE_BUCKETS] - from[MEASURE_BUCKETS]);
  if (buckets < MIN_POINTS) return {0, 0.0f, 0.0f};
  const long long xy = to[sums + 2] - from[sums + 2];
  const float beta = betaOf(to[sums] - from[sums], to[sums + 1] - from[sums + 1], xy);
  return {1, beta, sigmaOf(to[MEASURE_YY] - from[MEASURE_YY], xy, beta, buckets)};
}

// Median and scale of a feature; whether it has enough points. A warp works.
__device__ __forceinline__ bool describe(const PointValues& values, int feature, int lane, WindowHead* head) {
  float x[VALUES_PER_LANE];
#pragma unroll
  for (int j = 0; j < VALUES_PER_LANE; j++) x[j] = values[feature][j * 32 + lane];
  const int n = countValues(x);
  if (n < MIN_POINTS) return false;
  const float median = lowerMedian(x, n);
  float scale = 0.0f;
  if (feature != FEATURE_VARIANCE) { // its median alone is used
#pragma unroll
    for (int j = 0; j < VALUES_PER_LANE; j++) x[j] = fabsf(__fsub_rn(x[j], median));
    const bool steady = feature == FEATURE_OWN_DEPTH || feature == FEATURE_OWN_DEPTH + 1 || feature == FEATURE_SPREAD;
    scale = scaleOf(lowerMedian(x, n), steady ? STEADY_FLOOR : LOG_FLOOR);
  }
  if (lane == 0) {
    head->median[feature] = median;
    head->scale[feature] = scale;
  }
  return true;
}

// Brings the head up to the newest coarse row. Every thread of the block calls it; ends with a barrier.
__device__ __forceinline__ void refreshBaseline(const BaselineRequest& request, int rowMs, PointValues& values) {
  const int warp = static_cast<int>(threadIdx.x) >> 5;
  const int lane = static_cast<int>(threadIdx.x) & 31;
  WindowHead* head = request.window.head();
  const float base = baseOf(request, HORIZON_MAIN);
  const float baseLong = baseOf(request, HORIZON_LONG);
#pragma unroll 1
  for (int p = static_cast<int>(threadIdx.x); p < MAX_POINTS; p += THREADS) {
    gatherMain(request, p, rowMs, base, values);
    gatherShort(request, p, rowMs, values);
    gatherLong(request, p, rowMs, baseLong, values);
  }
  __syncthreads();
#pragma unroll 1
  for (int feature = warp; feature < FEATURES; feature += WARPS) {
    const bool known = describe(values, feature, lane, head);
    if (lane == 0) {
      if (feature == FEATURE_OWN_REFILL) head->mainKnown = known;
      if (feature == FEATURE_OFF_EXCHANGE_LONG) head->longKnown = known;
      if (feature == FEATURE_SPREAD) head->shortKnown = known;
    }
  }
  if (warp == WARPS - 1) { // has the fewest features
    if (lane < IMPACTS) head->impact[lane] = impactOf(request, lane);
    if (lane == IMPACTS) {
      head->base = base;
      head->baseLong = baseLong;
      head->slowSpread = slowSpreadOf(request);
      head->asOf = request.coarseRows;
    }
  }
  __syncthreads();
}
