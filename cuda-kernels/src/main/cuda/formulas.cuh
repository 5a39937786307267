// Layer: arithmetic. The float32 expressions of SignalFormulas.java, each in the same order of correctly rounded operations, never fused.
// A feature is log2 of a ratio; ratios that are a sum alone stand over 1, which divides exactly.
#pragma once
#include "log2.cuh"

constexpr float EPSILON = 1e-3f;
constexpr float MAX_Z = 8.0f;
constexpr float LEAST_SPREAD = 1.0f / 16.0f;
constexpr float LEAST_VARIANCE_SHARE = 1.0f / 1024.0f;

struct Ratio { float numerator; float denominator; };

// int64 to the nearest float32.
__device__ __forceinline__ float rounded(long long v) { return static_cast<float>(v); }

__device__ __forceinline__ float unavailable() { return __int_as_float(0x7fc00000); }

__device__ __forceinline__ bool isNaN(float x) { return x != x; }

__device__ __forceinline__ float clip(float v, float least, float most) { return v > least ? (v < most ? v : most) : least; }

// 0 at low and below, 1 at high and above, straight between.
__device__ __forceinline__ float rho(float x, float low, float high) {
  return clip(__fdiv_rn(__fsub_rn(x, low), __fsub_rn(high, low)), 0.0f, 1.0f);
}

__device__ __forceinline__ float featureOf(Ratio r) { return log2Of(__fdiv_rn(r.numerator, r.denominator)); }

__device__ __forceinline__ float scaleOf(float mad, float floor) {
  const float deviation = __fmul_rn(1.4826f, mad);
  return __fadd_rn(deviation > floor ? deviation : floor, EPSILON);
}

__device__ __forceinline__ float zOf(float x, float median, float scale) { return clip(__fdiv_rn(__fsub_rn(x, median), scale), -MAX_Z, MAX_Z); }

__device__ __forceinline__ Ratio refillRatio(long long own, long long opposite, long long lot) { return {rounded(own + lot), rounded(opposite + lot)}; }

__device__ __forceinline__ Ratio smallRatio(long long small, long long lit, long long lot) { return {rounded(small + lot), rounded(lit + 4 * lot)}; }

__device__ __forceinline__ Ratio depthRatio(long long depthSum, int rows, long long lot) {
  return {__fadd_rn(__fdiv_rn(rounded(depthSum), static_cast<float>(rows)), rounded(lot)), 1.0f};
}

__device__ __forceinline__ Ratio swallowedRatio(long long swallowed, long long cancelled, long long lot) { return {rounded(swallowed + lot), rounded(cancelled + lot)}; }

// Usual share of midpoint prints in the whole tape.
__device__ __forceinline__ float offExchangeBase(long long offMid, long long tape) {
  return __fadd_rn(tape > 0 ? __fdiv_rn(rounded(offMid), rounded(tape)) : 0.0f, 1.0f / 1024.0f);
}

__device__ __forceinline__ Ratio offExchangeRatio(long long offMid, long long tape, long long lot, float base) {
  const long long prior = 20 * lot;
  return {__fadd_rn(rounded(offMid + lot), __fmul_rn(rounded(prior), base)), rounded(tape + prior)};
}

// Mean spread in ticks; 0 where no time was valid.
__device__ __forceinline__ float spreadOf(long long spreadTime, long long validMs) {
  return validMs > 0 ? __fdiv_rn(rounded(spreadTime), rounded(validMs)) : 0.0f;
}

__device__ __forceinline__ Ratio spreadRatioToTick(long long spreadTime, long long validMs) {
  const float spread = spreadOf(spreadTime, validMs);
  return {spread > LEAST_SPREAD ? spread : LEAST_SPREAD, 1.0f};
}

__device__ __forceinline__ Ratio sumRatio(long long sum, long long plus) { return {rounded(sum + plus), 1.0f}; }

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

// y: the window's changes of mid2; x: its flow; buckets: how many of its buckets are valid.
__device__ __forceinline__ float residualOf(long long y, long long x, float beta, float sigma, int buckets) {
  const float e = __fsub_rn(rounded(y), __fmul_rn(beta, rounded(x)));
  return clip(__fdiv_rn(e, __fmul_rn(__fadd_rn(sigma, EPSILON), __fsqrt_rn(static_cast<float>(buckets)))), -MAX_Z, MAX_Z);
}

__device__ __forceinline__ float bpPerSecondOf(long long rise, int fromMid2, long long durationMs) {
  const long long from = fromMid2 < 0 ? -static_cast<long long>(fromMid2) : fromMid2;
  return __fdiv_rn(__fmul_rn(__fdiv_rn(rounded(rise), rounded(from > 1 ? from : 1)), 1e7f), rounded(durationMs));
}
