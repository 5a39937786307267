package io.undercurrent.codec;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** UTC nanoseconds since 1970 from and to text. */
public final class Times {
    public static final long SECOND_NS = 1_000_000_000L;
    public static final long MINUTE_NS = 60 * SECOND_NS;
    public static final long HOUR_NS = 60 * MINUTE_NS;
    public static final long DAY_NS = 24 * HOUR_NS;

    /** What {@link #parseIso} returns for text that is not such a time. */
    public static final long INVALID = Long.MIN_VALUE;

    /** Where United States exchanges count their midnight. */
    public static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    private Times() {
    }

    /** Midnight of the day at the place; daylight saving is minded. */
    public static long midnightNs(final LocalDate day, final ZoneId zone) {
        return Math.multiplyExact(day.atStartOfDay(zone).toEpochSecond(), SECOND_NS);
    }

    /** Reads {@code yyyy-mm-ddThh:mm:ss[.fffffffff]Z} of the years 1970 to 2199. */
    public static long parseIso(final byte[] text, final int offset, final int length) {
        final int end = offset + length;
        if (length < 20 || length > 30 || text[end - 1] != 'Z' || text[offset + 4] != '-' || text[offset + 7] != '-'
                || text[offset + 10] != 'T' || text[offset + 13] != ':' || text[offset + 16] != ':') {
            return INVALID;
        }
        final int year = digits(text, offset, 4);
        final int month = digits(text, offset + 5, 2);
        final int day = digits(text, offset + 8, 2);
        final int hour = digits(text, offset + 11, 2);
        final int minute = digits(text, offset + 14, 2);
        final int second = digits(text, offset + 17, 2);
        final long epochDay = epochDay(year, month, day);
        if (epochDay == INVALID || hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59) {
            return INVALID;
        }
        long fraction = 0;
        if (length > 20) {
            if (text[offset + 19] != '.' || length == 21) {
                return INVALID;
            }
            long unit = SECOND_NS / 10;
            for (int i = offset + 20; i < end - 1; i++, unit /= 10) {
                final int digit = text[i] - '0';
                if (digit < 0 || digit > 9) {
                    return INVALID;
                }
                fraction += digit * unit;
            }
        }
        return ((epochDay * 24 + hour) * 60 + minute) * MINUTE_NS + second * SECOND_NS + fraction;
    }

    private static int digits(final byte[] text, final int offset, final int count) {
        int value = 0;
        for (int i = offset; i < offset + count; i++) {
            final int digit = text[i] - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = value * 10 + digit;
        }
        return value;
    }

    private static int daysOf(final int year, final int month) {
        return switch (month) {
            case 2 -> year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
            case 4, 6, 9, 11 -> 30;
            default -> 31;
        };
    }

    /**
     * Days since 1970, or {@link #INVALID} where there is no such day, or it is not of the years 1970 to 2199. Makes no object: the
     * civil-calendar count over 400-year eras that begin in March.
     */
    public static long epochDay(final int year, final int month, final int day) {
        if (year < 1970 || year > 2199 || month < 1 || month > 12 || day < 1 || day > daysOf(year, month)) {
            return INVALID;
        }
        final int y = month <= 2 ? year - 1 : year;
        final int era = y / 400;
        final int yearOfEra = y - era * 400;
        final int dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
        final int dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
        return era * 146_097L + dayOfEra - 719_468L;
    }

    /** {@code 2025-07-17T08:05:03.360677248Z}. */
    public static String format(final long timeNs) {
        return Instant.ofEpochSecond(Math.floorDiv(timeNs, SECOND_NS), Math.floorMod(timeNs, SECOND_NS)).toString();
    }
}
