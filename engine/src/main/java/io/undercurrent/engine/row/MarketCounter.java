package io.undercurrent.engine.row;

/** What {@link MarketState} counts besides the outcomes of book events. */
public enum MarketCounter {
    EVENTS,
    SWEEPS,
    ROWS,
    /** Events that change a visible level. */
    BOOK_UPDATES,
    /** Lit trade events: all prints of one aggressor at one time are one. */
    TRADES,
    /** Column values that did not fit their int32, or were clipped on the way there. */
    SATURATED,
    /** Events of an instrument that nobody defined. */
    UNKNOWN_INSTRUMENT,
    /** Definitions that can't be used: an increment of 0 or less, an unknown kind of book, or cut short. */
    BAD_DEFINITION,
    /** Definitions beyond the number of instruments there is room for. */
    INSTRUMENT_REFUSED,
    /** Events whose time is not between 1970 and 2116. They move no clock. */
    BAD_TIME,
    /** Prints without a usable price or size. */
    BAD_PRINT,
    /** Prints more than 250 ms late: of them only the volume counts. */
    LATE_PRINT,
    /** Prints that take back an earlier one; rows don't change afterwards. */
    CANCELLED_PRINT,
    /** Prints sent again, or in a snapshot. */
    REPEATED_PRINT,
    /** Times a book became crossed, seen when a source packet ends or event time moves on; a restart counts one that still is again. */
    CROSSED,
    /** Times a book stayed crossed for more than 2 s. */
    CROSSED_LONG,
    /** Trades whose absorption was not followed because too many were pending. */
    ABSORPTION_OVERFLOW,
    /** Trades whose absorption could not be told: the book was not valid, or did not show that price, 250 ms later. */
    ABSORPTION_UNKNOWN,
    /** Prints that other prices' prints pushed out before they explained a decrease of a level. */
    PRINT_FORGOTTEN,
    /** Windows begun again: first rows, sessions, gaps, halts, long quiet. */
    RESTARTS,
    /** Jumps of event time over the quiet limit. */
    QUIET_JUMPS
}
