package io.undercurrent.feeds.sim;

/**
 * Where new displayed orders stand: exponentially behind the best price, less where the queue is long already, and inside the spread as far
 * as the fair value leaves room for half a spread. One thread.
 */
final class OrderPlacement {
    private static final double FURTHEST = 12;
    /** Nobody quotes nearer to the fair value than this share of the usual spread, less a constant for those with hardly one. */
    private static final double MARGIN = 0.45;
    private static final double MARGIN_LESS = 0.2;

    private final SimulatedInstrument profile;
    private final SimBook book;
    private final FairValue value;
    private final Influence influence;
    private final Packet packet;
    private final SimRandom random;
    private final double longQueue;

    OrderPlacement(
            final SimulatedInstrument profile, final SimBook book, final FairValue value, final Influence influence, final Packet packet,
            final SimRandom random) {
        this.profile = profile;
        this.book = book;
        this.value = value;
        this.influence = influence;
        this.packet = packet;
        this.random = random;
        longQueue = 2 * profile.usualLevelShares();
    }

    /** An order of the book as it stands when trading starts. */
    void seed(final int side) {
        final double half = 0.5 * profile.spreadTicks();
        final double anchor = side == SimBook.BID ? StrictMath.floor(value.ticks() - half) : StrictMath.ceil(value.ticks() + half);
        submit(side, behind(side, (int) anchor, behindTicks()));
    }

    void add(final int side) {
        final int best = book.best(side);
        final int price = behind(side, best, behindTicks());
        final double queue = book.size(side, price) / longQueue;
        final double threat = side == SimBook.BID ? -value.gap(book.mid()) : value.gap(book.mid());
        final boolean unwise = price == best && threat > 0.8 && random.chance(0.7);
        if (!unwise && random.chance(1 / (1 + queue * queue))) {
            submit(side, price);
        }
    }

    /** 0 while there is no room; 1 about where the spread is what it usually is. */
    double improveUrgency() {
        final int spread = book.spread();
        if (spread <= 1) {
            return 0;
        }
        final double usual = Math.max(1, profile.spreadTicks() / influence.tightness);
        return influence.tightness * (0.2 + 2 * Math.max(0, spread / usual - 1));
    }

    /** An order inside the spread, if the fair value leaves room. */
    void improve(final int side) {
        final int best = book.best(side);
        final double margin = (MARGIN * profile.spreadTicks() - MARGIN_LESS) / influence.tightness;
        final int limit;
        final int room;
        if (side == SimBook.BID) {
            limit = Math.min(book.best(SimBook.ASK) - 1, (int) StrictMath.floor(value.ticks() - margin));
            room = limit - best;
        } else {
            limit = Math.max(book.best(SimBook.BID) + 1, (int) StrictMath.ceil(value.ticks() + margin));
            room = best - limit;
        }
        if (room > 0) {
            // most go a small way
            final double u = random.uniform();
            submit(side, behind(side, best, -1 - (int) (u * u * room)));
        }
    }

    private void submit(final int side, final int price) {
        final int shares = SizeTable.draw(random, profile.sizeMultiple());
        if (random.chance(profile.icebergShare())) {
            final int shown = random.between(1, 3) * 100;
            post(side, price, shown, shown * random.between(4, 12), false);
        } else {
            post(side, price, shares, 0, false);
        }
    }

    void post(final int side, final int price, final int shares, final int reserve, final boolean own) {
        final int order = book.add(side, price, shares, reserve, own);
        packet.add(side, book.idOf(order), price * profile.priceIncrement(), shares);
    }

    private int behindTicks() {
        return (int) Math.min(profile.depthTicks() * random.exponential(), FURTHEST * profile.depthTicks());
    }

    private static int behind(final int side, final int price, final int ticks) {
        return side == SimBook.BID ? price - ticks : price + ticks;
    }
}
