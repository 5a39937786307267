package io.undercurrent.feeds.sim;

import io.undercurrent.codec.EventFlag;
import io.undercurrent.codec.Events;
import io.undercurrent.codec.sbe.Aggressor;
import io.undercurrent.codec.sbe.InstrumentDefinitionDecoder;
import io.undercurrent.codec.sbe.OrderAddDecoder;
import io.undercurrent.codec.sbe.OrderDeleteDecoder;
import io.undercurrent.codec.sbe.OrderExecuteDecoder;
import io.undercurrent.codec.sbe.OrderReduceDecoder;
import io.undercurrent.codec.sbe.SessionDecoder;
import io.undercurrent.codec.sbe.SessionPhase;
import io.undercurrent.codec.sbe.Side;
import io.undercurrent.codec.sbe.TradeDecoder;
import io.undercurrent.engine.feed.EventPublisher;
import io.undercurrent.engine.feed.EventSlots;
import io.undercurrent.engine.feed.Feed;
import java.util.LinkedHashMap;
import java.util.Map;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** Decodes every event of a feed, checks it, and keeps per instrument what a test asks for. */
public final class WatchedTape implements EventSlots {
    private static final long SHARE = 1_000_000_000L;

    private final UnsafeBuffer slot = new UnsafeBuffer(new byte[Events.MAX_LENGTH]);
    private final Map<Integer, WatchedInstrument> instruments = new LinkedHashMap<>();
    private final InstrumentDefinitionDecoder definition = new InstrumentDefinitionDecoder();
    private final OrderAddDecoder add = new OrderAddDecoder();
    private final OrderReduceDecoder reduce = new OrderReduceDecoder();
    private final OrderDeleteDecoder delete = new OrderDeleteDecoder();
    private final OrderExecuteDecoder execute = new OrderExecuteDecoder();
    private final TradeDecoder trade = new TradeDecoder();
    private final SessionDecoder session = new SessionDecoder();
    private long events;
    private long latestNs = Long.MIN_VALUE;
    private long announced;
    private int sessions;

    /** Plays the feed to its end. */
    public static WatchedTape of(final Feed feed) {
        final WatchedTape tape = new WatchedTape();
        final EventPublisher out = new EventPublisher(tape, 1);
        int taken = 0;
        while (taken != Feed.DONE) {
            taken = feed.poll(out, 1000);
        }
        return tape;
    }

    @Override
    public MutableDirectBuffer claim() {
        return slot;
    }

    @Override
    public void publish() {
        events++;
        require(Events.sequence(slot, 0) == events, "sequence");
        require(Events.flags(slot, 0) == 0 || Events.flags(slot, 0) == EventFlag.LAST_IN_PACKET, "flags " + Events.flags(slot, 0));
        final long timeNs = Events.exchangeTimeNs(slot, 0);
        require(timeNs >= latestNs, "time goes back");
        latestNs = timeNs;
        final int id = Events.instrumentId(slot, 0);
        final int block = Events.blockLength(slot, 0);
        final int version = Events.version(slot, 0);
        switch (Events.templateId(slot, 0)) {
            case InstrumentDefinitionDecoder.TEMPLATE_ID -> {
                definition.wrap(slot, Events.HEADER_LENGTH, block, version);
                instruments.put(id, new WatchedInstrument(
                        definition.symbol(), definition.priceIncrement(), definition.regularOpenNs()));
            }
            case SessionDecoder.TEMPLATE_ID -> {
                session.wrap(slot, Events.HEADER_LENGTH, block, version);
                require((session.phase() == SessionPhase.START) == (sessions++ == 0), "session");
                if (session.phase() == SessionPhase.END) {
                    instruments.values().forEach(instrument -> instrument.before(latestNs));
                }
            }
            default -> book(instruments.get(id), Events.templateId(slot, 0), block, version, timeNs);
        }
    }

    private void book(final WatchedInstrument instrument, final int template, final int block, final int version, final long timeNs) {
        instrument.before(timeNs);
        require(template == OrderExecuteDecoder.TEMPLATE_ID || announced == 0, "a trade without its execution");
        switch (template) {
            case OrderAddDecoder.TEMPLATE_ID -> {
                add.wrap(slot, Events.HEADER_LENGTH, block, version);
                instrument.book().add(add.orderId(), add.side() == Side.BID, add.price(), shares(add.size()));
            }
            case OrderReduceDecoder.TEMPLATE_ID -> {
                reduce.wrap(slot, Events.HEADER_LENGTH, block, version);
                instrument.book().reduce(reduce.orderId(), reduce.side() == Side.BID, shares(reduce.size()));
            }
            case OrderDeleteDecoder.TEMPLATE_ID -> {
                delete.wrap(slot, Events.HEADER_LENGTH, block, version);
                instrument.book().delete(delete.orderId(), delete.side() == Side.BID);
            }
            case OrderExecuteDecoder.TEMPLATE_ID -> {
                execute.wrap(slot, Events.HEADER_LENGTH, block, version);
                require(announced == execute.orderId(), "an execution without its trade");
                announced = 0;
                final boolean bid = execute.side() == Side.BID;
                instrument.book().requireFirst(execute.orderId(), bid, execute.price());
                instrument.book().reduce(execute.orderId(), bid, shares(execute.size()));
            }
            case TradeDecoder.TEMPLATE_ID -> {
                trade.wrap(slot, Events.HEADER_LENGTH, block, version);
                trade(instrument);
            }
            default -> throw new AssertionError("template " + template);
        }
        instrument.after(timeNs, (Events.flags(slot, 0) & EventFlag.LAST_IN_PACKET) != 0);
    }

    private void trade(final WatchedInstrument instrument) {
        require(trade.price() > 0, "price " + trade.price());
        if (trade.tradeFlags().offExchange()) {
            require(trade.aggressor() == Aggressor.UNKNOWN, "aggressor");
            instrument.offExchange(trade.price(), shares(trade.size()), !trade.tradeFlags().notCurrent());
        } else {
            require(trade.aggressor() != Aggressor.UNKNOWN, "aggressor");
            require(trade.tradeFlags().hidden() == (trade.restingOrderId() == 0), "a shown order has an id, a hidden one has none");
            announced = trade.restingOrderId();
            instrument.trade(trade.price(), shares(trade.size()), trade.aggressor());
        }
    }

    private static long shares(final long size) {
        require(size > 0 && size % SHARE == 0, "size " + size);
        return size / SHARE;
    }

    private static void require(final boolean holds, final String what) {
        if (!holds) {
            throw new AssertionError(what);
        }
    }

    public WatchedInstrument instrument(final String symbol) {
        return instruments.values().stream().filter(instrument -> instrument.symbol().equals(symbol)).findFirst().orElseThrow();
    }

    public long events() {
        return events;
    }
}
