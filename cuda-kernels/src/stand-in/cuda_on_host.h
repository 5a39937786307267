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
static inline int2 make_int2(int x, int y) { return {x, y}; }

// Barriers and votes. Which line a barrier stands on is how a divergent one is known.
static inline void __syncthreads(int line = __builtin_LINE()) { stand_in::barrier(line); }
static inline int __syncthreads_count(int predicate, int line = __builtin_LINE()) {
    return stand_in::barrier_vote(line, predicate, stand_in::Vote::COUNT);
}
static inline int __syncthreads_and(int predicate, int line = __builtin_LINE()) {
    return stand_in::barrier_vote(line, predicate, stand_in::Vote::ALL);
}
static inline void __syncwarp(unsigned mask = ~0u) { stand_in::warp_barrier(mask); }
static inline unsigned __ballot_sync(unsigned mask, int predicate) { return stand_in::ballot(mask, predicate != 0); }

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
static inline void __threadfence_system() { __asm__ volatile("mfence" ::: "memory"); }
static inline void __nanosleep(unsigned) {
    stand_in::give_way();
    std::this_thread::yield();
}

// Atomics are no place to give way, also in a library that gives way at every access to memory.
#define STAND_IN_ATOMIC template <class T, class U> __attribute__((no_sanitize("thread"), noinline)) static T
STAND_IN_ATOMIC atomicAdd(T *address, U value) { return __atomic_fetch_add(address, T(value), __ATOMIC_RELAXED); }

// Integers.
template <class A, class B> static inline std::common_type_t<A, B> min(A a, B b) {
    const std::common_type_t<A, B> x = a, y = b;
    return y < x ? y : x;
}
template <class A, class B> static inline std::common_type_t<A, B> max(A a, B b) {
    const std::common_type_t<A, B> x = a, y = b;
    return x < y ? y : x;
}

// Floating point: every operation rounded by itself; the compiler is told not to fuse any.
static inline float __int_as_float(int bits) { return stand_in::from_bits<float>(stand_in::to_bits(bits)); }
static inline int __float_as_int(float x) { return stand_in::from_bits<int>(stand_in::to_bits(x)); }
static inline float __fadd_rn(float a, float b) { return a + b; }
static inline float __fsub_rn(float a, float b) { return a - b; }
static inline float __fmul_rn(float a, float b) { return a * b; }
static inline float __fdiv_rn(float a, float b) { return a / b; }
static inline float __fsqrt_rn(float a) { return sqrtf(a); }
static inline float __fmaf_rn(float a, float b, float c) { return fmaf(a, b, c); }

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
