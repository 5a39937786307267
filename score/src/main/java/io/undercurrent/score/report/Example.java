package io.undercurrent.score.report;

import io.undercurrent.score.DayKind;
import io.undercurrent.signals.SignalSide;

/**
 * A stretch of a symbol-day to draw.
 *
 * @param category what it is an example of
 * @param side whose evidence is drawn
 * @param fromNs UTC
 * @param toNs UTC
 */
record Example(Category category, String title, DayKind days, long seed, String symbol, SignalSide side, long fromNs, long toNs) {
    enum Category { FOUND, MISSED, FALSE_ALARM }
}
