// lowerMedian gives the element that sorting puts there, whatever the values, and the same in every lane.
#include "unit.h"
#include "selection.cuh"

#include <algorithm>

static void medianOfWarp(const float* values, float* medians, int* counts) {
  const int lane = static_cast<int>(threadIdx.x);
  float x[VALUES_PER_LANE];
  for (int j = 0; j < VALUES_PER_LANE; j++) x[j] = values[j * 32 + lane];
  const int n = countValues(x);
  counts[lane] = n;
  medians[lane] = lowerMedian(x, n);
}

static const char* const KINDS[] = {"uniform", "normal", "few different", "equal", "neighbours", "two heaps", "wide", "with zeros"};

static float valueOfKind(unsigned kind, std::mt19937& random) {
  std::uniform_real_distribution<float> uniform(-1.0f, 1.0f);
  std::normal_distribution<float> normal;
  switch (kind) {
    case 0: return uniform(random);
    case 1: return 0.3f + normal(random) * 0.2f;
    case 2: return static_cast<float>(random() % 5) - 2.0f;
    case 3: return -3.25f;
    case 4: return stand_in::from_bits<float>(0x3f800000u + random() % 40);
    case 5: return random() % 2 ? -126.0f + uniform(random) : 128.0f - std::fabs(uniform(random));
    case 6: return std::ldexp(uniform(random), static_cast<int>(random() % 200) - 120);
    default: return random() % 3 ? 0.0f : uniform(random);
  }
}

int main(int, char** arguments) {
  const unsigned seed = static_cast<unsigned>(atoll(arguments[2]));
  std::mt19937 random(seed);
  for (int round = 0; round < 2000; round++) {
    const unsigned kind = random() % 8;
    const int n = round < 256 ? round + 1 : 1 + static_cast<int>(random() % 256);
    std::vector<float> values(256, NO_VALUE);
    for (int i = 0; i < n; i++) values[i] = valueOfKind(kind, random);
    std::vector<float> sorted(values.begin(), values.begin() + n);
    std::sort(sorted.begin(), sorted.end());
    std::shuffle(values.begin(), values.end(), random);
    float medians[32];
    int counts[32];
    unit::Run<&medianOfWarp>::blocks(1, 32, seed + round, values.data(), medians, counts);
    for (int lane = 0; lane < 32; lane++) {
      CHECK(counts[lane] == n, "%s, seed %u, round %d, lane %d: %d instead of %d", KINDS[kind], seed, round, lane, counts[lane], n);
      CHECK(unit::sameBits(medians[lane], sorted[(n - 1) / 2]), "%s, seed %u, round %d, lane %d, n %d: expected %.9g but was %.9g", KINDS[kind], seed, round,
            lane, n, sorted[(n - 1) / 2], medians[lane]);
    }
  }
}
