package io.undercurrent.feeds.plant;

import io.undercurrent.codec.Capability;
import io.undercurrent.codec.Events;
import io.undercurrent.codec.TradeFlag;
import io.undercurrent.codec.sbe.BookClearDecoder;
import io.undercurrent.codec.sbe.ClearScope;
import io.undercurrent.codec.sbe.LevelDeleteDecoder;
import io.undercurrent.codec.sbe.LevelSetDecoder;
import io.undercurrent.codec.sbe.MessageHeaderDecoder;
import io.undercurrent.codec.sbe.OrderAddDecoder;
import io.undercurrent.codec.sbe.OrderReplaceDecoder;
import io.undercurrent.codec.sbe.QuoteDecoder;
import io.undercurrent.codec.sbe.Side;
import io.undercurrent.codec.sbe.SnapshotDecoder;
import io.undercurrent.codec.sbe.TradeDecoder;
import io.undercurrent.codec.sbe.TradingState;
import io.undercurrent.codec.sbe.TradingStatusDecoder;
import java.util.Optional;
import org.agrona.DirectBuffer;

/**
 * One instrument: what the recording shows of it, and the programme that runs on it. Sees each recorded event before it goes on, so that planted
 * orders give way to it, and after that. One thread.
 */
final class PlantedInstrument {
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final Recorded recorded = new Recorded();
    private final OwnOrders orders;
    private final TopQuote top;
    private final Desk.Market market;
    private Optional<Running> running = Optional.empty();

    PlantedInstrument(final PlantedTape tape, final Timers timers) {
        orders = new OwnOrders(recorded, tape);
        top = new TopQuote(recorded, tape);
        market = new Desk.Market(recorded, orders, top, new Prints(recorded, tape), tape, timers);
    }

    Recorded recorded() {
        return recorded;
    }

    Desk.Market market() {
        return market;
    }

    Optional<Running> running() {
        return running;
    }

    void run(final Running programme) {
        running = Optional.of(programme);
        programme.begin();
    }

    /** The programme is over, and all that it shows withdrawn; empty: none ran. */
    Optional<Running> stop() {
        final Optional<Running> stopped = running;
        stopped.ifPresent(Running::end);
        running = Optional.empty();
        return stopped;
    }

    /** The event is about to go on. */
    void before(final DirectBuffer event) {
        switch (Events.templateId(event, 0)) {
            case OrderAddDecoder.TEMPLATE_ID -> {
                final OrderAddDecoder add = new OrderAddDecoder().wrapAndApplyHeader(event, 0, header);
                orders.seen(add.orderId());
                quoted(add.side(), add.price());
            }
            case OrderReplaceDecoder.TEMPLATE_ID -> {
                final OrderReplaceDecoder replace = new OrderReplaceDecoder().wrapAndApplyHeader(event, 0, header);
                orders.seen(replace.newOrderId());
                quoted(replace.side(), replace.price());
            }
            case LevelSetDecoder.TEMPLATE_ID -> {
                final LevelSetDecoder level = new LevelSetDecoder().wrapAndApplyHeader(event, 0, header);
                if (level.size() > 0) {
                    quoted(level.side(), level.price());
                }
            }
            case TradeDecoder.TEMPLATE_ID -> traded(event);
            case TradingStatusDecoder.TEMPLATE_ID -> {
                if (new TradingStatusDecoder().wrapAndApplyHeader(event, 0, header).state() != TradingState.TRADING) {
                    orders.cancelAll();
                    top.withdraw();
                }
            }
            default -> { }
        }
    }

    private void quoted(final Side side, final long price) {
        for (final OwnOrder order : orders.all()) {
            if (order.side() != side && order.meets(price)) {
                giveWay(order);
            }
        }
    }

    /** Who trades on the book's own venue takes the better price first. */
    private void traded(final DirectBuffer event) {
        final int elsewhere = TradeFlag.OFF_EXCHANGE | TradeFlag.AUCTION | TradeFlag.NOT_CURRENT | TradeFlag.CANCELLED;
        if (!recorded.can(Capability.OWN_VENUE_TRADES) || (Recorded.flags(event) & elsewhere) != 0) {
            return;
        }
        final long price = new TradeDecoder().wrapAndApplyHeader(event, 0, header).price();
        for (final OwnOrder order : orders.all()) {
            if (order.isBetterThan(price)) {
                giveWay(order);
            }
        }
    }

    private void giveWay(final OwnOrder order) {
        running.ifPresentOrElse(programme -> programme.giveWay(order), () -> orders.cancel(order));
    }

    /** The event has gone on. */
    void after(final DirectBuffer event, final long nowNs) {
        switch (Events.templateId(event, 0)) {
            case TradeDecoder.TEMPLATE_ID -> {
                final long units = recorded.print(event);
                running.ifPresent(programme -> programme.progress().recorded(units));
            }
            case TradingStatusDecoder.TEMPLATE_ID ->
                    recorded.trading(new TradingStatusDecoder().wrapAndApplyHeader(event, 0, header).state() == TradingState.TRADING);
            default -> booked(event, nowNs);
        }
    }

    private void booked(final DirectBuffer event, final long nowNs) {
        recorded.apply(event, nowNs);
        switch (Events.templateId(event, 0)) {
            case BookClearDecoder.TEMPLATE_ID -> {
                orders.forget(new BookClearDecoder().wrapAndApplyHeader(event, 0, header).scope());
                top.replaced();
            }
            case SnapshotDecoder.TEMPLATE_ID -> {
                orders.forget(ClearScope.BOTH);
                top.replaced();
            }
            case LevelSetDecoder.TEMPLATE_ID -> {
                final LevelSetDecoder level = new LevelSetDecoder().wrapAndApplyHeader(event, 0, header);
                orders.restore(level.side(), level.price());
            }
            case LevelDeleteDecoder.TEMPLATE_ID -> {
                final LevelDeleteDecoder level = new LevelDeleteDecoder().wrapAndApplyHeader(event, 0, header);
                orders.restore(level.side(), level.price());
            }
            case QuoteDecoder.TEMPLATE_ID -> {
                if (recorded.isTop()) {
                    top.replaced();
                    running.ifPresent(Running::requoted);
                }
            }
            default -> { }
        }
    }
}
