package io.undercurrent.bench.market;

import io.undercurrent.codec.Events;
import io.undercurrent.codec.sbe.BookKind;
import io.undercurrent.codec.sbe.LevelDeleteDecoder;
import io.undercurrent.codec.sbe.LevelSetDecoder;
import io.undercurrent.codec.sbe.OrderAddDecoder;
import io.undercurrent.codec.sbe.OrderDeleteDecoder;
import io.undercurrent.codec.sbe.OrderExecuteDecoder;
import io.undercurrent.codec.sbe.OrderReduceDecoder;
import io.undercurrent.codec.sbe.QuoteDecoder;
import io.undercurrent.codec.sbe.Side;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.agrona.DirectBuffer;

/**
 * The obvious book in Java: a hash map of orders and a tree of levels a side. What the engine's book is measured against. It does less:
 * it checks nothing, and does not say what changed. Takes the events of {@link BookStreams} only.
 */
public final class TreeMapBook {
    private record Order(Side side, long price, long size) {
    }

    private record Level(long size, int orders) {
    }

    private final OrderAddDecoder orderAdd = new OrderAddDecoder();
    private final OrderReduceDecoder orderReduce = new OrderReduceDecoder();
    private final OrderDeleteDecoder orderDelete = new OrderDeleteDecoder();
    private final OrderExecuteDecoder orderExecute = new OrderExecuteDecoder();
    private final LevelSetDecoder levelSet = new LevelSetDecoder();
    private final LevelDeleteDecoder levelDelete = new LevelDeleteDecoder();
    private final QuoteDecoder quote = new QuoteDecoder();
    private final boolean byParticipant;
    private final Map<Long, Order> orders = new HashMap<>();
    private final NavigableMap<Long, Level> bids = new TreeMap<>(Collections.reverseOrder());
    private final NavigableMap<Long, Level> asks = new TreeMap<>();

    public TreeMapBook(final BookKind kind) {
        byParticipant = kind == BookKind.BY_PARTICIPANT;
    }

    public void apply(final DirectBuffer buffer, final int at) {
        final int block = at + Events.HEADER_LENGTH;
        final int length = Events.blockLength(buffer, at);
        final int version = Events.version(buffer, at);
        switch (Events.templateId(buffer, at)) {
            case OrderAddDecoder.TEMPLATE_ID -> {
                orderAdd.wrap(buffer, block, length, version);
                put(orderAdd.orderId(), new Order(orderAdd.side(), orderAdd.price(), orderAdd.size()));
            }
            case OrderReduceDecoder.TEMPLATE_ID -> {
                orderReduce.wrap(buffer, block, length, version);
                take(orderReduce.orderId(), orderReduce.side(), orderReduce.size());
            }
            case OrderExecuteDecoder.TEMPLATE_ID -> {
                orderExecute.wrap(buffer, block, length, version);
                take(orderExecute.orderId(), orderExecute.side(), orderExecute.size());
            }
            case OrderDeleteDecoder.TEMPLATE_ID -> {
                orderDelete.wrap(buffer, block, length, version);
                take(orderDelete.orderId(), orderDelete.side(), Long.MAX_VALUE);
            }
            case LevelSetDecoder.TEMPLATE_ID -> {
                levelSet.wrap(buffer, block, length, version);
                levels(levelSet.side()).put(levelSet.price(), new Level(levelSet.size(), levelSet.orderCount()));
            }
            case LevelDeleteDecoder.TEMPLATE_ID -> {
                levelDelete.wrap(buffer, block, length, version);
                levels(levelDelete.side()).remove(levelDelete.price());
            }
            case QuoteDecoder.TEMPLATE_ID -> {
                quote.wrap(buffer, block, length, version);
                bids.clear();
                bids.put(quote.bidPrice(), new Level(quote.bidSize(), 0));
                asks.clear();
                asks.put(quote.askPrice(), new Level(quote.askSize(), 0));
            }
            default -> { }
        }
    }

    private long key(final long orderId, final Side side) {
        return byParticipant ? 2 * orderId + side.value() : orderId;
    }

    private void put(final long orderId, final Order order) {
        final Order old = orders.put(key(orderId, order.side), order);
        if (old != null) {
            change(old.side, old.price, -old.size, -1);
        }
        change(order.side, order.price, order.size, 1);
    }

    private void take(final long orderId, final Side side, final long size) {
        final Order order = orders.remove(key(orderId, side));
        if (order == null) {
            return;
        }
        if (size < order.size) {
            orders.put(key(orderId, side), new Order(order.side, order.price, order.size - size));
            change(order.side, order.price, -size, 0);
        } else {
            change(order.side, order.price, -order.size, -1);
        }
    }

    private void change(final Side side, final long price, final long size, final int count) {
        levels(side).merge(price, new Level(size, count), (a, b) -> {
            final Level sum = new Level(a.size + b.size, a.orders + b.orders);
            return sum.size == 0 ? null : sum;
        });
    }

    private NavigableMap<Long, Level> levels(final Side side) {
        return side == Side.BID ? bids : asks;
    }

    public int levelCount(final Side side) {
        return levels(side).size();
    }

    /** Best price; 0: none. */
    public long bestPrice(final Side side) {
        return levels(side).isEmpty() ? 0 : levels(side).firstKey();
    }

    /** 0: no such level. */
    public long sizeAt(final Side side, final long price) {
        return levels(side).getOrDefault(price, new Level(0, 0)).size;
    }
}
