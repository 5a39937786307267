// Layer: evaluation. The features of a window at its newest row, and the scores that the forests make of them. One warp works: a lane for
// each feature, for each input, for each tree of a forest, and at last for each score.
#pragma once
#include "warp_reduce.cuh"
#include "window_state.cuh"

// The newest rows' z of each feature, as accumulation sees those that have a sign, and of each side's inputs; in shared memory.
struct Measured { float z[FEATURES]; float input[SIDES * INPUTS]; };

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
  for (int i = lane; i < SIDES * INPUTS; i += 32) measured.input[i] = INPUT[i].negated ? -measured.z[INPUT[i].feature] : measured.z[INPUT[i].feature];
  __syncwarp();
}

__device__ __forceinline__ int answerOf(const TreeEntry& tree, const float* input) {
  const int first = input[tree.input[0]] > tree.border[0] ? 4 : 0;
  const int second = input[tree.input[1]] > tree.border[1] ? 2 : 0;
  const int third = input[tree.input[2]] > tree.border[2] ? 1 : 0;
  return tree.answer[first + second + third];
}

// What the trees of a forest say together: whole numbers, so that no order matters. The same in every lane.
__device__ __forceinline__ int sumOfTrees(const ForestEntry& forest, const float* input, int lane) {
  int sum = 0;
#pragma unroll 1
  for (int t = lane; t < forest.trees; t += 32) sum += answerOf(TREE[forest.firstTree + t], input);
  return static_cast<int>(warpSum(static_cast<unsigned>(sum)));
}

// The score of the lane's signal and side, of the first ten lanes; NaN: unavailable.
__device__ __forceinline__ float score(const WindowState& state, int rowMs, const Measured& measured, int lane) {
  int answers = 0;
#pragma unroll 1
  for (int s = 0; s < ROW_SCORES; s++) {
    const int sum = sumOfTrees(FOREST[s % SIGNALS], measured.input + s / SIGNALS * INPUTS, lane);
    if (lane == s) answers = sum;
  }
  const int needs = FOREST[lane % SIGNALS].needs;
  if (!state.window.head()->known || !state.window.valid(state.rows, MAIN, rowMs) || (state.capabilities & needs) != needs) return unavailable();
  const float evidence = __fdiv_rn(static_cast<float>(answers), ANSWER_ONE);
  return rho(trusted(evidence, state.window.fineSum(state.rows, MEASURE_TRADES, TRUST_ROWS)), LEAST_EVIDENCE, FULL_EVIDENCE);
}
