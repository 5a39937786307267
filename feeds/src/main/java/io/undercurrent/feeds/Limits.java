package io.undercurrent.feeds;

/**
 * What a price or a size of a recording may be, all in 1e-9. Above it no instrument trades: such a number is damage, and it would
 * overflow the sums made of it.
 */
public final class Limits {
    /** Exclusive: a thousand million units. */
    public static final long MAX_SIZE = 1_000_000_000_000_000_000L;

    private static final long MAX_PRICE = 1_000_000_000_000_000_000L;

    private Limits() {
    }

    /** The highest price of an instrument: what an int32 count of its increment holds, and at most a thousand million units. */
    public static long maxPrice(final long priceIncrement) {
        return priceIncrement >= MAX_PRICE / Integer.MAX_VALUE ? MAX_PRICE : priceIncrement * Integer.MAX_VALUE;
    }

    public static boolean isPrice(final long price, final long maxPrice) {
        return price > 0 && price <= maxPrice;
    }

    public static boolean isSize(final long size) {
        return size > 0 && size < MAX_SIZE;
    }
}
