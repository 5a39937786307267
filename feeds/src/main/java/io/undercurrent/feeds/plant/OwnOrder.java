package io.undercurrent.feeds.plant;

import io.undercurrent.codec.sbe.Side;

/** A planted order that stands in the book. One thread. */
final class OwnOrder {
    private final long id;
    private final Side side;
    private final long price;
    private final int part;
    private long units;

    /** @param part of the programme that it belongs to */
    OwnOrder(final long id, final Side side, final long price, final int part, final long units) {
        this.id = id;
        this.side = side;
        this.price = price;
        this.part = part;
        this.units = units;
    }

    long id() {
        return id;
    }

    Side side() {
        return side;
    }

    long price() {
        return price;
    }

    int part() {
        return part;
    }

    /** Size in size increments; 0: it stands no more. */
    long units() {
        return units;
    }

    void units(final long left) {
        units = left;
    }

    /** It would trade with an order of the other side at this price. */
    boolean meets(final long otherPrice) {
        return side == Side.BID ? price >= otherPrice : price <= otherPrice;
    }

    /** Who trades at this price on its side has passed it by. */
    boolean isBetterThan(final long otherPrice) {
        return side == Side.BID ? price > otherPrice : price < otherPrice;
    }
}
