// CUDA C++ for g++: put in front of an unmodified .cu file, it makes an ordinary library of it that the stand-in driver runs.
//
// What a kernel may use is what is here; anything else does not compile. Dynamic shared memory is declared by
// `DYNAMIC_SHARED(type, name)`, which nvcc gets from a line of the kernels' own:
//     #ifndef DYNAMIC_SHARED
//     #define DYNAMIC_SHARED(type, name) extern __shared__ type name[]
//     #endif
#pragma once

#if !defined(__x86_64__)
#error "the stand-in driver switches fibers by x86-64 instructions"
#endif

#include "fibers.h"

#include <cmath>
#include <cstdint>
#include <thread>
#include <utility>

#define CUDA_ON_HOST 1
#define __global__
#define __device__
#define __host__
#define __constant__
#define __shared__ static thread_local
#define __forceinline__ inline __attribute__((always_inline))
#define __noinline__ __attribute__((noinline))
#define __launch_bounds__(...)
#define DYNAMIC_SHARED(type, name) type *name = static_cast<type *>(::stand_in::view.dynamic_shared)

#define threadIdx (::stand_in::current->index)
#define blockIdx (::stand_in::view.index)
#define blockDim (::stand_in::view.dimensions)
#define gridDim (::stand_in::view.grid)
#define warpSize 32

using uint3 = stand_in::Index;
using dim3 = stand_in::Dimensions;
struct alignas(8) int2 { int x, y; };
struct alignas(16) int4 { int x, y, z, w; };
struct alignas(8) uint2 { unsigned x, y; };
struct alignas(16) uint4 { unsigned x, y, z, w; };
struct alignas(8) float2 { float x, y; };
struct alignas(16) float4 { float x, y, z, w; };
struct alignas(16) longlong2 { long long x, y; };
static inline int2 make_int2(int x, int y) { return {x, y}; }
static inline int4 make_int4(int x, int y, int z, int w) { return {x, y, z, w}; }
static inline uint2 make_uint2(unsigned x, unsigned y) { return {x, y}; }
static inline uint4 make_uint4(unsigned x, unsigned y, unsigned z, unsigned w) { return {x, y, z, w}; }
static inline float2 make_float2(float x, float y) { return {x, y}; }
static inline float4 make_float4(float x, float y, float z, float w) { return {x, y, z, w}; }
static inline longlong2 make_longlong2(long long x, long long y) { return {x, y}; }

// Barriers and votes. Which line a barrier stands on is how a divergent one is known.
static inline void __syncthreads(int line = __builtin_LINE()) { stand_in::barrier(line); }
static inline int __syncthreads_count(int predicate, int line = __builtin_LINE()) {
    return stand_in::barrier_vote(line, predicate, stand_in::Vote::COUNT);
}
static inline int __syncthreads_and(int predicate, int line = __builtin_LINE()) {
    return stand_in::barrier_vote(line, predicate, stand_in::Vote::ALL);
}
static inline int __syncthreads_or(int predicate, int line = __builtin_LINE()) {
    return stand_in::barrier_vote(line, predicate, stand_in::Vote::ANY);
}
static inline void __syncwarp(unsigned mask = ~0u) { stand_in::warp_barrier(mask); }
static inline unsigned __activemask() { return stand_in::active_lanes(); }
static inline unsigned __ballot_sync(unsigned mask, int predicate) { return stand_in::ballot(mask, predicate != 0); }
static inline int __any_sync(unsigned mask, int predicate) { return stand_in::ballot(mask, predicate != 0) != 0; }
static inline int __all_sync(unsigned mask, int predicate) { return stand_in::ballot(mask, predicate == 0) == 0; }

