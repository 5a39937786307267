// Layer: arithmetic. The binary logarithm of Log2.java: the same correctly rounded operations in the same order, so the same bits.
#pragma once

constexpr float LOG2_LEAST = -126.0f; // what has no logarithm: all below 2^-126, negative numbers and NaN

__device__ __forceinline__ float log2Of(float x) {
  if (!(x >= 1.17549435e-38f)) return LOG2_LEAST;
  const int bits = __float_as_int(x);
  const int exponent = (bits - 0x3f3504f3) >> 23;
  const float m = __int_as_float(bits - exponent * (1 << 23));
  const float s = __fdiv_rn(__fsub_rn(m, 1.0f), __fadd_rn(m, 1.0f));
  const float q = __fmul_rn(s, s);
  float series = 0.3205989f;
  series = __fadd_rn(0.41219857f, __fmul_rn(q, series));
  series = __fadd_rn(0.57707804f, __fmul_rn(q, series));
  series = __fadd_rn(0.9617967f, __fmul_rn(q, series));
  series = __fadd_rn(2.88539f, __fmul_rn(q, series));
  return __fadd_rn(static_cast<float>(exponent), __fmul_rn(s, series));
}
