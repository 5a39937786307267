package io.undercurrent.bench.market;

import io.undercurrent.codec.sbe.Side;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.NavigableMap;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * A made-up stock by order: about as many orders are added as leave, most near the best price, the best ones are executed in turn, and
 * the book never crosses. The seed decides everything. Not for measuring: it allocates as it likes.
 */
public final class RandomOrders {
    private static final int START_PRICE = 58_500;
    private static final double NEAR_TICKS = 8;
    private static final int FAR_TICKS = 300;

    private final SplittableRandom random;
    private final OrderActions actions;
    private final int targetOrders;
    private final List<Order> live = new ArrayList<>();
    private final NavigableMap<Long, Deque<Order>> bids = new TreeMap<>();
    private final NavigableMap<Long, Deque<Order>> asks = new TreeMap<>();
    private long nextId = 1;

    private static final class Order {
        private final long id;
        private final Side side;
        private final long price;
        private long size;
        private int index;

        Order(final long id, final Side side, final long price, final long size, final int index) {
            this.id = id;
            this.side = side;
            this.price = price;
            this.size = size;
            this.index = index;
        }
    }

    /** @param targetOrders about as many are in the book, both sides together, once {@link #fill} has run */
    public RandomOrders(final long seed, final int targetOrders, final OrderActions actions) {
        random = new SplittableRandom(seed);
        this.targetOrders = targetOrders;
        this.actions = actions;
    }

    /** Only adds, until the book has its size. */
    public void fill() {
        while (live.size() < targetOrders) {
            add();
        }
    }

    /** One thing happens to one order. */
    public void step() {
        final int roll = random.nextInt(1_000);
        if (live.size() < targetOrders / 2 || roll < (live.size() < targetOrders ? 500 : 440)) {
            add();
        } else if (roll < 880) {
            final Order order = live.get(random.nextInt(live.size()));
            actions.delete(order.id, order.side, order.price, order.size);
            remove(order);
        } else if (roll < 910) {
            reduce(live.get(random.nextInt(live.size())));
        } else if (roll < 990) {
            execute(random.nextBoolean() ? Side.BID : Side.ASK);
        } else {
            final Side side = random.nextBoolean() ? Side.BID : Side.ASK;
            actions.hidden(side, best(side), size());
        }
    }

    private void add() {
        final Side side = random.nextBoolean() ? Side.BID : Side.ASK;
        final Side other = side == Side.BID ? Side.ASK : Side.BID;
        final long distance = 1 + (random.nextInt(20) == 0 ? random.nextInt(FAR_TICKS) : (long) (NEAR_TICKS * random.nextExponential()));
        final long price = Math.max(1, best(other) + (side == Side.BID ? -distance : distance));
        final Order order = new Order(nextId++, side, price, size(), live.size());
        live.add(order);
        levels(side).computeIfAbsent(price, p -> new ArrayDeque<>()).add(order);
        actions.add(order.id, side, price, order.size);
    }

    private void reduce(final Order order) {
        if (order.size > 1) {
            final long size = 1 + random.nextLong(order.size - 1);
            order.size -= size;
            actions.reduce(order.id, order.side, order.price, size);
        } else {
            actions.delete(order.id, order.side, order.price, order.size);
            remove(order);
        }
    }

    private void execute(final Side side) {
        final NavigableMap<Long, Deque<Order>> levels = levels(side);
        if (levels.isEmpty()) {
            add();
            return;
        }
        final Order order = levels.get(best(side)).getFirst();
        final long size = Math.min(order.size, size());
        actions.execute(order.id, side, order.price, size);
        order.size -= size;
        if (order.size == 0) {
            remove(order);
        }
    }

    private void remove(final Order order) {
        final Order last = live.removeLast();
        if (last != order) {
            live.set(order.index, last);
            last.index = order.index;
        }
        final Deque<Order> level = levels(order.side).get(order.price);
        level.remove(order);
        if (level.isEmpty()) {
            levels(order.side).remove(order.price);
        }
    }

    private NavigableMap<Long, Deque<Order>> levels(final Side side) {
        return side == Side.BID ? bids : asks;
    }

    private long best(final Side side) {
        if (levels(side).isEmpty()) {
            return START_PRICE;
        }
        return side == Side.BID ? bids.lastKey() : asks.firstKey();
    }

    private long size() {
        return random.nextInt(3) == 0 ? 1 + random.nextInt(99) : 100L * (1 + random.nextInt(5));
    }
}
