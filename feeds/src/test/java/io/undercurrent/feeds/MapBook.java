package io.undercurrent.feeds;

import io.undercurrent.codec.Decimals;
import io.undercurrent.codec.Events;
import io.undercurrent.codec.sbe.BookClearDecoder;
import io.undercurrent.codec.sbe.LevelDeleteDecoder;
import io.undercurrent.codec.sbe.LevelSetDecoder;
import io.undercurrent.codec.sbe.MessageHeaderDecoder;
import io.undercurrent.codec.sbe.OrderAddDecoder;
import io.undercurrent.codec.sbe.OrderDeleteDecoder;
import io.undercurrent.codec.sbe.OrderExecuteDecoder;
import io.undercurrent.codec.sbe.OrderReduceDecoder;
import io.undercurrent.codec.sbe.OrderReplaceDecoder;
import io.undercurrent.codec.sbe.Side;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.agrona.DirectBuffer;

/** The plainest book there is, of one instrument, by order or by level: what the feeds' events must add up to. */
public final class MapBook {
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final Map<Long, Order> orders = new HashMap<>();
    private final NavigableMap<Long, Long> bids = new TreeMap<>(Collections.reverseOrder());
    private final NavigableMap<Long, Long> asks = new TreeMap<>();
    private long unknownIds;

    private record Order(Side side, long price, long size) {
    }

    public void apply(final DirectBuffer event) {
        switch (Events.templateId(event, 0)) {
            case OrderAddDecoder.TEMPLATE_ID -> {
                final OrderAddDecoder add = new OrderAddDecoder().wrapAndApplyHeader(event, 0, header);
                add(add.orderId(), new Order(add.side(), add.price(), add.size()));
            }
            case OrderReplaceDecoder.TEMPLATE_ID -> {
                final OrderReplaceDecoder replace = new OrderReplaceDecoder().wrapAndApplyHeader(event, 0, header);
                reduce(replace.orderId(), Long.MAX_VALUE);
                add(replace.newOrderId(), new Order(replace.side(), replace.price(), replace.size()));
            }
            case OrderReduceDecoder.TEMPLATE_ID -> {
                final OrderReduceDecoder reduce = new OrderReduceDecoder().wrapAndApplyHeader(event, 0, header);
                reduce(reduce.orderId(), reduce.size());
            }
            case OrderDeleteDecoder.TEMPLATE_ID ->
                    reduce(new OrderDeleteDecoder().wrapAndApplyHeader(event, 0, header).orderId(), Long.MAX_VALUE);
            case OrderExecuteDecoder.TEMPLATE_ID -> {
                final OrderExecuteDecoder execute = new OrderExecuteDecoder().wrapAndApplyHeader(event, 0, header);
                reduce(execute.orderId(), execute.size());
            }
            case LevelSetDecoder.TEMPLATE_ID -> {
                final LevelSetDecoder level = new LevelSetDecoder().wrapAndApplyHeader(event, 0, header);
                side(level.side()).put(level.price(), level.size());
            }
            case LevelDeleteDecoder.TEMPLATE_ID -> {
                final LevelDeleteDecoder level = new LevelDeleteDecoder().wrapAndApplyHeader(event, 0, header);
                side(level.side()).remove(level.price());
            }
            case BookClearDecoder.TEMPLATE_ID -> {
                orders.clear();
                bids.clear();
                asks.clear();
            }
            default -> { }
        }
    }

    /** As {@link #apply}, of a book in which an entry's id is a participant's, who has one on each side: adding it again replaces it. */
    public void applyByParticipant(final DirectBuffer event) {
        switch (Events.templateId(event, 0)) {
            case OrderAddDecoder.TEMPLATE_ID -> {
                final OrderAddDecoder add = new OrderAddDecoder().wrapAndApplyHeader(event, 0, header);
                final long id = ofSide(add.orderId(), add.side());
                if (orders.containsKey(id)) {
                    reduce(id, Long.MAX_VALUE);
                }
                add(id, new Order(add.side(), add.price(), add.size()));
            }
            case OrderDeleteDecoder.TEMPLATE_ID -> {
                final OrderDeleteDecoder delete = new OrderDeleteDecoder().wrapAndApplyHeader(event, 0, header);
                reduce(ofSide(delete.orderId(), delete.side()), Long.MAX_VALUE);
            }
            default -> { }
        }
    }

    private static long ofSide(final long participant, final Side side) {
        return side == Side.BID ? participant : ~participant;
    }

    private NavigableMap<Long, Long> side(final Side side) {
        return side == Side.BID ? bids : asks;
    }

    private void add(final long id, final Order order) {
        orders.put(id, order);
        side(order.side()).merge(order.price(), order.size(), Long::sum);
    }

    private void reduce(final long id, final long size) {
        final Order order = orders.remove(id);
        if (order == null) {
            unknownIds++;
            return;
        }
        final long taken = Math.min(size, order.size());
        side(order.side()).computeIfPresent(order.price(), (price, all) -> all == taken ? null : Long.valueOf(all - taken));
        if (taken < order.size()) {
            orders.put(id, new Order(order.side(), order.price(), order.size() - taken));
        }
    }

    /** {@code bid x size / ask x size}, exact; {@code -} for an empty side. */
    public String top() {
        return best(bids) + " / " + best(asks);
    }

    private static String best(final NavigableMap<Long, Long> side) {
        return side.isEmpty() ? "-" : Decimals.format(side.firstKey()) + " x " + Decimals.format(side.firstEntry().getValue());
    }

    /** The best levels of one side, {@code price x size} each, joined by blanks. */
    public String levels(final Side side, final int count) {
        final StringBuilder text = new StringBuilder();
        side(side).entrySet().stream().limit(count).forEach(level -> text.append(text.isEmpty() ? "" : " ")
                .append(Decimals.format(level.getKey())).append(" x ").append(Decimals.format(level.getValue())));
        return text.toString();
    }

    public int levelCount(final Side side) {
        return side(side).size();
    }

    public long unknownIds() {
        return unknownIds;
    }
}
