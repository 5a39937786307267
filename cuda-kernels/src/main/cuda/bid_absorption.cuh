// Layer: signal. Resting size that is hit, shown again, and does not let the price through.
#pragma once
#include "moment.cuh"

// t: impact residual on trade flow; NaN: unavailable.
__device__ __forceinline__ float bidAbsorption(const Window& window, const Moment& now, const Measured& measured, float t, int side) {
  if (!(now.capabilities & HAS_OWN_VENUE_TRADES) || !now.mainReady || isNaN(t) || !now.spreadKnown) return unavailable();
  if (window.fineSum(now.rows, MEASURE_OWN_HIT + side, HORIZON_MAIN) < 3 * now.lot) return 0.0f;
  const auto spread = [&](int horizon) {
    return spreadOf(window.fineSum(now.rows, MEASURE_SPREAD_TIME, horizon), window.fineSum(now.rows, MEASURE_VALID_MS, horizon));
  };
  const float slow = spread(HORIZON_MAIN);
  const float ratio = slow > 0.0f ? __fdiv_rn(spread(HORIZON_SPREAD_FAST), slow) : 1.0f;
  const float push = __fdiv_rn(__fadd_rn(measured.z[FEATURE_OWN_REFILL + side], seenBy(side, t)), 1.5f);
  return __fmul_rn(rho(push, 1.0f, 4.0f), __fsub_rn(1.0f, rho(ratio, 1.25f, 2.0f)));
}
