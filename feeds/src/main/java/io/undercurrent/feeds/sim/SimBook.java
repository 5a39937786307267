package io.undercurrent.feeds.sim;

import java.util.Arrays;

/**
 * The order book of one simulated instrument: orders in price-time priority, prices in ticks, sizes in shares. Orders are indices into
 * arrays that are used again; levels are slots of a ring of {@value #WINDOW} ticks, so the live orders of a side must lie closer together
 * than that (the flow removes those far away). One thread; allocates only to grow.
 */
final class SimBook {
    static final int BID = 0;
    static final int ASK = 1;

    /** No order, and the best price of an empty side. */
    static final int NONE = Integer.MIN_VALUE;

    /** Room at the start. */
    private static final int ORDERS = 1 << 12;
    private static final int WINDOW = 1 << 12;
    private static final int MASK = WINDOW - 1;

    private final long idBase;
    private long nextId = 1;

    private final int[][] levelSize = new int[2][WINDOW];
    private final int[][] levelCount = new int[2][WINDOW];
    private final int[][] head = new int[2][WINDOW];
    private final int[][] tail = new int[2][WINDOW];
    private final int[] best = {NONE, NONE};

    private long[] id = new long[ORDERS];
    private int[] tick = new int[ORDERS];
    private int[] size = new int[ORDERS];
    private int[] reserve = new int[ORDERS];
    private int[] display = new int[ORDERS];
    private byte[] orderSide = new byte[ORDERS];
    private byte[] orderGroup = new byte[ORDERS];
    private int[] next = new int[ORDERS];
    private int[] previous = new int[ORDERS];
    private int[] place = new int[ORDERS];
    private int[] free = new int[ORDERS];
    private int freeCount;
    private int used;

    private final int[][] live = new int[OrderLives.ALL][ORDERS];
    private final int[] liveCount = new int[OrderLives.ALL];
    private final int[] orders = new int[2];

    /** Below all order ids of this book, above those of the books of earlier instruments. */
    long idBase() {
        return idBase;
    }

    /** @param instrument from 0; makes order ids differ between instruments */
    SimBook(final int instrument) {
        idBase = (instrument + 1L) << 40;
    }

    /**
     * @param reserveShares shares behind the displayed ones: a native iceberg; 0: none
     * @param group of {@link OrderLives}
     * @return the order
     */
    int add(final int side, final int price, final int shares, final int reserveShares, final int group) {
        final int order = freeCount > 0 ? free[--freeCount] : used++;
        if (order == id.length) {
            grow();
        }
        id[order] = idBase + nextId++;
        tick[order] = price;
        size[order] = shares;
        reserve[order] = reserveShares;
        display[order] = shares;
        orderSide[order] = (byte) side;
        orderGroup[order] = (byte) group;
        final int slot = price & MASK;
        next[order] = NONE;
        if (levelCount[side][slot]++ == 0) {
            head[side][slot] = order;
            previous[order] = NONE;
        } else {
            previous[order] = tail[side][slot];
            next[tail[side][slot]] = order;
        }
        tail[side][slot] = order;
        levelSize[side][slot] += shares;
        list(order, group);
        if (orders[side]++ == 0 || isBetter(side, price, best[side])) {
            best[side] = price;
        }
        return order;
    }

    private void list(final int order, final int group) {
        if (liveCount[group] == live[group].length) {
            live[group] = Arrays.copyOf(live[group], live[group].length * 2);
        }
        place[order] = liveCount[group];
        live[group][liveCount[group]++] = order;
    }

    /** Takes shares away; the order is gone when none is left. */
    void reduce(final int order, final int shares) {
        final int slot = tick[order] & MASK;
        size[order] -= shares;
        levelSize[orderSide[order]][slot] -= shares;
        if (size[order] == 0) {
            unlink(order, slot);
        }
    }

    void remove(final int order) {
        reduce(order, size[order]);
    }

