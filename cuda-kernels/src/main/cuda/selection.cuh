// Layer: warp. An element by its rank among up to 256 values, eight in each lane, without sorting. Which pivots are tried changes only the
// number of steps: the result is an element of the set, so every implementation gets the same one.
#pragma once
#include <math.h>
#include "warp_reduce.cuh"

constexpr int VALUES_PER_LANE = 8;
constexpr float NO_VALUE = INFINITY; // in place of a value that is left out

// Integers in the order of the floats, and back.
__device__ __forceinline__ unsigned orderOf(float x) {
  const int bits = __float_as_int(x);
  return static_cast<unsigned>(bits ^ (bits >> 31 | static_cast<int>(0x80000000u)));
}
__device__ __forceinline__ float ofOrder(unsigned order) {
  const int bits = static_cast<int>(order);
  return __int_as_float(bits ^ (bits < 0 ? static_cast<int>(0x80000000u) : -1));
}

__device__ __forceinline__ int countBelow(const float (&x)[VALUES_PER_LANE], float bound) {
  unsigned below = 0;
#pragma unroll
  for (int j = 0; j < VALUES_PER_LANE; j++) below += x[j] < bound ? 1 : 0;
  return static_cast<int>(warpSum(below));
}

// Number of values, those left out not counted.
__device__ __forceinline__ int countValues(const float (&x)[VALUES_PER_LANE]) { return countBelow(x, NO_VALUE); }

// The least value that is not below `bound`.
__device__ __forceinline__ float leastFrom(const float (&x)[VALUES_PER_LANE], float bound) {
  float least = NO_VALUE;
#pragma unroll
  for (int j = 0; j < VALUES_PER_LANE; j++) least = x[j] >= bound && x[j] < least ? x[j] : least;
  return ofOrder(warpMin(orderOf(least)));
}

__device__ __forceinline__ float greatest(const float (&x)[VALUES_PER_LANE]) {
  float most = -INFINITY;
#pragma unroll
  for (int j = 0; j < VALUES_PER_LANE; j++) most = x[j] < NO_VALUE && x[j] > most ? x[j] : most;
  return ofOrder(warpMax(orderOf(most)));
}

// Element floor((n - 1) / 2) of the n finite values in ascending order; n is at least 1. The same in every lane.
__device__ __forceinline__ float lowerMedian(const float (&x)[VALUES_PER_LANE], int n) {
  const int rank = (n - 1) / 2;
  float low = leastFrom(x, -INFINITY);                  // belowLow values are under it, at most `rank`
  float high = ofOrder(orderOf(greatest(x)) + 1);       // belowHigh values are under it, more than `rank`
  int belowLow = 0;
  int belowHigh = n;
  for (int step = 0; belowHigh - belowLow > 1; step++) {
    const unsigned gap = orderOf(high) - orderOf(low);
    if (gap == 1) return low;
    float pivot = __fmul_rn(__fadd_rn(low, high), 0.5f);
    if (step > 16 || !(pivot > low && pivot < high)) pivot = ofOrder(orderOf(low) + gap / 2);
    const int below = countBelow(x, pivot);
    if (below <= rank) {
      low = pivot;
      belowLow = below;
    } else {
      high = pivot;
      belowHigh = below;
    }
  }
  return leastFrom(x, low);
}
