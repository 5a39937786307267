// Layer: arithmetic. The float32 expressions of SignalFormulas.java, each in the same order of correctly rounded operations, never fused.
#pragma once
#include "log2.cuh"

constexpr float EPSILON = 1e-3f;
constexpr float MAX_Z = 16.0f;
constexpr float MAX_RESIDUAL = 8.0f;
constexpr float LEAST_SHARE = 1.0f / 1024.0f;
constexpr float LEAST_VARIANCE_SHARE = 1.0f / 1024.0f;
constexpr float PRIOR_WINDOWS = 6.0f;
constexpr long long DOUBTED_TRADES = 20;
constexpr float PRIOR = -3.0f;

// int64 to the nearest float32.
__device__ __forceinline__ float rounded(long long v) { return static_cast<float>(v); }

__device__ __forceinline__ float unavailable() { return __int_as_float(0x7fc00000); }

__device__ __forceinline__ float clip(float v, float least, float most) { return v > least ? (v < most ? v : most) : least; }

// 0 at low and below, 1 at high and above, straight between.
__device__ __forceinline__ float rho(float x, float low, float high) {
  return clip(__fdiv_rn(__fsub_rn(x, low), __fsub_rn(high, low)), 0.0f, 1.0f);
}

// candidates, horizon: in coarse rows.
__device__ __forceinline__ float scaleOf(float mad, float least, int candidates, int horizon) {
  const float deviation = __fmul_rn(1.4826f, mad);
  const float seen = deviation > least ? deviation : least;
  const float prior = __fdiv_rn(__fmul_rn(__fmul_rn(PRIOR_WINDOWS, __fmul_rn(least, least)), static_cast<float>(horizon)), static_cast<float>(candidates + horizon));
  return __fadd_rn(__fsqrt_rn(__fadd_rn(__fmul_rn(seen, seen), prior)), EPSILON);
}

__device__ __forceinline__ float zOf(float x, float median, float scale) { return clip(__fdiv_rn(__fsub_rn(x, median), scale), -MAX_Z, MAX_Z); }

__device__ __forceinline__ long long partOf(long long part, long long n) { return part < 0 ? 0 : part > n ? n : part; }

// The usual share, from the whole baseline.
__device__ __forceinline__ float usualShareOf(long long part, long long whole) {
  const long long n = whole > 0 ? whole : 0;
  return clip(__fdiv_rn(rounded(partOf(part, n) + 1), rounded(n + 4)), LEAST_SHARE, 1.0f - LEAST_SHARE);
}

// How far the part is from its usual share of the whole, in deviations of a count.
__device__ __forceinline__ float shareOf(long long part, long long whole, float usual) {
  const long long n = whole > 0 ? whole : 0;
  const float variance = __fmul_rn(__fmul_rn(usual, __fsub_rn(1.0f, usual)), rounded(n + 2));
  return __fdiv_rn(__fsub_rn(rounded(partOf(part, n)), __fmul_rn(usual, rounded(n))), __fsqrt_rn(variance));
}

__device__ __forceinline__ float logRatioOf(long long above, long long below) { return log2Of(__fdiv_rn(rounded(above), rounded(below))); }

// A ratio that has a sign; 0 of nothing.
__device__ __forceinline__ float balanceOf(long long above, long long below) {
  return below > 0 ? clip(__fdiv_rn(rounded(above), rounded(below)), -1.0f, 1.0f) : 0.0f;
}

// y: sum of changes of mid2; yy: sum of their squares.
__device__ __forceinline__ float trendOf(long long y, long long yy) { return __fdiv_rn(rounded(y), __fsqrt_rn(rounded(yy + 1))); }

// Impact of a unit of flow; the sum of its squares comes as those of the squares' upper bits and of their lower 32 bits.
__device__ __forceinline__ float betaOf(long long squaresHigh, long long squaresLow, long long xy) {
  const float xx = __fadd_rn(__fmul_rn(rounded(squaresHigh), 4294967296.0f), rounded(squaresLow));
  return xx > 0.0f ? __fdiv_rn(rounded(xy), xx) : 0.0f;
}

__device__ __forceinline__ float sigmaOf(long long yy, long long xy, float beta, int buckets) {
  const float whole = rounded(yy);
  const float rest = __fsub_rn(whole, __fmul_rn(beta, rounded(xy)));
  const float least = __fmul_rn(whole, LEAST_VARIANCE_SHARE);
  return __fsqrt_rn(__fdiv_rn(rest > least ? rest : least, static_cast<float>(buckets)));
}

// y: the window's changes of mid2; x: its flow; buckets: how many of its buckets are valid, at least one if the window is.
__device__ __forceinline__ float residualOf(long long y, long long x, float beta, float sigma, int buckets) {
  const float unexplained = __fsub_rn(rounded(y), __fmul_rn(beta, rounded(x)));
  const float scale = __fmul_rn(__fadd_rn(sigma, EPSILON), __fsqrt_rn(static_cast<float>(buckets)));
  return clip(__fdiv_rn(unexplained, scale), -MAX_RESIDUAL, MAX_RESIDUAL);
}

// The evidence as far as so many trades can carry it, and else the prior.
__device__ __forceinline__ float trusted(float evidence, long long trades) {
  const long long n = trades > 0 ? trades : 0;
  const float trust = __fsqrt_rn(__fdiv_rn(rounded(n), rounded(n + DOUBTED_TRADES)));
  return __fadd_rn(PRIOR, __fmul_rn(__fsub_rn(evidence, PRIOR), trust));
}
