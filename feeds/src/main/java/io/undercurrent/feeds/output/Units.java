package io.undercurrent.feeds.output;

import io.undercurrent.codec.Decimals;
import io.undercurrent.engine.feed.FeedException;

/** Prices and sizes in the whole units that a format counts in. */
public final class Units {
    private Units() {
    }

    /**
     * @param unit in 1e-9
     * @throws FeedException the price is finer than that
     */
    public static long price(final String format, final RecordedInstrument instrument, final long price, final long unit) {
        return whole(format, instrument, "price", price, unit);
    }

    /** @throws FeedException the size is no whole number of shares */
    public static long shares(final String format, final RecordedInstrument instrument, final long size) {
        return whole(format, instrument, "size", size, Decimals.ONE);
    }

    private static long whole(final String format, final RecordedInstrument instrument, final String what, final long value, final long unit) {
        if (value % unit != 0) {
            throw new FeedException(instrument.symbol() + ": " + what + " " + Decimals.format(value) + " is finer than the "
                    + Decimals.format(unit) + " of " + format + "; write mbo-csv, or another symbol");
        }
        return value / unit;
    }
}
