package io.undercurrent.engine.book;

/** Mixes values into a 64-bit hash, in order: the finaliser of SplitMix64 (Steele, Lea, Flood 2014). */
public final class Hashes {
    private Hashes() {
    }

    public static long mix(final long hash, final long value) {
        long z = (hash ^ value) + 0x9E3779B97F4A7C15L;
        z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }
}
