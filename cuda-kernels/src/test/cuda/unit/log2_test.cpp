// log2Of gives the bits that Log2.java gives, which log2.golden holds, and stays near the logarithm in double precision.
#include "unit.h"
#include "log2.cuh"

static float ofBits(unsigned bits) { return stand_in::from_bits<float>(bits); }
static unsigned bitsOf(float x) { return stand_in::from_bits<unsigned>(stand_in::to_bits(x)); }

static void givesTheBitsOfJava(FILE* golden) {
  char kind[16];
  unsigned a, b;
  int values = 0, sums = 0;
  while (fscanf(golden, "%15s %x %x", kind, &a, &b) == 3) {
    if (strcmp(kind, "value") == 0) {
      CHECK(bitsOf(log2Of(ofBits(a))) == b, "x has bits %08x: expected %08x but was %08x", a, b, bitsOf(log2Of(ofBits(a))));
      values++;
    } else { // every a-th bit pattern, summed up
      unsigned sum = 0;
      for (unsigned long long x = 0; x < 1ULL << 32; x += a) sum = sum * 31 + bitsOf(log2Of(ofBits(static_cast<unsigned>(x))));
      CHECK(sum == b, "the sum over every %u-th float is %08x, not %08x", a, sum, b);
      sums++;
    }
  }
  CHECK(values >= 50 && sums == 1, "%d values and %d sums in the golden file", values, sums);
}

static void staysNearTheLogarithm(float x) {
  const double exact = std::log2(static_cast<double>(x));
  const float nearest = static_cast<float>(exact);
  const double halfUnit = 0.5 * (static_cast<double>(std::nextafter(std::fabs(nearest), INFINITY)) - std::fabs(nearest));
  CHECK(std::fabs(log2Of(x) - exact) <= 1.2e-7 + halfUnit, "log2 %.9g: expected %.12g but was %.12g", x, exact, log2Of(x));
}

int main(int, char** arguments) {
  FILE* golden = fopen(arguments[1], "r");
  CHECK(golden != nullptr, "%s", arguments[1]);
  givesTheBitsOfJava(golden);
  for (const float none : {0.0f, -0.0f, -1.0f, ofBits(1), ofBits(0x007fffff), -INFINITY, NAN, -NAN}) {
    CHECK(log2Of(none) == -126.0f, "%g", none);
  }
  CHECK(log2Of(INFINITY) == 128.0f, "infinity");
  for (int e = -126; e <= 127; e++) {
    CHECK(log2Of(std::ldexp(1.0f, e)) == e, "2^%d", e);
    for (int d = -3; d <= 3; d++) {
      const float nearRoot = ofBits(0x3f3504f3 + ((e + 1) << 23) + d);
      if (std::isfinite(nearRoot) && nearRoot > 1.2e-38f) staysNearTheLogarithm(nearRoot);
    }
  }
  for (unsigned bits = 0x00800000; bits < 0x7f800000; bits += 997) staysNearTheLogarithm(ofBits(bits));
}
