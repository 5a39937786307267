// What the kernels' unit tests share: blocks run on the stand-in's fibers, in the order of threads that a seed gives. A test is a program:
// it prints what is wrong and ends with 1.
#pragma once
#include "cuda_on_host.h"

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <random>
#include <vector>

namespace unit {

template <auto Kernel> struct Run;
template <class... P, void (*Kernel)(P...)> struct Run<Kernel> {
  // Runs the blocks one after the other.
  static void blocks(unsigned grid, unsigned threads, uint64_t seed, P... arguments) {
    void* parameters[] = {&arguments...};
    const stand_in::Launch launch = {stand_in::Entry<Kernel>::body, parameters, dim3(grid), dim3(threads), 0, 0, 0, seed, 0};
    for (unsigned block = 0; block < grid; block++) {
      const int error = stand_in::run_block(launch, block);
      if (error != 0) {
        printf("block %u of %u, seed %llu: error %d of the driver\n", block, grid, static_cast<unsigned long long>(seed), error);
        exit(1);
      }
    }
  }
};

inline bool sameBits(float a, float b) { return memcmp(&a, &b, sizeof a) == 0; }

} // namespace unit

// Ends the test unless the condition holds; says so in the printf manner.
#define CHECK(condition, ...)                                       \
  do {                                                              \
    if (!(condition)) {                                             \
      printf("%s:%d: %s does not hold: ", __FILE__, __LINE__, #condition); \
      printf(__VA_ARGS__);                                          \
      printf("\n");                                                 \
      exit(1);                                                      \
    }                                                               \
  } while (false)
