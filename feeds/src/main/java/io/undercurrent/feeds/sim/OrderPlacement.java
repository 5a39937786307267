package io.undercurrent.feeds.sim;

/**
 * Where displayed orders stand: behind the best price, less where the queue is long already, and in front of it as far as the fair value
 * leaves room. A quote is left behind when the fair value comes too near; in a name of one tick that is when it is nearly half a tick past
 * it, so that the price has the inertia of its grid (the uncertainty zones of Robert and Rosenbaum 2011). One thread.
 */
final class OrderPlacement {
    private static final double FURTHEST = 12;
    private static final double FAR_SHARE = 0.12;
    private static final double FAR = 4;
    private static final double UNWISE = 0.9;
    /** Who joins a queue that is shorter than a third of the usual. */
    private static final double JOIN = 3;
    private static final double SHORT_QUEUE = 3;
    private static final double ADD_SKEW = 0.12;

    /** Distance from the fair value, in half spreads and ticks, at which a quote is left. */
    private static final double LEAVE_HALVES = 0.9;
    private static final double LEAVE_TICKS = 0.87;
    /** Distance at which the market as a whole sets a new best price. */
    private static final double QUOTE_HALVES = 1.15;
    private static final double QUOTE_TICKS = 0.575;
    /** Distance that single traders dare. */
    private static final double DARE_HALVES = 0.6;
    private static final double CATCH_UP_PER_SECOND = 100;
    private static final double MAX_ROOM = 3;
    /** Of the displayed orders, how many stand in front of the best when the spread is as usual. */
    private static final double IN_FRONT = 0.18;

    private final SimulatedInstrument profile;
    private final SimBook book;
    private final FairValue value;
    private final Influence influence;
    private final Packet packet;
    private final SimRandom random;
    private final Sizes sizes;
    private final double usualQueue;

    OrderPlacement(
            final SimulatedInstrument profile, final SimBook book, final FairValue value, final Influence influence, final Packet packet,
            final SimRandom random) {
        this.profile = profile;
        this.book = book;
        this.value = value;
        this.influence = influence;
        this.packet = packet;
        this.random = random;
        sizes = new Sizes(profile, random);
        usualQueue = profile.usualLevelShares();
    }

    /** An order of the book as it stands when trading starts. */
    void seed(final int side) {
        final double half = value.half();
        final double anchor = side == SimBook.BID ? StrictMath.floor(value.ticks() - half) : StrictMath.ceil(value.ticks() + half);
        post(side, behind(side, (int) anchor, behindTicks()), sizes.draw(profile.orderShares()), 0, OrderLives.standing(random));
    }

    /** New orders behind the best price, per second. */
    double addRate() {
        return profile.ordersPerSecond() * (1 - IN_FRONT) * 0.5 * (influence.adds[SimBook.BID] + influence.adds[SimBook.ASK]);
    }

    /** More on the side that the fair value is far from. */
    void add() {
        final double skew = ADD_SKEW * Math.clamp((value.ticks() - book.mid()) / value.half(), -2, 2);
        final double bids = (0.5 + skew) * influence.adds[SimBook.BID];
        final double asks = (0.5 - skew) * influence.adds[SimBook.ASK];
        final int side = random.chance(bids / (bids + asks)) ? SimBook.BID : SimBook.ASK;
        final int distance = (int) (behindTicks() * influence.depth[side]);
        final int price = behind(side, book.best(side), distance);
        final double queue = 0.5 * book.size(side, price) / (usualQueue * influence.adds[side]);
        final boolean unwise = threat(side, price) > 0 && random.chance(UNWISE);
        if (!unwise && random.chance(1 / (1 + queue * queue))) {
            submit(side, price, distance > profile.depthTicks() ? 2 : 1);
        }
    }

    /** Orders per second that join a best price whose queue is short. */
    double joinRate(final int side) {
        final double queue = SHORT_QUEUE * book.size(side, book.best(side)) / usualQueue;
        return queue >= 1 || threat(side, book.best(side)) > 0 ? 0 : JOIN * profile.ordersPerSecond() * (1 - queue);
    }

    void join(final int side) {
        submit(side, book.best(side), 1);
    }

    /** How far the fair value is past the point where a quote at this price is left, in half spreads; 0 or less: it is not. */
    double threat(final int side, final int price) {
        final double leave = LEAVE_HALVES * value.half() - LEAVE_TICKS;
        return (leave - distance(side, price)) / Math.max(0.5, 0.2 * value.half());
    }

    /** Ticks from a price of this side to the fair value; negative: it is past it, and who takes the price gains. */
    double distance(final int side, final int price) {
        return side == SimBook.BID ? value.ticks() - price : price - value.ticks();
    }

    /** Ticks by which the best price could be improved if a quote must stay so far away from the fair value. */
    private int room(final int side, final double away) {
        return Math.min(book.spread() - 1, (int) StrictMath.floor(distance(side, book.best(side)) - away));
    }

    private int marketRoom(final int side) {
        return room(side, (QUOTE_HALVES * value.half() - QUOTE_TICKS));
    }

    /** Orders in front of the best per second. */
    double improveRate(final int side, final double busy) {
        if (book.spread() <= 1) {
            return 0;
        }
        final double wide = book.spread() / (2 * value.half());
        final double room = marketRoom(side) / Math.max(0.5, 0.25 * value.half());
        final double catchUp = room <= 0 ? 0 : CATCH_UP_PER_SECOND * Math.min(MAX_ROOM, room);
        return catchUp + 0.5 * IN_FRONT * profile.ordersPerSecond() * busy * wide * wide;
    }

    /** An order in front of the best, if there is room. */
    void improve(final int side) {
        final double u = random.uniform();
        final int market = marketRoom(side);
        if (market > 0) {
            submit(side, behind(side, book.best(side), -1 - (int) ((1 - u * u) * market)), 2);
            return;
        }
        final int dared = room(side, DARE_HALVES * value.half());
        if (dared > 0) {
            submit(side, behind(side, book.best(side), -1 - (int) (u * u * dared)), 0);
        }
    }

    private void submit(final int side, final int price, final int zone) {
        final int shares = sizes.draw(profile.orderShares());
        final int group = OrderLives.draw(zone, random);
        if (random.chance(profile.icebergShare())) {
            post(side, price, shares, shares * random.between(3, 12), group);
        } else {
            post(side, price, shares, 0, group);
        }
    }

    /** @param group of {@link OrderLives} */
    void post(final int side, final int price, final int shares, final int reserve, final int group) {
        final int order = book.add(side, price, shares, reserve, group);
        packet.add(side, book.idOf(order), price * profile.priceIncrement(), shares);
    }

    private int behindTicks() {
        final double scale = random.chance(FAR_SHARE) ? FAR * profile.depthTicks() : profile.depthTicks();
        return (int) Math.min(scale * random.exponential(), FURTHEST * profile.depthTicks());
    }

    private static int behind(final int side, final int price, final int ticks) {
        return side == SimBook.BID ? price - ticks : price + ticks;
    }
}
