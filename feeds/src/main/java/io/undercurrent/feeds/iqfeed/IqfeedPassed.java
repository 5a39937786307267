package io.undercurrent.feeds.iqfeed;

/** Lines that are good and say nothing of books or trades. */
enum IqfeedPassed {
    FUNDAMENTAL,
    REGIONAL,
    NEWS,
    MARKET_MAKER_NAME,
    SYSTEM,
    ERROR,
    SYMBOL_NOT_FOUND,
    NO_DEPTH,
    IGNORED_BY_SERVER,
    /** A level 1 line in which neither a trade nor a quote is news. */
    NO_NEWS,
    /** Price levels of a symbol whose orders are there, or the other way round. */
    OTHER_BOOK,
    OTHER_SYMBOL
}
