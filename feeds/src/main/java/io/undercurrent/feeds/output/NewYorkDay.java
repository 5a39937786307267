package io.undercurrent.feeds.output;

import io.undercurrent.codec.Times;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A day of New York, in which files count their times.
 *
 * @param startNs its midnight, UTC
 * @param endNs the next
 */
public record NewYorkDay(LocalDate date, long startNs, long endNs) {
    /** No time is of this one. */
    public static final NewYorkDay NONE = new NewYorkDay(LocalDate.EPOCH, 0, 0);

    public static NewYorkDay of(final long timeNs) {
        final LocalDate date = Instant.ofEpochSecond(Math.floorDiv(timeNs, Times.SECOND_NS)).atZone(Times.NEW_YORK).toLocalDate();
        return new NewYorkDay(date, Times.midnightNs(date, Times.NEW_YORK), Times.midnightNs(date.plusDays(1), Times.NEW_YORK));
    }

    public boolean has(final long timeNs) {
        return timeNs >= startNs && timeNs < endNs;
    }
}
