package io.undercurrent.feeds;

import io.undercurrent.engine.feed.FeedException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What a user may say about recorded files; each format's help names the options that it uses, the others do nothing.
 *
 * @param symbol of files that do not name it; for files of several symbols, the only one to take
 * @param date of files whose times count from midnight and whose names do not say of which day
 * @param seedBook a ten-level LOBSTER orderbook file whose first row is the book after the first message
 * @param offExchange publisher ids whose rows are off-exchange prints only
 * @param priceIncrement in 1e-9, above 0; empty: what is usual for the format
 * @param sizeIncrement in 1e-9, above 0; empty: what is usual for the format
 */
public record FeedOptions(
        Optional<String> symbol, Optional<LocalDate> date, Optional<Path> seedBook, Set<Integer> offExchange,
        OptionalLong priceIncrement, OptionalLong sizeIncrement) {
    /** Nothing said. */
    public static final FeedOptions NONE = new FeedOptions(
            Optional.empty(), Optional.empty(), Optional.empty(), Set.of(), OptionalLong.empty(), OptionalLong.empty());

    public FeedOptions {
        offExchange = Set.copyOf(offExchange);
        requirePositive("price increment", priceIncrement);
        requirePositive("size increment", sizeIncrement);
    }

    private static void requirePositive(final String what, final OptionalLong value) {
        if (value.isPresent() && value.getAsLong() <= 0) {
            throw new FeedException(what + " must be above 0");
        }
    }

    public FeedOptions withSymbol(final String value) {
        return new FeedOptions(Optional.of(value), date, seedBook, offExchange, priceIncrement, sizeIncrement);
    }

    public FeedOptions withDate(final LocalDate value) {
        return new FeedOptions(symbol, Optional.of(value), seedBook, offExchange, priceIncrement, sizeIncrement);
    }

    public FeedOptions withSeedBook(final Path value) {
        return new FeedOptions(symbol, date, Optional.of(value), offExchange, priceIncrement, sizeIncrement);
    }

    public FeedOptions withOffExchange(final Set<Integer> value) {
        return new FeedOptions(symbol, date, seedBook, value, priceIncrement, sizeIncrement);
    }

    public FeedOptions withPriceIncrement(final long value) {
        return new FeedOptions(symbol, date, seedBook, offExchange, OptionalLong.of(value), sizeIncrement);
    }

    public FeedOptions withSizeIncrement(final long value) {
        return new FeedOptions(symbol, date, seedBook, offExchange, priceIncrement, OptionalLong.of(value));
    }
}
