/**
 * Exact books: what stands in an instrument's order book after each event, for feeds that show orders, participants' quotes, price levels
 * or only the best quote. Nothing here starts a thread, reads a clock or throws for what an event says.
 */
package io.undercurrent.engine.book;
