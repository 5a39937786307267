// Layer: evaluation. The features of a window at its newest row, and the scores that the formulas make of them. One warp works: a lane for
// each feature, then a lane for each score.
#pragma once
#include "window_state.cuh"

// The newest rows' z of each feature, as accumulation sees those that have a sign; in shared memory.
struct Measured { float z[FEATURES]; };

__device__ __forceinline__ float zNow(const WindowState& state, const FeatureEntry& feature, const Usual& usual) {
  const long long* to = state.window.fine(state.rows);
  const long long* from = state.window.fine(state.rows - feature.rows);
  const auto sum = [&](int measure) { return to[measure] - from[measure]; };
  const long long above = sum(feature.above);
  const long long below = sum(feature.below);
  const long long plusAbove = feature.lotsAbove * lotOf(state) + feature.onesAbove;
  const long long plusBelow = feature.lotsBelow * lotOf(state) + feature.onesBelow;
  switch (feature.form) {
    case FORM_SHARE: return zOf(shareOf(above, below, usual.usual), usual.median, usual.scale);
    case FORM_LOG: return zOf(logRatioOf(above + plusAbove, below + plusBelow), usual.median, usual.scale);
    case FORM_BALANCE: return balanceOf(above + plusAbove, below + plusBelow);
    case FORM_TREND: return trendOf(sum(MEASURE_Y), sum(MEASURE_YY));
    default: return residualOf(sum(MEASURE_Y), sum(MEASURE_X), usual.usual, usual.scale, static_cast<int>(sum(MEASURE_BUCKETS)));
  }
}

// Fills `measured`; a feature that is not known says nothing. Ends with it visible to the warp.
__device__ __forceinline__ void measure(const WindowState& state, int rowMs, int lane, Measured& measured) {
  const WindowHead* head = state.window.head();
#pragma unroll 1
  for (int f = lane; f < FEATURES; f += 32) {
    const FeatureEntry& feature = FEATURE[f];
    const Usual usual = head->usual[f];
    const bool known = usual.scale != 0.0f && state.window.valid(state.rows, feature.rows, rowMs);
    measured.z[f] = known ? zNow(state, feature, usual) : 0.0f;
  }
  __syncwarp();
}

// Each lane's own; NaN: unavailable.
__device__ __forceinline__ float score(const WindowState& state, int rowMs, const Measured& measured, int signal, int side) {
  const FormulaEntry& formula = FORMULA[signal];
  if (!state.window.head()->known || !state.window.valid(state.rows, MAIN, rowMs) || (state.capabilities & formula.needs) != formula.needs) return unavailable();
  float evidence = formula.intercept;
  for (int t = formula.firstTerm[side]; t < formula.firstTerm[side] + formula.terms; t++) evidence = plusTerm(evidence, TERM[t].weight, measured.z[TERM[t].feature]);
  return rho(evidence, LEAST_EVIDENCE, FULL_EVIDENCE);
}
