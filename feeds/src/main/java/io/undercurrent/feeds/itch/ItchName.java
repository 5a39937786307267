package io.undercurrent.feeds.itch;

import io.undercurrent.codec.Times;
import io.undercurrent.engine.feed.FeedException;
import io.undercurrent.feeds.FeedOptions;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Of which day and exchange a file is, by its name: {@code 01302019.NASDAQ_ITCH50}, {@code 20190130.BX_ITCH_50} or
 * {@code S013019-v50.txt}, with whatever ending.
 *
 * @param market {@code NASDAQ}, {@code BX} or {@code PSX}
 */
record ItchName(LocalDate date, String market) {
    static final ItchName NONE = new ItchName(LocalDate.EPOCH, "NASDAQ");

    private static final Pattern MONTH_FIRST = Pattern.compile("(\\d{2})(\\d{2})(\\d{4})\\D.*");
    private static final Pattern YEAR_FIRST = Pattern.compile("((?:19|20)\\d{2})(\\d{2})(\\d{2})\\D.*");
    private static final Pattern SHORT_YEAR = Pattern.compile("S(\\d{2})(\\d{2})(\\d{2})\\D.*");

    /** @throws FeedException neither a name nor the options say the day */
    static ItchName of(final Path path, final String entryName, final FeedOptions options) {
        final Path last = path.getFileName();
        final String fileName = last == null ? "" : last.toString();
        final LocalDate date = date(fileName).or(() -> date(entryName)).or(options::date).orElseThrow(() -> new FeedException(
                path + ": its name does not say of which day it is; give --date yyyy-mm-dd"));
        final String names = fileName + " " + entryName;
        return new ItchName(date, names.contains("PSX_") ? "PSX" : names.contains("BX_") ? "BX" : "NASDAQ");
    }

    private static Optional<LocalDate> date(final String name) {
        final Matcher yearFirst = YEAR_FIRST.matcher(name);
        if (yearFirst.matches()) {
            final Optional<LocalDate> date = date(yearFirst.group(1), yearFirst.group(2), yearFirst.group(3));
            if (date.isPresent()) {
                return date;
            }
        }
        final Matcher monthFirst = MONTH_FIRST.matcher(name);
        if (monthFirst.matches()) {
            return date(monthFirst.group(3), monthFirst.group(1), monthFirst.group(2));
        }
        final Matcher shortYear = SHORT_YEAR.matcher(name);
        return shortYear.matches() ? date("20" + shortYear.group(3), shortYear.group(1), shortYear.group(2)) : Optional.empty();
    }

    private static Optional<LocalDate> date(final String year, final String month, final String day) {
        try {
            return Optional.of(LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
        } catch (final DateTimeException e) {
            return Optional.empty();
        }
    }

    /** UTC. */
    long midnightNs() {
        return Times.midnightNs(date, Times.NEW_YORK);
    }

    /** The letter that messages name the exchange with. */
    byte letter() {
        return (byte) switch (market) {
            case "BX" -> 'B';
            case "PSX" -> 'X';
            default -> 'Q';
        };
    }
}
