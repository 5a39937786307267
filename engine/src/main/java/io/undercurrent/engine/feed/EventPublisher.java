package io.undercurrent.engine.feed;

import io.undercurrent.codec.EventFlag;
import io.undercurrent.codec.Events;
import io.undercurrent.codec.sbe.Aggressor;
import io.undercurrent.codec.sbe.BookClearEncoder;
import io.undercurrent.codec.sbe.ClearScope;
import io.undercurrent.codec.sbe.FeedCondition;
import io.undercurrent.codec.sbe.FeedStateEncoder;
import io.undercurrent.codec.sbe.GapEncoder;
import io.undercurrent.codec.sbe.HeartbeatEncoder;
import io.undercurrent.codec.sbe.InstrumentDefinitionEncoder;
import io.undercurrent.codec.sbe.LevelDeleteEncoder;
import io.undercurrent.codec.sbe.LevelSetEncoder;
import io.undercurrent.codec.sbe.MessageHeaderEncoder;
import io.undercurrent.codec.sbe.OrderAddEncoder;
import io.undercurrent.codec.sbe.OrderDeleteEncoder;
import io.undercurrent.codec.sbe.OrderExecuteEncoder;
import io.undercurrent.codec.sbe.OrderReduceEncoder;
import io.undercurrent.codec.sbe.OrderReplaceEncoder;
import io.undercurrent.codec.sbe.QuoteEncoder;
import io.undercurrent.codec.sbe.RejectReason;
import io.undercurrent.codec.sbe.RejectedEncoder;
import io.undercurrent.codec.sbe.SessionEncoder;
import io.undercurrent.codec.sbe.SessionKind;
import io.undercurrent.codec.sbe.SessionPhase;
import io.undercurrent.codec.sbe.Side;
import io.undercurrent.codec.sbe.SnapshotEncoder;
import io.undercurrent.codec.sbe.SnapshotPhase;
import io.undercurrent.codec.sbe.TradeEncoder;
import io.undercurrent.codec.sbe.TradingState;
import io.undercurrent.codec.sbe.TradingStatusEncoder;
import java.nio.ByteOrder;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;

/**
 * What a feed writes with: encodes each event straight into its slot, numbers it, and marks times that go back. A feed first says when,
 * with {@link #at}, then what. Prices and sizes are in 1e-9, texts packed by {@code Ascii8}. Allocates nothing. One thread.
 */
public final class EventPublisher {
    private static final ByteOrder ORDER = ByteOrder.LITTLE_ENDIAN;
    private static final int HEADER = MessageHeaderEncoder.ENCODED_LENGTH;

    private final EventSlots slots;
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final InstrumentDefinitionEncoder instrumentDefinition = new InstrumentDefinitionEncoder();
    private final OrderAddEncoder orderAdd = new OrderAddEncoder();
    private final OrderReplaceEncoder orderReplace = new OrderReplaceEncoder();
    private final OrderReduceEncoder orderReduce = new OrderReduceEncoder();
    private final OrderDeleteEncoder orderDelete = new OrderDeleteEncoder();
    private final OrderExecuteEncoder orderExecute = new OrderExecuteEncoder();
    private final LevelSetEncoder levelSet = new LevelSetEncoder();
    private final LevelDeleteEncoder levelDelete = new LevelDeleteEncoder();
    private final BookClearEncoder bookClear = new BookClearEncoder();
    private final SnapshotEncoder snapshot = new SnapshotEncoder();
    private final QuoteEncoder quote = new QuoteEncoder();
    private final TradeEncoder trade = new TradeEncoder();
    private final TradingStatusEncoder tradingStatus = new TradingStatusEncoder();
    private final SessionEncoder session = new SessionEncoder();
    private final HeartbeatEncoder heartbeat = new HeartbeatEncoder();
    private final GapEncoder gap = new GapEncoder();
    private final FeedStateEncoder feedState = new FeedStateEncoder();
    private final RejectedEncoder rejected = new RejectedEncoder();
    private final long[] rejects = new long[RejectReason.values().length];

    private MutableDirectBuffer slot;
    private long nextSequence;
    private int nextInstrumentId = 1;
    private long exchangeTimeNs;
    private long receiveTimeNs;
    private long sourceSequence;
    private int flags;
    private long latestTimeNs = Long.MIN_VALUE;
    private long badTimes;
    private long gaps;
    private long published;

