// Layer: evaluation. What the five signals read of a window at its newest row. One warp works: a lane for each feature, and for each part of
// the buckets' sums.
#pragma once
#include "window_state.cuh"

// Parts of the newest 600 rows' buckets that are summed apart: ten buckets each, newest first.
constexpr int BUCKET_PARTS = 6;
constexpr int BUCKETS_PER_PART = HORIZON_LONG / BUCKET / BUCKET_PARTS;

// In shared memory.
struct Measured {
  float z[FEATURES]; // of log2 variance: the difference from its median
  long long part[BUCKET_PARTS][4];
};

// The same in every lane; distribution sees changes and flows negated.
struct Moment {
  long long rows;
  long long lot;
  long long rise;
  float bpPerSecond;
  bool mainValid;
  bool longValid;
  bool shortReady;
  bool mainReady;
  bool longReady;
  bool spreadKnown;
  int capabilities;
};

__device__ __forceinline__ Moment momentOf(const WindowState& state, int rowMs) {
  const Window& window = state.window;
  const WindowHead* head = window.head();
  const bool mainValid = window.valid(state.rows, HORIZON_MAIN, rowMs);
  const bool longValid = window.valid(state.rows, HORIZON_LONG, rowMs);
  const int fromMid2 = window.mid2Ago(state.rows, HORIZON_MAIN);
  const long long rise = changeOf(fromMid2, window.mid2Ago(state.rows, 0));
  return {state.rows,
          lotOf(state),
          rise,
          bpPerSecondOf(rise, fromMid2, static_cast<long long>(HORIZON_MAIN) * rowMs),
          mainValid,
          longValid,
          head->shortKnown && window.valid(state.rows, HORIZON_SHORT, rowMs) && mainValid,
          head->mainKnown && mainValid,
          head->longKnown && longValid,
          window.valid(state.rows, HORIZON_SPREAD_FAST, rowMs),
          state.capabilities};
}

// A feature's ratio over the newest rows of its horizon.
__device__ __forceinline__ Ratio ratioNow(const Window& window, const Moment& now, int feature) {
  const WindowHead* head = window.head();
  const long long* to = window.fine(now.rows);
  const long long* from = window.fine(now.rows - horizonOf(feature));
  const auto sum = [&](int measure) { return to[measure] - from[measure]; };
  const int side = feature & 1;
  switch (feature) {
    case FEATURE_OWN_REFILL: case FEATURE_OWN_REFILL + 1: return refillRatio(sum(MEASURE_OWN_REFILLED + side), sum(MEASURE_OWN_REFILLED + 1 - side), now.lot);
    case FEATURE_OWN_SMALL: case FEATURE_OWN_SMALL + 1: return smallRatio(sum(MEASURE_OWN_SMALL + side), sum(MEASURE_LIT_VOLUME), now.lot);
    case FEATURE_OWN_DEPTH: case FEATURE_OWN_DEPTH + 1: return depthRatio(sum(MEASURE_OWN_DEPTH + side), HORIZON_MAIN, now.lot);
    case FEATURE_OWN_SWALLOWED: case FEATURE_OWN_SWALLOWED + 1: return swallowedRatio(sum(MEASURE_OWN_SWALLOWED + side), sum(MEASURE_OWN_CANCELLED + side), now.lot);
    case FEATURE_OFF_EXCHANGE: return offExchangeRatio(sum(MEASURE_OFF_MID), sum(MEASURE_TAPE_VOLUME), now.lot, head->base);
    case FEATURE_OFF_EXCHANGE_LONG: return offExchangeRatio(sum(MEASURE_OFF_MID), sum(MEASURE_TAPE_VOLUME), now.lot, head->baseLong);
    case FEATURE_SPREAD: return spreadRatioToTick(sum(MEASURE_SPREAD_TIME), sum(MEASURE_VALID_MS));
    case FEATURE_VARIANCE: return sumRatio(sum(MEASURE_SQUARE_SUM), 1);
    case FEATURE_VOLUME: return sumRatio(sum(MEASURE_LIT_VOLUME), now.lot);
    default: return sumRatio(sum(MEASURE_UPDATES), 1);
  }
}

// Fills `measured`; ends with it visible to the warp. What belongs to a horizon that is not ready is left as it is: no signal reads it.
__device__ __forceinline__ void measure(const Window& window, const Moment& now, int lane, Measured& measured) {
  if (lane < FEATURES) {
    const int horizon = horizonOf(lane);
    if (horizon == HORIZON_MAIN ? now.mainReady : horizon == HORIZON_LONG ? now.longReady : now.shortReady) {
      const WindowHead* head = window.head();
      const float x = featureOf(ratioNow(window, now, lane));
      const float median = head->median[lane];
      measured.z[lane] = lane == FEATURE_VARIANCE ? __fsub_rn(x, median) : zOf(x, median, head->scale[lane]);
    }
  }
  if (lane < BUCKET_PARTS * 4 && now.rows >= HORIZON_MAIN) {
    long long sum = 0;
#pragma unroll
    for (int k = 0; k < BUCKETS_PER_PART; k++) {
      sum += window.bucket(now.rows - 1 - ((lane >> 2) * BUCKETS_PER_PART + k) * BUCKET)[lane & 3];
    }
    measured.part[lane >> 2][lane & 3] = sum;
  }
  __syncwarp();
}

// Impact residual as accumulation sees it; NaN: unavailable.
__device__ __forceinline__ float residualNow(const Impact& impact, const Moment& now, const Measured& measured, int which) {
  const bool isLong = which == IMPACT_FLOW_LONG;
  if (!impact.known || !(isLong ? now.longValid : now.mainValid)) return unavailable();
  const int flow = which == IMPACT_ORDER_FLOW ? 2 : 1;
  const int parts = (isLong ? HORIZON_LONG : HORIZON_MAIN) / BUCKET / BUCKETS_PER_PART;
  long long count = 0;
  long long x = 0;
  long long y = 0;
#pragma unroll 1
  for (int part = 0; part < parts; part++) {
    count += measured.part[part][0];
    x += measured.part[part][flow];
    y += measured.part[part][3];
  }
  return residualOf(y, x, impact.beta, impact.sigma, static_cast<int>(count));
}

__device__ __forceinline__ float seenBy(int side, float change) { return side == 0 ? change : -change; }
