// Layer: signal. Spread and variance fall below their usual level while volume and updates go on and the price drifts.
#pragma once
#include "moment.cuh"

__device__ __forceinline__ float volatilityContraction(const Window& window, const Moment& now, const Measured& measured, int side) {
  if (!now.shortReady) return unavailable();
  const long long rise = side == 0 ? now.rise : -now.rise;
  if (rise <= 0 || !(measured.z[FEATURE_VOLUME] > -1.0f) || !(measured.z[FEATURE_UPDATES] > -1.0f)) return 0.0f;
  const float quiet = rho(__fmul_rn(-0.5f, measured.z[FEATURE_VARIANCE]), 0.25f, 1.0f);
  if (!(window.head()->slowSpread > 1.2f)) return quiet;
  return __fsqrt_rn(__fmul_rn(rho(-measured.z[FEATURE_SPREAD], 1.0f, 3.0f), quiet));
}
