// Layer: warp. Integer reductions over a whole warp; integers, so the order of lanes doesn't matter. Every lane gets the result.
#pragma once

constexpr unsigned ALL_LANES = 0xffffffffu;

#if defined(__CUDA_ARCH__) && __CUDA_ARCH__ < 800 // no reduction in hardware
template <class F> __device__ __forceinline__ unsigned warpFold(unsigned v, F f) {
  for (int d = 16; d > 0; d >>= 1) v = f(v, __shfl_xor_sync(ALL_LANES, v, d));
  return v;
}
__device__ __forceinline__ unsigned warpSum(unsigned v) { return warpFold(v, [](unsigned a, unsigned b) { return a + b; }); }
__device__ __forceinline__ unsigned warpMin(unsigned v) { return warpFold(v, [](unsigned a, unsigned b) { return a < b ? a : b; }); }
__device__ __forceinline__ unsigned warpMax(unsigned v) { return warpFold(v, [](unsigned a, unsigned b) { return a > b ? a : b; }); }
#else
__device__ __forceinline__ unsigned warpSum(unsigned v) { return __reduce_add_sync(ALL_LANES, v); }
__device__ __forceinline__ unsigned warpMin(unsigned v) { return __reduce_min_sync(ALL_LANES, v); }
__device__ __forceinline__ unsigned warpMax(unsigned v) { return __reduce_max_sync(ALL_LANES, v); }
#endif
