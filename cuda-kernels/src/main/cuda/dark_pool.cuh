// Layer: signal. An unusual share of prints at the midpoint, away from the exchange, beside order flow that moves the lit price too little.
#pragma once
#include "moment.cuh"

// t: impact residual on order flow; NaN: unavailable.
__device__ __forceinline__ float darkPool(const Moment& now, const Measured& measured, float t, int side) {
  if (!(now.capabilities & HAS_OFF_EXCHANGE) || !now.mainReady || isNaN(t)) return unavailable();
  const float main = measured.z[FEATURE_OFF_EXCHANGE];
  const float longer = now.longReady ? measured.z[FEATURE_OFF_EXCHANGE_LONG] : main;
  return __fmul_rn(rho(longer > main ? longer : main, 1.0f, 3.5f), rho(seenBy(side, t), 0.0f, 1.0f));
}
