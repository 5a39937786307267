package io.undercurrent.feeds.plant;

/**
 * How the recording tells of a print.
 *
 * @param venue packed
 * @param conditions packed
 * @param signed it says who was the aggressor
 */
record PrintStyle(long venue, long conditions, boolean signed) {
    static final PrintStyle UNKNOWN = new PrintStyle(0, 0, false);
}