// Shuffles: `width` splits the warp into parts; a lane that would read outside of its part gets its own value.
template <class T> static inline T stand_in_take(unsigned mask, T value, unsigned source) {
    return stand_in::from_bits<T>(stand_in::exchange(mask, stand_in::to_bits(value), source));
}
template <class T> static inline T __shfl_sync(unsigned mask, T value, int source, int width = 32) {
    const unsigned part = unsigned(width) - 1, lane = stand_in::current->lane;
    return stand_in_take(mask, value, (lane & ~part) | (unsigned(source) & part));
}
template <class T> static inline T __shfl_down_sync(unsigned mask, T value, unsigned delta, int width = 32) {
    const unsigned lane = stand_in::current->lane;
    return stand_in_take(mask, value, (lane & (unsigned(width) - 1)) + delta < unsigned(width) ? lane + delta : lane);
}
template <class T> static inline T __shfl_up_sync(unsigned mask, T value, unsigned delta, int width = 32) {
    const unsigned lane = stand_in::current->lane;
    return stand_in_take(mask, value, (lane & (unsigned(width) - 1)) >= delta ? lane - delta : lane);
}
template <class T> static inline T __shfl_xor_sync(unsigned mask, T value, int lanes, int width = 32) {
    const unsigned lane = stand_in::current->lane, source = lane ^ unsigned(lanes);
    return stand_in_take(mask, value, source / unsigned(width) <= lane / unsigned(width) ? source : lane);
}
template <class T, class F> static inline T stand_in_fold(unsigned mask, T value, F fold) {
    const stand_in::Gathered gathered = stand_in::gather(mask, stand_in::to_bits(value));
    unsigned lanes = gathered.lanes;
    T result = stand_in::from_bits<T>(gathered.values[__builtin_ctz(lanes)]);
    while (lanes &= lanes - 1) {
        result = fold(result, stand_in::from_bits<T>(gathered.values[__builtin_ctz(lanes)]));
    }
    return result;
}
template <class T> static inline T __reduce_add_sync(unsigned mask, T value) {
    return stand_in_fold(mask, value, [](T a, T b) { return T(a + b); });
}
template <class T> static inline T __reduce_min_sync(unsigned mask, T value) {
    return stand_in_fold(mask, value, [](T a, T b) { return b < a ? b : a; });
}
template <class T> static inline T __reduce_max_sync(unsigned mask, T value) {
    return stand_in_fold(mask, value, [](T a, T b) { return a < b ? b : a; });
}

// Memory order and time.
static inline void __threadfence() { __asm__ volatile("mfence" ::: "memory"); }
static inline void __threadfence_block() { __asm__ volatile("mfence" ::: "memory"); }
static inline void __threadfence_system() { __asm__ volatile("mfence" ::: "memory"); }
static inline void __nanosleep(unsigned) {
    stand_in::give_way();
    std::this_thread::yield();
}
static inline void __trap() { stand_in::end_block(719); }
template <class T> static inline T __ldg(const T *address) { return *address; }
template <class T> static inline T __ldcs(const T *address) { return *address; }
template <class T> static inline T __ldcg(const T *address) { return *address; }
template <class T> static inline T __ldcv(const T *address) { return *const_cast<const volatile T *>(address); }
template <class T> static inline void __stcs(T *address, T value) { *address = value; }
template <class T> static inline void __stcg(T *address, T value) { *address = value; }

// Atomics are no place to give way, also in a library that gives way at every access to memory.
#define STAND_IN_ATOMIC template <class T, class U> __attribute__((no_sanitize("thread"), noinline)) static T
STAND_IN_ATOMIC atomicAdd(T *address, U value) { return __atomic_fetch_add(address, T(value), __ATOMIC_RELAXED); }
STAND_IN_ATOMIC atomicSub(T *address, U value) { return __atomic_fetch_sub(address, T(value), __ATOMIC_RELAXED); }
STAND_IN_ATOMIC atomicAnd(T *address, U value) { return __atomic_fetch_and(address, T(value), __ATOMIC_RELAXED); }
STAND_IN_ATOMIC atomicOr(T *address, U value) { return __atomic_fetch_or(address, T(value), __ATOMIC_RELAXED); }
STAND_IN_ATOMIC atomicXor(T *address, U value) { return __atomic_fetch_xor(address, T(value), __ATOMIC_RELAXED); }
STAND_IN_ATOMIC atomicExch(T *address, U value) { return __atomic_exchange_n(address, T(value), __ATOMIC_RELAXED); }
STAND_IN_ATOMIC atomicMax(T *address, U value) {
    T old = __atomic_load_n(address, __ATOMIC_RELAXED);
    while (old < T(value) && !__atomic_compare_exchange_n(address, &old, T(value), false, __ATOMIC_RELAXED, __ATOMIC_RELAXED)) {
    }
    return old;
}
STAND_IN_ATOMIC atomicMin(T *address, U value) {
    T old = __atomic_load_n(address, __ATOMIC_RELAXED);
    while (T(value) < old && !__atomic_compare_exchange_n(address, &old, T(value), false, __ATOMIC_RELAXED, __ATOMIC_RELAXED)) {
    }
    return old;
}
template <class T, class U, class V> __attribute__((no_sanitize("thread"), noinline))
static T atomicCAS(T *address, U compare, V value) {
    T old = T(compare);
    __atomic_compare_exchange_n(address, &old, T(value), false, __ATOMIC_RELAXED, __ATOMIC_RELAXED);
    return old;
}
// The counter that goes round at a limit: atomicInc of CUDA.
__attribute__((no_sanitize("thread"), noinline)) static inline unsigned atomicInc(unsigned *address, unsigned limit) {
    unsigned old = __atomic_load_n(address, __ATOMIC_RELAXED);
    while (!__atomic_compare_exchange_n(address, &old, old >= limit ? 0 : old + 1, false, __ATOMIC_RELAXED, __ATOMIC_RELAXED)) {
    }
    return old;
}

