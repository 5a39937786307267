// Layer: signal. Many small orders on one side while the price drifts, slowly.
#pragma once
#include "moment.cuh"

__device__ __forceinline__ float priceCreep(const Moment& now, const Measured& measured, int side) {
  if (!now.mainReady) return unavailable();
  const long long rise = side == 0 ? now.rise : -now.rise;
  return rise > 0 && seenBy(side, now.bpPerSecond) < 5.0f ? rho(measured.z[FEATURE_OWN_SMALL + side], 1.0f, 3.5f) : 0.0f;
}
