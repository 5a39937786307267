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

__device__ __forceinline__ unsigned countInLane(const float (&x)[VALUES_PER_LANE], float bound) {
  unsigned below = 0;
#pragma unroll
  for (int j = 0; j < VALUES_PER_LANE; j++) below += x[j] < bound ? 1 : 0;
  return below;
}

__device__ __forceinline__ int countBelow(const float (&x)[VALUES_PER_LANE], float bound) { return static_cast<int>(warpSum(countInLane(x, bound))); }

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

// Steps, each of which quarters the range: from the first number on equal values are looked for, from the second on it is the range of
// representable floats that is quartered, which ends however the values lie.
constexpr int STEPS_BEFORE_EQUALS = 6;
constexpr int STEPS_OF_VALUES = 8;

__device__ __forceinline__ float between(float low, float high, bool ofValues) {
  const float middle = __fmul_rn(__fadd_rn(low, high), 0.5f);
  if (ofValues && middle > low && middle < high) return middle;
  return ofOrder(orderOf(low) + (orderOf(high) - orderOf(low)) / 2);
}

// Element floor((n - 1) / 2) of the n finite values in ascending order; n is at least 1. The same in every lane.
__device__ __forceinline__ float lowerMedian(const float (&x)[VALUES_PER_LANE], int n) {
  const unsigned rank = static_cast<unsigned>(n - 1) / 2;
  float low = leastFrom(x, -INFINITY);            // belowLow values are under it, at most `rank`
  float high = ofOrder(orderOf(greatest(x)) + 1); // belowHigh values are under it, more than `rank`
  unsigned belowLow = 0;
  unsigned belowHigh = static_cast<unsigned>(n);
  for (int step = 0; belowHigh - belowLow > 1; step++) {
    if (step >= STEPS_BEFORE_EQUALS) {
      const float least = leastFrom(x, low);
      low = ofOrder(orderOf(least) + 1);
      belowLow = warpSum(countInLane(x, low));
      if (belowLow > rank) return least;
    }
    if (orderOf(high) - orderOf(low) == 1) return low;
    const bool ofValues = step < STEPS_OF_VALUES;
    const float second = between(low, high, ofValues);
    const float first = between(low, second, ofValues);
    const float third = between(second, high, ofValues);
    const unsigned below = warpSum(countInLane(x, first) | countInLane(x, second) << 10 | countInLane(x, third) << 20); // at most 256 each
    const bool upper = (below >> 10 & 1023) <= rank;
    const float pivot = upper ? third : first;
    const unsigned belowPivot = upper ? below >> 20 : below & 1023;
    if (upper) {
      low = second;
      belowLow = below >> 10 & 1023;
    } else {
      high = second;
      belowHigh = below >> 10 & 1023;
    }
    if (belowPivot <= rank) {
      low = pivot;
      belowLow = belowPivot;
    } else {
      high = pivot;
      belowHigh = belowPivot;
    }
  }
  return leastFrom(x, low);
}