// Integers.
template <class A, class B> static inline std::common_type_t<A, B> min(A a, B b) {
    const std::common_type_t<A, B> x = a, y = b;
    return y < x ? y : x;
}
template <class A, class B> static inline std::common_type_t<A, B> max(A a, B b) {
    const std::common_type_t<A, B> x = a, y = b;
    return x < y ? y : x;
}
static inline int __popc(unsigned x) { return __builtin_popcount(x); }
static inline int __popcll(unsigned long long x) { return __builtin_popcountll(x); }
static inline int __clz(int x) { return x ? __builtin_clz(unsigned(x)) : 32; }
static inline int __clzll(long long x) { return x ? __builtin_clzll(static_cast<unsigned long long>(x)) : 64; }
static inline int __ffs(int x) { return __builtin_ffs(x); }
static inline int __ffsll(long long x) { return __builtin_ffsll(x); }
static inline unsigned __brev(unsigned x) {
    unsigned reversed = 0;
    for (int bit = 0; bit < 32; bit++) {
        reversed = reversed << 1 | (x >> bit & 1);
    }
    return reversed;
}
static inline unsigned __umulhi(unsigned a, unsigned b) { return unsigned((uint64_t(a) * b) >> 32); }
static inline int __mulhi(int a, int b) { return int((int64_t(a) * b) >> 32); }

// Floating point: every operation rounded by itself; the compiler is told not to fuse any.
static inline float __int_as_float(int bits) { return stand_in::from_bits<float>(stand_in::to_bits(bits)); }
static inline float __uint_as_float(unsigned bits) { return stand_in::from_bits<float>(bits); }
static inline int __float_as_int(float x) { return stand_in::from_bits<int>(stand_in::to_bits(x)); }
static inline unsigned __float_as_uint(float x) { return stand_in::from_bits<unsigned>(stand_in::to_bits(x)); }
static inline double __longlong_as_double(long long bits) { return stand_in::from_bits<double>(uint64_t(bits)); }
static inline long long __double_as_longlong(double x) { return stand_in::from_bits<long long>(stand_in::to_bits(x)); }
static inline float __fadd_rn(float a, float b) { return a + b; }
static inline float __fsub_rn(float a, float b) { return a - b; }
static inline float __fmul_rn(float a, float b) { return a * b; }
static inline float __fdiv_rn(float a, float b) { return a / b; }
static inline float __fsqrt_rn(float a) { return sqrtf(a); }
static inline float __fmaf_rn(float a, float b, float c) { return fmaf(a, b, c); }
static inline double __dadd_rn(double a, double b) { return a + b; }
static inline double __dsub_rn(double a, double b) { return a - b; }
static inline double __dmul_rn(double a, double b) { return a * b; }
static inline double __ddiv_rn(double a, double b) { return a / b; }
static inline double __fma_rn(double a, double b, double c) { return fma(a, b, c); }
static inline float __int2float_rn(int x) { return float(x); }
static inline float __ll2float_rn(long long x) { return float(x); }
static inline float __double2float_rn(double x) { return float(x); }
static inline int __float2int_rn(float x) { return int(nearbyintf(x)); }
static inline int __float2int_rz(float x) { return int(x); }

namespace stand_in {

/** Gives a kernel its arguments out of the array of pointers that a launch takes. */
template <auto Kernel> struct Entry;
template <class... Parameters, void (*Kernel)(Parameters...)> struct Entry<Kernel> {
    static constexpr unsigned count = sizeof...(Parameters);
    static constexpr unsigned bytes[sizeof...(Parameters) + 1] = {unsigned(sizeof(Parameters))..., 0};
    template <size_t... I> static void call(void **parameters, std::index_sequence<I...>) {
        Kernel(*reinterpret_cast<std::remove_cv_t<Parameters> *>(parameters[I])...);
    }
    static void body(void **parameters) { call(parameters, std::index_sequence_for<Parameters...>{}); }
};

} // namespace stand_in

/** Enters a kernel into its library's table; the build writes one for every `__global__ void` of a file. */
#define STAND_IN_KERNEL(kernel)                                                                                              \
    __attribute__((section("stand_in_kernels"), used)) static const ::stand_in::KernelDescription stand_in_kernel_##kernel = \
        {#kernel, ::stand_in::Entry<&kernel>::count, ::stand_in::Entry<&kernel>::bytes, ::stand_in::Entry<&kernel>::body};
