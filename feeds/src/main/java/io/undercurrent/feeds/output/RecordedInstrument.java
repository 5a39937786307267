package io.undercurrent.feeds.output;

import io.undercurrent.codec.sbe.InstrumentDefinitionDecoder;
import io.undercurrent.codec.sbe.Side;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** An instrument with its orders and levels, as they stand. One thread. */
public final class RecordedInstrument {
    private final int number;
    private final String symbol;
    private final String venue;
    private final long regularOpenNs;
    private final long regularCloseNs;
    /** By the events' ids, in the order in which they were added. */
    private final Map<Long, RecordedOrder> orders = new LinkedHashMap<>();
    private final NavigableMap<Long, Long> bids = new TreeMap<>(Collections.reverseOrder());
    private final NavigableMap<Long, Long> asks = new TreeMap<>();

    RecordedInstrument(final int number, final InstrumentDefinitionDecoder definition) {
        this.number = number;
        symbol = definition.symbol();
        venue = definition.venue();
        regularOpenNs = definition.regularOpenNs();
        regularCloseNs = definition.regularCloseNs();
    }

    /** From 1, in the order of their definitions. */
    public int number() {
        return number;
    }

    public String symbol() {
        return symbol;
    }

    public String venue() {
        return venue;
    }

    /** UTC; 0: not known. */
    public long regularOpenNs() {
        return regularOpenNs;
    }

    /** UTC; 0: not known. */
    public long regularCloseNs() {
        return regularCloseNs;
    }

    /** Price and size of each level, best first. */
    public NavigableMap<Long, Long> levels(final Side side) {
        return Collections.unmodifiableNavigableMap(side == Side.BID ? bids : asks);
    }

    Optional<RecordedOrder> order(final long id) {
        return Optional.ofNullable(orders.get(id));
    }

    List<Long> ids() {
        return List.copyOf(orders.keySet());
    }

    void put(final long id, final RecordedOrder order) {
        orders.put(id, order);
        level(order.side(), order.price(), order.size());
    }

    /** Takes a part of an order away; nothing may be left of it. */
    void take(final long id, final RecordedOrder order, final long part) {
        level(order.side(), order.price(), -part);
        if (part < order.size()) {
            orders.put(id, order.less(part));
        } else {
            orders.remove(id);
        }
    }

    private void level(final Side side, final long price, final long change) {
        final NavigableMap<Long, Long> levels = side == Side.BID ? bids : asks;
        levels.merge(price, change, (had, more) -> had + more == 0 ? null : Long.valueOf(had + more));
    }
}
