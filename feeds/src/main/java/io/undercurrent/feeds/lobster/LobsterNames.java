package io.undercurrent.feeds.lobster;

import io.undercurrent.engine.feed.FeedException;
import io.undercurrent.feeds.FeedOptions;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which stock and day a LOBSTER file is of. */
final class LobsterNames {
    private static final Pattern FORM = Pattern.compile("([A-Za-z0-9.\\-]{1,24})_(\\d{4}-\\d{2}-\\d{2})_.*");

    private final FeedOptions options;

    /** One stock on one day. */
    record StockDay(String symbol, LocalDate date) {
    }

    /** Whether a file of this name says of which stock and day it is. */
    static boolean isName(final String name) {
        return parse(name).isPresent();
    }

    LobsterNames(final FeedOptions options) {
        this.options = options;
    }

    /** @throws FeedException neither the name nor the options say it */
    StockDay of(final Path path, final String name) {
        final Optional<StockDay> named = parse(fileName(path)).or(() -> parse(name));
        final Optional<String> symbol = named.map(StockDay::symbol).or(options::symbol);
        final Optional<LocalDate> date = named.map(StockDay::date).or(options::date);
        if (symbol.isEmpty()) {
            throw new FeedException(path + ": its name does not say of which stock it is; give --symbol");
        }
        if (date.isEmpty()) {
            throw new FeedException(path + ": its name does not say of which day it is; give --date yyyy-mm-dd");
        }
        return new StockDay(symbol.get(), date.get());
    }

    private static String fileName(final Path path) {
        final Path last = path.getFileName();
        return last == null ? "" : last.toString();
    }

    private static Optional<StockDay> parse(final String name) {
        final Matcher matcher = FORM.matcher(name);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new StockDay(matcher.group(1), LocalDate.parse(matcher.group(2))));
        } catch (final DateTimeException e) {
            return Optional.empty();
        }
    }
}
