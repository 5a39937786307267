// Layer: window. The head of a window in registers, while its rows are appended and evaluated.
#pragma once
#include "window_sums.cuh"

// What a warp knows of the window whose rows it appends; the same in every lane.
struct WindowState {
  Window window;
  long long rows;
  int capabilities;
  int lot;
  long long asOf;
};

__device__ __forceinline__ WindowState load(Window window) {
  const WindowHead* head = window.head();
  return {window, head->rows, head->capabilities, head->lot, head->asOf};
}

__device__ __forceinline__ void store(const WindowState& state, int lane) {
  if (lane == 0) {
    WindowHead* head = state.window.head();
    head->rows = state.rows;
    head->capabilities = state.capabilities;
    head->lot = state.lot;
  }
}

// Coarse rows that were closed when the baseline was to be computed last.
__device__ __forceinline__ long long baselineRows(const WindowState& state) {
  return state.rows / (BUCKET * BASELINE_EVERY) * BASELINE_EVERY;
}

// L: that of the newest row then.
__device__ __forceinline__ long long lotOf(const WindowState& state) { return state.lot > 1 ? state.lot : 1; }