    /** @param firstSequence that of the first event to come; 1 in a new journal */
    public EventPublisher(final EventSlots slots, final long firstSequence) {
        this.slots = slots;
        nextSequence = firstSequence;
    }

    /**
     * Says when the events that follow happened, until the next call.
     *
     * @param exchangeTimeNs UTC; if it goes back against an earlier one the events are marked, and counted
     * @param receiveTimeNs UTC; a recording that does not have it gives the exchange time again
     * @param sourceSequence the source's own number; 0: none
     * @param flags bits of {@link EventFlag}
     */
    public void at(final long exchangeTimeNs, final long receiveTimeNs, final long sourceSequence, final int flags) {
        this.exchangeTimeNs = exchangeTimeNs;
        this.receiveTimeNs = receiveTimeNs;
        this.sourceSequence = sourceSequence;
        if (exchangeTimeNs < latestTimeNs) {
            this.flags = flags | EventFlag.BAD_TIME;
        } else {
            this.flags = flags;
            latestTimeNs = exchangeTimeNs;
        }
    }

    /** Defines a new instrument and returns the id to use for it. */
    public int define(final InstrumentSpec spec) {
        final int id = nextInstrumentId++;
        redefine(id, spec);
        return id;
    }

    /** Changes what is known of an instrument. */
    public void redefine(final int instrumentId, final InstrumentSpec spec) {
        claim(instrumentId, InstrumentDefinitionEncoder.BLOCK_LENGTH, InstrumentDefinitionEncoder.TEMPLATE_ID);
        instrumentDefinition.wrap(slot, HEADER).priceIncrement(spec.priceIncrement()).sizeIncrement(spec.sizeIncrement())
                .symbol(spec.symbol()).venue(spec.venue()).currency(spec.currency()).regularOpenNs(spec.regularOpenNs())
                .regularCloseNs(spec.regularCloseNs()).bookKind(spec.bookKind());
        slot.putShort(HEADER + InstrumentDefinitionEncoder.capabilitiesEncodingOffset(), (short) spec.capabilities(), ORDER);
        publish();
    }

    /** A new entry of the book. In a book by participant it replaces what that participant showed on the side. */
    public void orderAdd(final int instrumentId, final long orderId, final Side side, final long price, final long size) {
        claim(instrumentId, OrderAddEncoder.BLOCK_LENGTH, OrderAddEncoder.TEMPLATE_ID);
        orderAdd.wrap(slot, HEADER).orderId(orderId).price(price).size(size).side(side);
        publish();
    }

    /** An entry gets a new price and size, and the new id if that differs. */
    public void orderReplace(
            final int instrumentId, final long orderId, final long newOrderId, final Side side, final long price, final long size) {
        claim(instrumentId, OrderReplaceEncoder.BLOCK_LENGTH, OrderReplaceEncoder.TEMPLATE_ID);
        orderReplace.wrap(slot, HEADER).orderId(orderId).newOrderId(newOrderId).price(price).size(size).side(side);
        publish();
    }

    /** {@code size} of the entry is cancelled. */
    public void orderReduce(final int instrumentId, final long orderId, final Side side, final long size) {
        claim(instrumentId, OrderReduceEncoder.BLOCK_LENGTH, OrderReduceEncoder.TEMPLATE_ID);
        orderReduce.wrap(slot, HEADER).orderId(orderId).size(size).side(side);
        publish();
    }

    public void orderDelete(final int instrumentId, final long orderId, final Side side) {
        claim(instrumentId, OrderDeleteEncoder.BLOCK_LENGTH, OrderDeleteEncoder.TEMPLATE_ID);
        orderDelete.wrap(slot, HEADER).orderId(orderId).side(side);
        publish();
    }

    /** {@code size} of the entry was executed: its effect on the book. Publish the {@link #trade} before it. */
    public void orderExecute(final int instrumentId, final long orderId, final Side side, final long price, final long size) {
        claim(instrumentId, OrderExecuteEncoder.BLOCK_LENGTH, OrderExecuteEncoder.TEMPLATE_ID);
        orderExecute.wrap(slot, HEADER).orderId(orderId).price(price).size(size).side(side);
        publish();
    }

