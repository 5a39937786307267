/** Nasdaq TotalView-ITCH 5.0: order by order, all stocks of one exchange and day in a binary file. */
package io.undercurrent.feeds.itch;