    private void unlink(final int order, final int slot) {
        final int at = orderSide[order];
        if (previous[order] == NONE) {
            head[at][slot] = next[order];
        } else {
            next[previous[order]] = next[order];
        }
        if (next[order] == NONE) {
            tail[at][slot] = previous[order];
        } else {
            previous[next[order]] = previous[order];
        }
        final int in = orderGroup[order];
        final int last = live[in][--liveCount[in]];
        live[in][place[order]] = last;
        place[last] = place[order];
        if (freeCount == free.length) {
            free = Arrays.copyOf(free, free.length * 2);
        }
        free[freeCount++] = order;
        orders[at]--;
        if (--levelCount[at][slot] == 0 && tick[order] == best[at]) {
            best[at] = orders[at] == 0 ? NONE : nextLevel(at, best[at]);
        }
    }

    /** The nearest level behind this price; the side must have one. */
    int nextLevel(final int side, final int price) {
        final int step = side == BID ? -1 : 1;
        int at = price + step;
        while (levelCount[side][at & MASK] == 0) {
            at += step;
        }
        return at;
    }

    /** The first order of this group at the price, {@link #NONE} without. */
    int first(final int side, final int price, final int group) {
        int order = levelCount[side][price & MASK] == 0 ? NONE : head[side][price & MASK];
        while (order != NONE && orderGroup[order] != group) {
            order = next[order];
        }
        return order;
    }

    /** Shares of this group at the price. */
    int size(final int side, final int price, final int group) {
        int sum = 0;
        for (int order = first(side, price, group); order != NONE; order = next[order]) {
            sum += orderGroup[order] == group ? size[order] : 0;
        }
        return sum;
    }

    static boolean isBetter(final int side, final int price, final int than) {
        return side == BID ? price > than : price < than;
    }

    /** Price steps from the best of the side, 0 at the best, negative in front of it. */
    int distance(final int side, final int price) {
        return side == BID ? best[BID] - price : price - best[ASK];
    }

    int best(final int side) {
        return best[side];
    }

    int spread() {
        return best[ASK] - best[BID];
    }

    double mid() {
        return 0.5 * (best[BID] + best[ASK]);
    }

    int size(final int side, final int price) {
        return levelSize[side][price & MASK];
    }

    int count(final int side, final int price) {
        return levelCount[side][price & MASK];
    }

    /** First in time at the price. */
    int first(final int side, final int price) {
        return head[side][price & MASK];
    }

    /** Behind this one at its price; {@link #NONE}: it is the last. */
    int next(final int order) {
        return next[order];
    }

    int last(final int side, final int price) {
        return tail[side][price & MASK];
    }

    int orders(final int side) {
        return orders[side];
    }

    /** Live orders of a group of {@link OrderLives}, both sides. */
    int live(final int group) {
        return liveCount[group];
    }

    /** One of them, in no order. */
    int order(final int group, final int index) {
        return live[group][index];
    }

    int groupOf(final int order) {
        return orderGroup[order];
    }

    int sideOf(final int order) {
        return orderSide[order];
    }

    long idOf(final int order) {
        return id[order];
    }

    int priceOf(final int order) {
        return tick[order];
    }

    int sizeOf(final int order) {
        return size[order];
    }

    int reserveOf(final int order) {
        return reserve[order];
    }

    int displayOf(final int order) {
        return display[order];
    }

    boolean isOwn(final int order) {
        return orderGroup[order] >= OrderLives.OWN;
    }

    private void grow() {
        final int length = id.length * 2;
        id = Arrays.copyOf(id, length);
        tick = Arrays.copyOf(tick, length);
        size = Arrays.copyOf(size, length);
        reserve = Arrays.copyOf(reserve, length);
        display = Arrays.copyOf(display, length);
        orderSide = Arrays.copyOf(orderSide, length);
        orderGroup = Arrays.copyOf(orderGroup, length);
        next = Arrays.copyOf(next, length);
        previous = Arrays.copyOf(previous, length);
        place = Arrays.copyOf(place, length);
    }
}