    /** @param orderCount 0: not known */
    public void levelSet(final int instrumentId, final Side side, final long price, final long size, final int orderCount) {
        claim(instrumentId, LevelSetEncoder.BLOCK_LENGTH, LevelSetEncoder.TEMPLATE_ID);
        levelSet.wrap(slot, HEADER).price(price).size(size).orderCount(orderCount).side(side);
        publish();
    }

    public void levelDelete(final int instrumentId, final Side side, final long price) {
        claim(instrumentId, LevelDeleteEncoder.BLOCK_LENGTH, LevelDeleteEncoder.TEMPLATE_ID);
        levelDelete.wrap(slot, HEADER).price(price).side(side);
        publish();
    }

    public void bookClear(final int instrumentId, final ClearScope scope) {
        claim(instrumentId, BookClearEncoder.BLOCK_LENGTH, BookClearEncoder.TEMPLATE_ID);
        bookClear.wrap(slot, HEADER).scope(scope);
        publish();
    }

    public void snapshot(final int instrumentId, final SnapshotPhase phase) {
        claim(instrumentId, SnapshotEncoder.BLOCK_LENGTH, SnapshotEncoder.TEMPLATE_ID);
        snapshot.wrap(slot, HEADER).phase(phase);
        publish();
    }

    /** The best quote; size 0: that side is empty. */
    public void quote(final int instrumentId, final long bidPrice, final long bidSize, final long askPrice, final long askSize) {
        claim(instrumentId, QuoteEncoder.BLOCK_LENGTH, QuoteEncoder.TEMPLATE_ID);
        quote.wrap(slot, HEADER).bidPrice(bidPrice).bidSize(bidSize).askPrice(askPrice).askSize(askSize);
        publish();
    }

    /**
     * A print. It never changes the book.
     *
     * @param venue packed, as the source names it
     * @param conditions packed, as the source gave them
     * @param tradeFlags bits of {@code io.undercurrent.codec.TradeFlag}
     * @param tradeId 0: the source has none
     * @param restingOrderId the order executed; 0: not known
     */
    public void trade(
            final int instrumentId, final long price, final long size, final Aggressor aggressor, final long venue,
            final long conditions, final int tradeFlags, final long tradeId, final long restingOrderId) {
        claim(instrumentId, TradeEncoder.BLOCK_LENGTH, TradeEncoder.TEMPLATE_ID);
        trade.wrap(slot, HEADER).price(price).size(size).tradeId(tradeId).aggressor(aggressor).restingOrderId(restingOrderId);
        slot.putLong(HEADER + TradeEncoder.venueEncodingOffset(), venue, ORDER);
        slot.putLong(HEADER + TradeEncoder.conditionsEncodingOffset(), conditions, ORDER);
        slot.putShort(HEADER + TradeEncoder.tradeFlagsEncodingOffset(), (short) tradeFlags, ORDER);
        publish();
    }

    public void tradingStatus(final int instrumentId, final TradingState state, final long reason) {
        claim(instrumentId, TradingStatusEncoder.BLOCK_LENGTH, TradingStatusEncoder.TEMPLATE_ID);
        tradingStatus.wrap(slot, HEADER).state(state);
        slot.putLong(HEADER + TradingStatusEncoder.reasonEncodingOffset(), reason, ORDER);
        publish();
    }

    /** A session starts or ends at the time of {@link #at}, for all instruments. Rows are counted from its start. */
    public void session(final SessionKind kind, final SessionPhase phase) {
        claim(0, SessionEncoder.BLOCK_LENGTH, SessionEncoder.TEMPLATE_ID);
        session.wrap(slot, HEADER).session(kind).phase(phase);
        publish();
    }

    /** Event time moves on to that of {@link #at}. */
    public void heartbeat() {
        claim(0, HeartbeatEncoder.BLOCK_LENGTH, HeartbeatEncoder.TEMPLATE_ID);
        heartbeat.wrap(slot, HEADER);
        publish();
    }

    /** The source lost its events from…to (0: not known). The feed clears the book itself where it can't be trusted. */
    public void gap(final int instrumentId, final long fromSourceSequence, final long toSourceSequence) {
        claim(instrumentId, GapEncoder.BLOCK_LENGTH, GapEncoder.TEMPLATE_ID);
        gap.wrap(slot, HEADER).fromSourceSequence(fromSourceSequence).toSourceSequence(toSourceSequence);
        gaps++;
        publish();
    }

