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

    private static final int WINDOW = 1 << 12;
    private static final int MASK = WINDOW - 1;

    private final long idBase;
    private long nextId = 1;

    private final int[][] levelSize = new int[2][WINDOW];
    private final int[][] levelCount = new int[2][WINDOW];
    private final int[][] levelOwn = new int[2][WINDOW];
    private final int[][] head = new int[2][WINDOW];
    private final int[][] tail = new int[2][WINDOW];
    private final int[] best = {NONE, NONE};

    private long[] id = new long[1024];
    private int[] tick = new int[1024];
    private int[] size = new int[1024];
    private int[] reserve = new int[1024];
    private int[] display = new int[1024];
    private boolean[] own = new boolean[1024];
    private int[] next = new int[1024];
    private int[] previous = new int[1024];
    private int[] place = new int[1024];
    private int[] free = new int[1024];
    private int freeCount;
    private int used;

    private final int[][] live = new int[2][1024];
    private final int[] liveCount = new int[2];

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
     * @param ownOrder belongs to the running programme
     * @return the order
     */
    int add(final int side, final int price, final int shares, final int reserveShares, final boolean ownOrder) {
        final int order = freeCount > 0 ? free[--freeCount] : used++;
        if (order == id.length) {
            grow();
        }
        id[order] = idBase + nextId++;
        tick[order] = price;
        size[order] = shares;
        reserve[order] = reserveShares;
        display[order] = shares;
        own[order] = ownOrder;
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
        if (ownOrder) {
            levelOwn[side][slot] += shares;
        }
        if (liveCount[side] == live[side].length) {
            live[side] = Arrays.copyOf(live[side], live[side].length * 2);
        }
        place[order] = liveCount[side];
        live[side][liveCount[side]++] = order;
        if (best[side] == NONE || isBetter(side, price, best[side])) {
            best[side] = price;
        }
        return order;
    }

    /** Takes shares away; the order is gone when none is left. */
    void reduce(final int side, final int order, final int shares) {
        final int slot = tick[order] & MASK;
        size[order] -= shares;
        levelSize[side][slot] -= shares;
        if (own[order]) {
            levelOwn[side][slot] -= shares;
        }
        if (size[order] == 0) {
            unlink(side, order, slot);
        }
    }

    void remove(final int side, final int order) {
        reduce(side, order, size[order]);
    }

    private void unlink(final int side, final int order, final int slot) {
        if (previous[order] == NONE) {
            head[side][slot] = next[order];
        } else {
            next[previous[order]] = next[order];
        }
        if (next[order] == NONE) {
            tail[side][slot] = previous[order];
        } else {
            previous[next[order]] = previous[order];
        }
        final int last = live[side][--liveCount[side]];
        live[side][place[order]] = last;
        place[last] = place[order];
        if (freeCount == free.length) {
            free = Arrays.copyOf(free, free.length * 2);
        }
        free[freeCount++] = order;
        if (--levelCount[side][slot] == 0 && tick[order] == best[side]) {
            best[side] = liveCount[side] == 0 ? NONE : nextLevel(side, best[side]);
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

    /** Orders of the ended programme become anybody's. */
    void disown() {
        for (int side = 0; side < 2; side++) {
            for (int i = 0; i < liveCount[side]; i++) {
                own[live[side][i]] = false;
            }
            Arrays.fill(levelOwn[side], 0);
        }
    }

    /** The first order of the programme at the price, {@link #NONE} without. */
    int firstOwn(final int side, final int price) {
        int order = levelCount[side][price & MASK] == 0 ? NONE : head[side][price & MASK];
        while (order != NONE && !own[order]) {
            order = next[order];
        }
        return order;
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

    /** Shares shown at the best ten prices. */
    int depth10(final int side) {
        int sum = 0;
        int shown = 0;
        int price = best[side];
        for (int level = 0; level < 10 && price != NONE; level++) {
            sum += size(side, price);
            shown += count(side, price);
            price = shown == liveCount[side] ? NONE : nextLevel(side, price);
        }
        return sum;
    }

    int ownSize(final int side, final int price) {
        return levelOwn[side][price & MASK];
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
        return liveCount[side];
    }

    /** One of the live orders of the side, in no order. */
    int order(final int side, final int index) {
        return live[side][index];
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
        return own[order];
    }

    private void grow() {
        final int length = id.length * 2;
        id = Arrays.copyOf(id, length);
        tick = Arrays.copyOf(tick, length);
        size = Arrays.copyOf(size, length);
        reserve = Arrays.copyOf(reserve, length);
        display = Arrays.copyOf(display, length);
        own = Arrays.copyOf(own, length);
        next = Arrays.copyOf(next, length);
        previous = Arrays.copyOf(previous, length);
        place = Arrays.copyOf(place, length);
    }
}
