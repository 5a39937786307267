package io.undercurrent.feeds.sim;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/** A slow, obvious book by order, that fails on anything inconsistent. Prices in 1e-9, sizes in shares. */
public final class WatchedBook {
    private static final int LEVELS = 10;

    private record Order(boolean bid, long price, long size) {
    }

    private final Map<Long, Order> orders = new HashMap<>();
    private final Map<Long, Set<Long>> queues = new HashMap<>();
    private final NavigableMap<Long, Long> bids = new TreeMap<>((a, b) -> Long.compare(b, a));
    private final NavigableMap<Long, Long> asks = new TreeMap<>();

    void add(final long id, final boolean bid, final long price, final long size) {
        require(size > 0 && price > 0, "adds " + size + " at " + price);
        require(orders.put(id, new Order(bid, price, size)) == null, "order " + id + " is there already");
        side(bid).merge(price, size, Long::sum);
        queues.computeIfAbsent(price, any -> new LinkedHashSet<>()).add(id);
    }

    void reduce(final long id, final boolean bid, final long size) {
        final Order order = orders.get(id);
        require(order != null, "order " + id + " is unknown");
        require(order.bid() == bid, "order " + id + " is of the other side");
        require(size > 0 && size <= order.size(), "takes " + size + " of " + order);
        if (size == order.size()) {
            orders.remove(id);
            queues.get(order.price()).remove(id);
        } else {
            orders.put(id, new Order(bid, order.price(), order.size() - size));
        }
        side(bid).computeIfPresent(order.price(), (price, all) -> all == size ? null : all - size);
    }

    void delete(final long id, final boolean bid) {
        final Order order = orders.get(id);
        require(order != null, "order " + id + " is unknown");
        reduce(id, bid, order.size());
    }

    /** Executions follow price, then time. */
    void requireFirst(final long id, final boolean bid, final long price) {
        final Order order = orders.get(id);
        require(order != null && order.bid() == bid && order.price() == price && price == best(bid),
                "executes " + order + " at " + price + ", best " + best(bid));
        require(queues.get(price).iterator().next() == id, "order " + id + " is not the first at " + price);
    }

    void requireUncrossed() {
        if (isTwoSided()) {
            require(best(true) < best(false), "crossed: " + best(true) + " / " + best(false));
        }
    }

    boolean isTwoSided() {
        return !bids.isEmpty() && !asks.isEmpty();
    }

    long best(final boolean bid) {
        return side(bid).firstKey();
    }

    long size(final boolean bid, final long price) {
        return side(bid).getOrDefault(price, 0L);
    }

    long depth10(final boolean bid) {
        return side(bid).values().stream().limit(LEVELS).mapToLong(size -> size).sum();
    }

    int levels(final boolean bid) {
        return side(bid).size();
    }

    int orders() {
        return orders.size();
    }

    private NavigableMap<Long, Long> side(final boolean bid) {
        return bid ? bids : asks;
    }

    private static void require(final boolean holds, final String otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise);
        }
    }
}
