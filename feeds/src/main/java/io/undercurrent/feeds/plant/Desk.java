package io.undercurrent.feeds.plant;

import io.undercurrent.codec.sbe.BookKind;
import io.undercurrent.codec.sbe.Side;
import io.undercurrent.engine.book.BookView;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * What one part of a programme acts through. Sizes are in size increments, prices in 1e-9. Whom it trades with is planted too: nothing that is
 * recorded is ever executed. One thread.
 */
final class Desk {
    private static final long MS_NS = 1_000_000L;
    private static final long ROUND_LOT = 100;
    /** So many usual orders behind its target it is twice as quick. */
    private static final double HURRY = 3;
    private static final double LEAST_PAUSE_MS = 15;

    private final Market market;
    private final Running running;
    private final int part;
    private final Side side;
    private final SplittableRandom random;
    /** Bought off exchange, and not yet reported. */
    private long unreported;

    /** What all desks of an instrument share. */
    record Market(Recorded recorded, OwnOrders orders, TopQuote top, Prints prints, PlantedTape tape, Timers timers) {
        /** Of the recording and what is planted. */
        long best(final Side of) {
            return recorded.isTop() ? top.best(of) : orders.best(of);
        }
    }

    /** @param side that it buys on: the bid, or for distribution the offer */
    Desk(final Market market, final Running running, final int part, final Side side, final SplittableRandom random) {
        this.market = market;
        this.running = running;
        this.part = part;
        this.side = side;
        this.random = random;
    }

    Recorded recorded() {
        return market.recorded();
    }

    SplittableRandom random() {
        return random;
    }

    Side side() {
        return side;
    }

    Side otherSide() {
        return side == Side.BID ? Side.ASK : Side.BID;
    }

    long nowNs() {
        return market.tape().nowNs();
    }

    /** Best price of its side, its own orders included. */
    long best() {
        return market.best(side);
    }

    /** Steps from the best price of its side; negative in front of it. */
    long distance(final long price) {
        final long steps = (best() - price) / recorded().priceIncrement();
        return side == Side.BID ? steps : -steps;
    }

    /** So many steps away from the other side. */
    long behind(final long price, final long steps) {
        final long away = steps * recorded().priceIncrement();
        return side == Side.BID ? price - away : price + away;
    }

    double between(final double low, final double high) {
        return low + (high - low) * random.nextDouble();
    }

    double exponential() {
        return -StrictMath.log(1 - random.nextDouble());
    }

    /** A time to wait, ms: shorter for who is behind his target. */
    double pause(final double low, final double high) {
        return Math.max(LEAST_PAUSE_MS, between(low, high) / (1 + Math.max(0, behind()) / (HURRY * usual())));
    }

    long usual() {
        return recorded().usual();
    }

    /** Participation that the whole programme aims at. */
    double target() {
        return running.episode().participation();
    }

    /** A size in round lots, where usual ones are; 1 at least. */
    long lots(final double units) {
        return usual() < ROUND_LOT ? Math.max(1, Math.round(units)) : Math.max(1, Math.round(units / ROUND_LOT)) * ROUND_LOT;
    }

    /** How far it is behind its target. */
    double behind() {
        return running.progress().behind(part) - unreported;
    }

    /** So far behind that trading this much brings it nearer to its target. */
    boolean wants(final long units) {
        return behind() >= 0.5 * units;
    }

    List<OwnOrder> orders() {
        return market.orders().of(part);
    }

    /** Its orders at this price. */
    List<OwnOrder> orders(final Side of, final long price) {
        return orders().stream().filter(order -> order.side() == of && order.price() == price).toList();
    }

    /** Shows an order, unless it would trade at once or cannot be shown. */
    void post(final Side of, final long price, final long units) {
        if (!recorded().isOpen() || recorded().isTop() || price <= 0) {
            return;
        }
        final Side against = of == Side.BID ? Side.ASK : Side.BID;
        final long other = market.best(against);
        if (other == BookView.NO_PRICE || (of == Side.BID ? price < other : price > other)) {
            market.orders().add(of, price, units, part);
        }
    }

    void cancel(final OwnOrder order) {
        market.orders().cancel(order);
    }

    /** Others sell to its order. */
    void fill(final OwnOrder order, final long units) {
        trade(order, units);
        running.filled(part, order, units);
    }

    /** As {@link #fill}, and nobody looks at what follows from it. */
    void trade(final OwnOrder order, final long units) {
        market.prints().lit(order.side(), order.price(), units, recorded().kind() == BookKind.BY_LEVEL ? 0 : order.id());
        market.orders().execute(order, units);
        running.progress().executed(part, units);
    }

    /** Others sell at the best price, to what is not shown. */
    void fillHidden(final long units) {
        market.prints().hidden(side, best(), units);
        running.progress().executed(part, units);
    }

    /** Buys at the best offer, from somebody who has offered so much there just now. */
    void lift(final long units) {
        final long price = market.best(otherSide());
        if (recorded().isTop()) {
            market.prints().lit(otherSide(), price, units, 0);
            running.progress().executed(part, units);
        } else {
            final Optional<OwnOrder> offer = market.orders().add(otherSide(), price, units, part);
            offer.ifPresent(order -> trade(order, units));
        }
    }

    /** Buys at the midpoint off exchange; the print is reported so much later, if the programme still runs then. */
    void cross(final long units, final double delayMs) {
        final long price = midpoint();
        if (nowNs() + ns(delayMs) < running.endNs()) {
            unreported += units;
            after(delayMs, () -> {
                unreported -= units;
                market.prints().offExchange(price, units);
                running.progress().executed(part, units);
            });
        }
    }

    /** Where the recording shows no price between two ticks, one of those beside it. */
    private long midpoint() {
        final long tick = recorded().priceIncrement();
        final long mid = (market.best(Side.BID) + market.best(Side.ASK)) / 2;
        final long rest = mid % tick;
        return rest == 0 || recorded().hasFinePrints() ? mid : random.nextBoolean() ? mid - rest : mid - rest + tick;
    }

    /** Quotes inside the recorded best quote, where that is all there is. */
    void quote(final long bid, final long ask, final long units) {
        market.top().show(bid, ask, units);
    }

    void unquote() {
        market.top().withdraw();
    }

    void after(final double ms, final Runnable action) {
        market.timers().at(nowNs() + ns(ms), () -> {
            if (running.isOn()) {
                action.run();
            }
        });
    }

    private static long ns(final double ms) {
        return Math.round(ms * MS_NS);
    }
}
