package io.undercurrent.feeds.output;

import io.undercurrent.codec.TradeFlag;
import io.undercurrent.codec.sbe.Aggressor;
import java.util.Optional;

/** What each format can say of the simulator's market: nothing else may get lost on the way through a file. */
enum Sayable {
    LOBSTER("lobster", 1, 10) {
        @Override
        Optional<Print> print(final Print print) {
            return print.is(TradeFlag.OFF_EXCHANGE) || (print.is(TradeFlag.HIDDEN) && print.aggressor() == Aggressor.UNKNOWN)
                    ? Optional.empty() : Optional.of(print);
        }
    },
    MBO_CSV("mbo-csv", 1, 10) {
        @Override
        Optional<Print> print(final Print print) {
            return print.is(TradeFlag.NOT_CURRENT) ? Optional.empty() : Optional.of(withoutSideIfHidden(print));
        }
    },
    ITCH("itch", 1, 10) {
        @Override
        Optional<Print> print(final Print print) {
            return print.is(TradeFlag.OFF_EXCHANGE) ? Optional.empty() : Optional.of(withoutSideIfHidden(print));
        }
    },
    US_TICKS("us-ticks", 1, 1) {
        @Override
        Optional<Print> print(final Print print) {
            return Optional.of(with(print, Aggressor.UNKNOWN, print.flags() & ~TradeFlag.HIDDEN));
        }
    },
    IQFEED("iqfeed", 1_000, 10) {
        @Override
        Optional<Print> print(final Print print) {
            return Optional.of(with(print, print.aggressor(), print.flags() & ~TradeFlag.HIDDEN));
        }
    };

    private final String format;
    private final long timeUnitNs;
    private final int levels;

    Sayable(final String format, final long timeUnitNs, final int levels) {
        this.format = format;
        this.timeUnitNs = timeUnitNs;
        this.levels = levels;
    }

    String format() {
        return format;
    }

    long timeUnitNs() {
        return timeUnitNs;
    }

    /** How many of a book. */
    int levels() {
        return levels;
    }

    /** The print as the format says it; empty: it can't. */
    abstract Optional<Print> print(Print print);

    private static Print withoutSideIfHidden(final Print print) {
        return print.is(TradeFlag.HIDDEN) ? with(print, Aggressor.UNKNOWN, print.flags()) : print;
    }

    private static Print with(final Print print, final Aggressor aggressor, final int flags) {
        return new Print(print.price(), print.size(), aggressor, print.venue(), print.conditions(), flags, print.tradeId(),
                print.restingOrderId());
    }
}
