package io.undercurrent.feeds.output;

import io.undercurrent.codec.sbe.Side;

/**
 * An order that stands in a book.
 *
 * @param number from 1, of no other order that was ever added, of any instrument: what a file names it by
 * @param size what is left of it
 */
public record RecordedOrder(long number, Side side, long price, long size) {
    RecordedOrder less(final long part) {
        return new RecordedOrder(number, side, price, size - part);
    }
}
