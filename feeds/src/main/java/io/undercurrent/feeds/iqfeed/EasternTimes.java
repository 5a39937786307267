package io.undercurrent.feeds.iqfeed;

import io.undercurrent.codec.Times;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;

/** Reads dates and times of day, and turns those of New York into UTC, minding daylight saving. Allocates once a day. One thread. */
final class EasternTimes {
    /** What the readers return for text that is no such date or time. */
    static final long INVALID = Times.INVALID;

    /** Clocks are changed at two in the morning; the hour that comes twice is taken as its first coming. */
    private static final long CHANGE_NS = 2 * Times.HOUR_NS;

    private long cachedDay = INVALID;
    private long offsetBeforeNs;
    private long offsetAfterNs;

    /** @param epochDay of New York */
    long utcNs(final long epochDay, final long timeOfDayNs) {
        if (epochDay != cachedDay) {
            cachedDay = epochDay;
            final LocalDate day = LocalDate.ofEpochDay(epochDay);
            offsetBeforeNs = offsetNs(day, LocalTime.MIDNIGHT);
            offsetAfterNs = offsetNs(day, LocalTime.NOON);
        }
        return epochDay * Times.DAY_NS + timeOfDayNs - (timeOfDayNs < CHANGE_NS ? offsetBeforeNs : offsetAfterNs);
    }

    private static long offsetNs(final LocalDate day, final LocalTime time) {
        final ZoneOffset offset = day.atTime(time).atZone(Times.NEW_YORK).getOffset();
        return offset.getTotalSeconds() * Times.SECOND_NS;
    }

    /** {@code HH:MM:SS[.f…]} with up to nine decimals, since midnight. */
    static long timeOfDayNs(final byte[] text, final int start, final int length) {
        if (length < 8 || length == 9 || length > 18 || text[start + 2] != ':' || text[start + 5] != ':'
                || (length > 8 && text[start + 8] != '.')) {
            return INVALID;
        }
        final int hour = number(text, start, 2);
        final int minute = number(text, start + 3, 2);
        final int second = number(text, start + 6, 2);
        final int decimals = Math.max(0, length - 9);
        long fraction = decimals == 0 ? 0 : number(text, start + 9, decimals);
        if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59 || fraction < 0) {
            return INVALID;
        }
        for (int i = decimals; i < 9; i++) {
            fraction *= 10;
        }
        return hour * Times.HOUR_NS + minute * Times.MINUTE_NS + second * Times.SECOND_NS + fraction;
    }

    /** {@code YYYY-MM-DD}, in days since 1970. */
    static long isoDay(final byte[] text, final int start, final int length) {
        return length != 10 || text[start + 4] != '-' || text[start + 7] != '-' ? INVALID
                : Times.epochDay(number(text, start, 4), number(text, start + 5, 2), number(text, start + 8, 2));
    }

    /** {@code MM/DD/YYYY}, in days since 1970. */
    static long usDay(final byte[] text, final int start, final int length) {
        return length != 10 || text[start + 2] != '/' || text[start + 5] != '/' ? INVALID
                : Times.epochDay(number(text, start + 6, 4), number(text, start, 2), number(text, start + 3, 2));
    }

    /** {@code YYYYMMDD}, in days since 1970. */
    static long basicDay(final byte[] text, final int start, final int length) {
        return length != 8 ? INVALID
                : Times.epochDay(number(text, start, 4), number(text, start + 4, 2), number(text, start + 6, 2));
    }

    /** -1: not only digits. */
    private static int number(final byte[] text, final int start, final int digits) {
        int value = 0;
        for (int i = start; i < start + digits; i++) {
            final int digit = text[i] - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = value * 10 + digit;
        }
        return value;
    }
}
