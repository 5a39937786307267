package io.undercurrent.feeds.sim;

/**
 * Random numbers whose bits are the same on every machine and in every Java: xoshiro256++ (Blackman, Vigna 2019), seeded by SplitMix64, with
 * {@link StrictMath} where a function is not exact. Independent streams come from one seed. One thread; allocates nothing.
 */
final class SimRandom {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final double UNIT = 0x1.0p-53;

    private long s0;
    private long s1;
    private long s2;
    private long s3;
    private double spare;
    private boolean hasSpare;

    SimRandom(final long seed, final long stream) {
        long state = mix(seed) ^ mix(stream * GOLDEN + 1);
        state += GOLDEN;
        s0 = mix(state);
        state += GOLDEN;
        s1 = mix(state);
        state += GOLDEN;
        s2 = mix(state);
        state += GOLDEN;
        s3 = mix(state) | 1;
    }

    private static long mix(final long value) {
        long z = value + GOLDEN;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    long nextLong() {
        final long result = Long.rotateLeft(s0 + s3, 23) + s0;
        final long t = s1 << 17;
        s2 ^= s0;
        s3 ^= s1;
        s1 ^= s2;
        s0 ^= s3;
        s2 ^= t;
        s3 = Long.rotateLeft(s3, 45);
        return result;
    }

    /** In [0, 1). */
    double uniform() {
        return (nextLong() >>> 11) * UNIT;
    }

    double between(final double low, final double high) {
        return low + (high - low) * uniform();
    }

    /** In [0, bound). */
    int below(final int bound) {
        return (int) (((nextLong() >>> 32) * bound) >>> 32);
    }

    /** In [low, high]. */
    int between(final int low, final int high) {
        return low + below(high - low + 1);
    }

    boolean chance(final double probability) {
        return uniform() < probability;
    }

    /** Of mean 1. */
    double exponential() {
        return -StrictMath.log(1 - uniform());
    }

    /** Of mean 0 and variance 1: Marsaglia's polar method. */
    double gaussian() {
        if (hasSpare) {
            hasSpare = false;
            return spare;
        }
        while (true) {
            final double x = 2 * uniform() - 1;
            final double y = 2 * uniform() - 1;
            final double square = x * x + y * y;
            if (square < 1 && square > 0) {
                final double factor = Math.sqrt(-2 * StrictMath.log(square) / square);
                spare = y * factor;
                hasSpare = true;
                return x * factor;
            }
        }
    }
}
