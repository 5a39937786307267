package io.undercurrent.feeds.plant;

import io.undercurrent.codec.sbe.BookKind;
import io.undercurrent.codec.sbe.ClearScope;
import io.undercurrent.codec.sbe.Side;
import io.undercurrent.engine.book.BookView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The planted orders that stand in the book of one instrument, and the events that put them there and take them away. In a book by level the
 * size of a level is the recorded one and theirs. One thread.
 */
final class OwnOrders {
    private final Recorded recorded;
    private final PlantedTape tape;
    private final OwnIds ids = new OwnIds();
    private final List<OwnOrder> orders = new ArrayList<>();

    OwnOrders(final Recorded recorded, final PlantedTape tape) {
        this.recorded = recorded;
        this.tape = tape;
    }

    /** Shows an order; empty: there is no id left for it. */
    Optional<OwnOrder> add(final Side side, final long price, final long units, final int part) {
        final long id = ids.take(recorded.kind());
        if (id == 0) {
            return Optional.empty();
        }
        final OwnOrder order = new OwnOrder(id, side, price, part, units);
        orders.add(order);
        if (isByLevel()) {
            setLevel(side, price);
        } else {
            tape.own().orderAdd(recorded.id(), id, side, price, size(units));
        }
        return Optional.of(order);
    }

    /** A part of the order is executed; its print comes before. */
    void execute(final OwnOrder order, final long units) {
        order.units(order.units() - units);
        dropEmpty(order);
        if (isByLevel()) {
            setLevel(order.side(), order.price());
        } else if (recorded.tellsExecutions()) {
            tape.own().orderExecute(recorded.id(), order.id(), order.side(), order.price(), size(units));
        } else {
            tape.own().orderReduce(recorded.id(), order.id(), order.side(), size(units));
        }
    }

    void cancel(final OwnOrder order) {
        order.units(0);
        dropEmpty(order);
        if (isByLevel()) {
            setLevel(order.side(), order.price());
        } else {
            tape.own().orderDelete(recorded.id(), order.id(), order.side());
        }
    }

    void cancelAll() {
        all().forEach(this::cancel);
    }

    private void dropEmpty(final OwnOrder order) {
        if (order.units() == 0) {
            orders.remove(order);
            ids.giveBack(recorded.kind(), order.id());
        }
    }

    /** The recording has cleared its book: with it they are gone. */
    void forget(final ClearScope scope) {
        for (final OwnOrder order : all()) {
            if (scope == ClearScope.BOTH || (scope == ClearScope.BID) == (order.side() == Side.BID)) {
                order.units(0);
                dropEmpty(order);
            }
        }
    }

    /** The recording has set this level of a book by level, and so what stands there of ours: it is shown again. */
    void restore(final Side side, final long price) {
        if (units(side, price) > 0) {
            setLevel(side, price);
        }
    }

    private void setLevel(final Side side, final long price) {
        final long size = recorded.book().sizeAt(side, price) + size(units(side, price));
        if (size > 0) {
            tape.own().levelSet(recorded.id(), side, price, size, 0);
        } else {
            tape.own().levelDelete(recorded.id(), side, price);
        }
    }

    /** The recording has an order of this id: none of ours may have it. */
    void seen(final long id) {
        for (final OwnOrder order : all()) {
            if (order.id() == id) {
                cancel(order);
            }
        }
        ids.seen(id);
    }

    private boolean isByLevel() {
        return recorded.kind() == BookKind.BY_LEVEL;
    }

    private long size(final long units) {
        return units * recorded.sizeIncrement();
    }

    /** Those that stand now; the list does not change with them. */
    List<OwnOrder> all() {
        return List.copyOf(orders);
    }

    /** Those of one part of a programme. */
    List<OwnOrder> of(final int part) {
        return orders.stream().filter(order -> order.part() == part).toList();
    }

    private long units(final Side side, final long price) {
        long sum = 0;
        for (final OwnOrder order : orders) {
            sum += order.side() == side && order.price() == price ? order.units() : 0;
        }
        return sum;
    }

    /** The better of the recorded best price and theirs; {@code BookView.NO_PRICE}: the side is empty. */
    long best(final Side side) {
        long best = recorded.best(side);
        for (final OwnOrder order : orders) {
            if (order.side() == side && (best == BookView.NO_PRICE || order.isBetterThan(best))) {
                best = order.price();
            }
        }
        return best;
    }
}
