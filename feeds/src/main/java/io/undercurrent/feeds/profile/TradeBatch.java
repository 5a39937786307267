package io.undercurrent.feeds.profile;

/**
 * A trade: all prints of one aggressor at one time.
 *
 * @param sign 1: a buy, −1: a sell, 0: not known
 * @param units its size
 * @param bestUnits size shown at the price it hit before its first print
 * @param mid before it, ticks
 */
record TradeBatch(long timeNs, int sign, double units, double bestUnits, double mid) {
}
