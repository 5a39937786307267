package io.undercurrent.engine.feed;

import io.undercurrent.codec.sbe.BookKind;

/**
 * What a feed knows of an instrument.
 *
 * @param symbol at most 24 ASCII characters
 * @param venue at most 8
 * @param currency at most 8
 * @param priceIncrement in 1e-9, above 0
 * @param sizeIncrement in 1e-9, above 0
 * @param capabilities bits of {@code io.undercurrent.codec.Capability}
 * @param regularOpenNs UTC; 0: not known
 * @param regularCloseNs UTC; 0: not known
 */
public record InstrumentSpec(
        String symbol, String venue, String currency, long priceIncrement, long sizeIncrement, BookKind bookKind, int capabilities,
        long regularOpenNs, long regularCloseNs) {
    public InstrumentSpec {
        if (symbol.isEmpty() || symbol.length() > 24) {
            throw new FeedException("symbol '" + symbol + "' must have 1 to 24 characters");
        }
        if (priceIncrement <= 0 || sizeIncrement <= 0) {
            throw new FeedException("increments of '" + symbol + "' must be above 0");
        }
    }
}