    public void feedState(final int generation, final FeedCondition condition) {
        claim(0, FeedStateEncoder.BLOCK_LENGTH, FeedStateEncoder.TEMPLATE_ID);
        feedState.wrap(slot, HEADER).generation(generation).condition(condition);
        publish();
    }

    /**
     * Keeps bad input away from the book, but not from the journal.
     *
     * @param instrumentId 0: not known
     * @param sourcePosition line or message number in the source, from 1
     * @param raw the input; its first bytes are kept
     */
    public void rejected(
            final int instrumentId, final RejectReason reason, final long sourcePosition, final byte[] raw, final int offset,
            final int length) {
        claim(instrumentId, RejectedEncoder.BLOCK_LENGTH, RejectedEncoder.TEMPLATE_ID);
        final int stored = Math.min(length, RejectedEncoder.rawLength());
        rejected.wrap(slot, HEADER).sourcePosition(sourcePosition).totalLength(length).storedLength(stored).reason(reason);
        slot.putBytes(HEADER + RejectedEncoder.rawEncodingOffset(), raw, offset, stored);
        rejects[reason.ordinal()]++;
        publish();
    }

    /**
     * Publishes an encoded event again, its times and flags as they are: for the replay of a journal. It gets the next number, which is its
     * old one if the journal's first event had the first number.
     */
    public void copy(final DirectBuffer event, final int offset, final int length) {
        slot = slots.claim();
        slot.putBytes(0, event, offset, length);
        Events.sequence(slot, 0, nextSequence);
        if (Events.templateId(event, offset) == InstrumentDefinitionEncoder.TEMPLATE_ID) {
            nextInstrumentId = Math.max(nextInstrumentId, Events.instrumentId(event, offset) + 1);
        }
        if (Events.templateId(event, offset) == RejectedEncoder.TEMPLATE_ID) {
            final int reason = event.getByte(offset + HEADER + RejectedEncoder.reasonEncodingOffset()) & 0xFF;
            if (reason < rejects.length) {
                rejects[reason]++;
            }
        }
        if (Events.templateId(event, offset) == GapEncoder.TEMPLATE_ID) {
            gaps++;
        }
        if ((Events.flags(event, offset) & EventFlag.BAD_TIME) != 0) {
            badTimes++;
        }
        latestTimeNs = Math.max(latestTimeNs, Events.exchangeTimeNs(event, offset));
        publish();
    }

    /** Sequence of the last event published; one below the first before that. */
    public long lastSequence() {
        return nextSequence - 1;
    }

    /** The latest exchange time so far; {@code Long.MIN_VALUE} before the first. */
    public long latestTimeNs() {
        return latestTimeNs;
    }

    public long rejects(final RejectReason reason) {
        return rejects[reason.ordinal()];
    }

    /** All inputs rejected. */
    public long rejects() {
        long sum = 0;
        for (final long count : rejects) {
            sum += count;
        }
        return sum;
    }

    /** Events published by this publisher. */
    public long published() {
        return published;
    }

    /** Events whose exchange time went back. */
    public long badTimes() {
        return badTimes;
    }

    /** Times the source lost events. */
    public long gaps() {
        return gaps;
    }

    private void claim(final int instrumentId, final int blockLength, final int templateId) {
        slot = slots.claim();
        header.wrap(slot, 0).blockLength(blockLength).templateId(templateId).schemaId(MessageHeaderEncoder.SCHEMA_ID)
                .version(MessageHeaderEncoder.SCHEMA_VERSION);
        // a slot is used again, and blocks have padding: zero makes equal events equal bytes
        slot.setMemory(Events.MIN_LENGTH, HEADER + blockLength - Events.MIN_LENGTH, (byte) 0);
        Events.header(slot, nextSequence, sourceSequence, exchangeTimeNs, receiveTimeNs, instrumentId, flags);
        if ((flags & EventFlag.BAD_TIME) != 0) {
            badTimes++;
        }
    }

    private void publish() {
        nextSequence++;
        published++;
        slots.publish();
    }
}
