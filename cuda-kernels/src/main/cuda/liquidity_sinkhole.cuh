// Layer: signal. A deep book that swallows what is sold into it instead of cancelling.
#pragma once
#include "moment.cuh"

// t: impact residual on trade flow over the long horizon; NaN: unavailable.
__device__ __forceinline__ float liquiditySinkhole(const Moment& now, const Measured& measured, float t, int side) {
  if (!(now.capabilities & HAS_DEPTH) || !now.mainReady || isNaN(t)) return unavailable();
  const float depth = measured.z[FEATURE_OWN_DEPTH + side];
  const float swallowed = measured.z[FEATURE_OWN_SWALLOWED + side];
  return __fmul_rn(rho(depth < swallowed ? depth : swallowed, 0.5f, 3.0f), rho(seenBy(side, t), 0.0f, 1.0f));
}
