package io.undercurrent.bench.campaign;

/** Numbers that follow from a seed (SplitMix64). */
final class Seeds {
    private static final long STEP = 0x9E37_79B9_7F4A_7C15L;

    private Seeds() {
    }

    static long derive(final long seed, final long index) {
        final long z = seed + (index + 1) * STEP;
        final long y = (z ^ z >>> 30) * 0xBF58_476D_1CE4_E5B9L;
        final long x = (y ^ y >>> 27) * 0x94D0_49BB_1331_11EBL;
        return x ^ x >>> 31;
    }

    /** Of a campaign's round; that of the first is the campaign's own, so any round can be repeated as the first of a campaign. */
    static long ofRound(final long seed, final int round) {
        return round == 0 ? seed : derive(seed, round);
    }
}
