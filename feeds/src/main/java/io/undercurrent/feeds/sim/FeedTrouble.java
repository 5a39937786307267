package io.undercurrent.feeds.sim;

/**
 * What the feed of one instrument shows of a market that goes on behind it. Troubles write into the same packets as the market does. One
 * thread.
 */
final class FeedTrouble {
    private final SimulatedInstrument profile;
    private final SimBook book;
    private final Packet packet;
    private int shown = Packet.ALL;
    private long phantoms;

    FeedTrouble(final SimulatedInstrument profile, final SimBook book, final Packet packet) {
        this.profile = profile;
        this.book = book;
        this.packet = packet;
    }

    /** What is told of the market: bits of {@link Packet#ALL}. */
    int shown() {
        return shown;
    }

    private void show(final int bits) {
        shown = bits;
        packet.show(bits);
    }

    /** Nothing is told any more. */
    void silence() {
        show(0);
    }

    /** The side is empty, and nothing is told of it any more. */
    void lose(final int side) {
        packet.clear(side);
        show(shown & ~Packet.bit(side));
    }

    /** The source says that something is missing. */
    void gap() {
        packet.gap();
    }

    /** The whole book as it stands, and everything is told again. Orders that nobody made are gone. */
    void recover() {
        show(Packet.ALL);
        packet.snapshotBegin();
        for (int side = 0; side < 2; side++) {
            int left = book.orders(side);
            int price = book.best(side);
            while (left > 0) {
                for (int order = book.first(side, price); order != SimBook.NONE; order = book.next(order)) {
                    packet.add(side, book.idOf(order), price * profile.priceIncrement(), book.sizeOf(order));
                    left--;
                }
                price = left > 0 ? book.nextLevel(side, price) : price;
            }
        }
        packet.snapshotEnd();
    }

    /** Shows an order that nobody made, and returns its id: negative, unlike those of all others. */
    long phantom(final int side, final long price, final int shares) {
        final long id = -(book.idBase() + ++phantoms);
        packet.phantom(side, id, price, shares);
        return id;
    }

    void withdraw(final int side, final long phantom) {
        packet.withdrawPhantom(side, phantom);
    }
}
