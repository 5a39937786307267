/** Raw recordings of Binance's streams: a book by levels, its best quote and the trades of one symbol. */
package io.undercurrent.feeds.binance;
