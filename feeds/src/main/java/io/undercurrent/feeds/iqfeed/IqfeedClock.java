package io.undercurrent.feeds.iqfeed;

import io.undercurrent.feeds.input.Fields;

/** The day that the lines of one connection are of: many name only the time. One thread. */
final class IqfeedClock {
    static final long NONE = EasternTimes.INVALID;

    private final EasternTimes times = new EasternTimes();
    private long today = NONE;

    /** Lines that follow are of this day until one says otherwise; in days since 1970, {@link #NONE}: not known. */
    void day(final long epochDay) {
        today = epochDay;
    }

    /** UTC of the time in a field, on the day last told; {@link #NONE}: it is no time, or the day is not known. */
    long timeNs(final Fields fields, final int at) {
        return timeNs(fields, at, today);
    }

    /** As above, on another day. */
    long timeNs(final Fields fields, final int at, final long epochDay) {
        return timeNs(fields.buffer(), fields.start(at), fields.length(at), epochDay);
    }

    /** As above, of a text. */
    long timeNs(final byte[] text, final int start, final int length, final long epochDay) {
        final long timeOfDayNs = EasternTimes.timeOfDayNs(text, start, length);
        return timeOfDayNs == EasternTimes.INVALID || epochDay == NONE ? NONE : times.utcNs(epochDay, timeOfDayNs);
    }
}
