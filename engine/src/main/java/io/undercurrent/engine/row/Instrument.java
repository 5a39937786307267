package io.undercurrent.engine.row;

import io.undercurrent.codec.sbe.BookKind;

/**
 * An instrument as its last definition says.
 *
 * @param id of its events
 * @param slot of its window, counted from 0 in the order of first definitions
 * @param priceIncrement in 1e-9: one tick of its rows
 * @param sizeIncrement in 1e-9: one size unit of its rows
 * @param capabilities bits of {@code io.undercurrent.codec.Capability}
 */
public record Instrument(
        int id, int slot, String symbol, String venue, String currency, long priceIncrement, long sizeIncrement, BookKind bookKind,
        int capabilities) {
    boolean can(final int capability) {
        return (capabilities & capability) != 0;
    }

    /** Size in whole units; what is over is dropped. */
    long units(final long size) {
        return size / sizeIncrement;
    }

    /** Bids between two ticks count as the lower one and asks as the higher: a valid book stays uncrossed. */
    long bidTicks(final long price) {
        return price / priceIncrement;
    }

    long askTicks(final long price) {
        return (price - 1) / priceIncrement + 1;
    }

    /** Both make rows of the same meaning. */
    boolean rowsAlike(final Instrument other) {
        return priceIncrement == other.priceIncrement && sizeIncrement == other.sizeIncrement && capabilities == other.capabilities;
    }
}
