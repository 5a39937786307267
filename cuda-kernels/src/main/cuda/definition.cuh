// Layer: arithmetic. The numbers of the signals' definition and where a baseline has its points, as in SignalDefinition.java.
#pragma once

constexpr int COARSE_ROWS = 2048;
constexpr int BUCKET = 10;
constexpr int MAIN = 300;
constexpr int BASELINE_EVERY = 6;
constexpr int MIN_POINTS = 30;
constexpr int MAX_POINTS = 256;
constexpr int MIN_GAP = 600;
constexpr int TRUST_ROWS = 600;
constexpr int MAX_FLOW = 1 << 27;
constexpr int MAX_CHANGE = 1 << 20;

__device__ __forceinline__ int ceilDiv(int a, int b) { return (a + b - 1) / b; }

// Coarse rows between the newest one and the newest that the baseline of a horizon may contain.
__device__ __forceinline__ constexpr int coarseGap(int horizon) { return (2 * horizon > MIN_GAP ? 2 * horizon : MIN_GAP) / BUCKET; }

// Index of that one, 0 being the oldest of those held.
__device__ __forceinline__ int lastPoint(int held, int horizon) { return held - 1 - coarseGap(horizon); }

// Coarse rows that have a whole horizon up to them.
__device__ __forceinline__ int candidates(int held, int horizon) { return max(0, lastPoint(held, horizon) - horizon / BUCKET + 2); }

__device__ __forceinline__ int strideOf(int candidates, int horizon) { return max(ceilDiv(horizon / BUCKET, 16), ceilDiv(candidates, MAX_POINTS)); }

// Of a bucket half of its time is enough, of a horizon nine tenths.
__device__ __forceinline__ bool enoughValid(long long validMs, int rows, int rowMs) { return 10 * validMs >= (rows > BUCKET ? 9LL : 5LL) * rows * rowMs; }

// Change of mid2; 0 where one of them is not known (0).
__device__ __forceinline__ long long changeOf(int fromMid2, int toMid2) {
  return fromMid2 == 0 || toMid2 == 0 ? 0 : static_cast<long long>(toMid2) - fromMid2;
}

__device__ __forceinline__ int clampTo(long long value, int bound) {
  return static_cast<int>(value < -bound ? -bound : value > bound ? bound : value);
}
