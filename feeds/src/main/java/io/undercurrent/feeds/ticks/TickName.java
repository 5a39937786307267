package io.undercurrent.feeds.ticks;

import io.undercurrent.engine.feed.FeedException;
import io.undercurrent.feeds.FeedOptions;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Of which stock and day a tick file is, by its name: {@code bac_20131008_trade.zip}, or, in a zip, {@code 20131008_bac_Trade_Tick.csv}.
 *
 * @param symbol in capitals
 */
record TickName(String symbol, LocalDate date) {
    private static final Pattern SYMBOL_FIRST = Pattern.compile("([A-Za-z0-9.\\-]{1,24})_(\\d{8})(?:[_.].*)?");
    private static final Pattern DATE_FIRST = Pattern.compile("(\\d{8})_([A-Za-z0-9.\\-]{1,24})_[A-Za-z]+_.*");
    private static final Pattern DATE_ONLY = Pattern.compile("(\\d{8})_.*");

    /** @throws FeedException neither a name nor the options say it */
    static TickName of(final Path path, final String entryName, final FeedOptions options) {
        final Path last = path.getFileName();
        final String fileName = last == null ? "" : last.toString();
        final Optional<String> symbol = symbol(fileName).or(() -> symbol(entryName)).or(options::symbol);
        final Optional<LocalDate> date = date(fileName).or(() -> date(entryName)).or(options::date);
        if (symbol.isEmpty()) {
            throw new FeedException(path + ": its name does not say of which stock it is; give --symbol");
        }
        if (date.isEmpty()) {
            throw new FeedException(path + ": its name does not say of which day it is; give --date yyyy-mm-dd");
        }
        return new TickName(symbol.get().toUpperCase(Locale.ROOT), date.get());
    }

    /** Whether a file of this name says of which stock and day it is. */
    static boolean isName(final String fileName) {
        return symbol(fileName).isPresent() && date(fileName).isPresent();
    }

    private static Optional<String> symbol(final String name) {
        final Matcher dateFirst = DATE_FIRST.matcher(name);
        if (dateFirst.matches()) {
            return Optional.of(dateFirst.group(2));
        }
        final Matcher symbolFirst = SYMBOL_FIRST.matcher(name);
        return symbolFirst.matches() ? Optional.of(symbolFirst.group(1)) : Optional.empty();
    }

    private static Optional<LocalDate> date(final String name) {
        final Matcher symbolFirst = SYMBOL_FIRST.matcher(name);
        if (symbolFirst.matches()) {
            return parse(symbolFirst.group(2));
        }
        final Matcher dateOnly = DATE_ONLY.matcher(name);
        return dateOnly.matches() ? parse(dateOnly.group(1)) : Optional.empty();
    }

    private static Optional<LocalDate> parse(final String digits) {
        try {
            return Optional.of(LocalDate.parse(digits, DateTimeFormatter.BASIC_ISO_DATE));
        } catch (final DateTimeException e) {
            return Optional.empty();
        }
    }
}
