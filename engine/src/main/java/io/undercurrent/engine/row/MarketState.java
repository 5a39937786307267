package io.undercurrent.engine.row;

import io.undercurrent.codec.Events;
import io.undercurrent.codec.sbe.EventHeaderDecoder;
import io.undercurrent.codec.sbe.FeedCondition;
import io.undercurrent.codec.sbe.FeedStateDecoder;
import io.undercurrent.codec.sbe.GapDecoder;
import io.undercurrent.codec.sbe.HeartbeatDecoder;
import io.undercurrent.codec.sbe.InstrumentDefinitionDecoder;
import io.undercurrent.codec.sbe.RejectedDecoder;
import io.undercurrent.codec.sbe.SessionDecoder;
import io.undercurrent.codec.sbe.SessionPhase;
import io.undercurrent.codec.sbe.TradeDecoder;
import io.undercurrent.codec.sbe.TradingStatusDecoder;
import io.undercurrent.engine.book.BookOutcome;
import io.undercurrent.engine.book.BookView;
import io.undercurrent.engine.book.Hashes;
import io.undercurrent.signals.Sweep;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.agrona.DirectBuffer;
import org.agrona.collections.Int2ObjectHashMap;

/**
 * All books and open rows, as a function of the event sequence: give it every event in order. Rows close before the first event at or past
 * their boundary is taken in, for all active instruments together; an instrument is active from its first valid book until a halt or
 * the end of the session. A gap, a halt, a new session, a lost feed or a jump of event time over the quiet limit drops the open rows and
 * begins new windows; a new connection forgets everything: what runs wrote behind each other reads as it was written. No input makes it throw. Allocates only for new instruments and growing books. One thread.
 */
public final class MarketState {
    private final RowSettings settings;
    private final SweepSink sink;
    private final BookListener listener;
    private RowClock clock;
    private final MarketCounters counters = new MarketCounters();
    private final List<InstrumentState> bySlot = new ArrayList<>();
    private final Int2ObjectHashMap<InstrumentState> byId = new Int2ObjectHashMap<>();
    private final Definitions definitions = new Definitions();
    private long lastSequence;

    public MarketState(final RowSettings settings, final SweepSink sink, final BookListener listener) {
        this.settings = settings;
        this.sink = sink;
        this.listener = listener;
        clock = new RowClock(settings);
    }

    /** Takes in the event at {@code offset}, of {@code Events.length} bytes. */
    public void onEvent(final DirectBuffer buffer, final int offset) {
        counters.add(MarketCounter.EVENTS);
        if (cut(buffer, offset)) {
            counters.add(BookOutcome.MALFORMED);
            return;
        }
        moveTime(Events.exchangeTimeNs(buffer, offset));
        final int templateId = Events.templateId(buffer, offset);
        switch (templateId) {
            case InstrumentDefinitionDecoder.TEMPLATE_ID -> define(buffer, offset);
            case SessionDecoder.TEMPLATE_ID -> session(buffer, offset);
            case FeedStateDecoder.TEMPLATE_ID -> feedState(buffer, offset);
            case GapDecoder.TEMPLATE_ID -> gap(Events.instrumentId(buffer, offset));
            case HeartbeatDecoder.TEMPLATE_ID, RejectedDecoder.TEMPLATE_ID -> { }
            default -> instrumentEvent(buffer, offset);
        }
        lastSequence = Events.sequence(buffer, offset);
    }

    /** The most sweeps that {@link #onEvent} can ask for when it takes in this event. */
    public int sweepsDue(final DirectBuffer buffer, final int offset) {
        return buffer.capacity() - offset < Events.MIN_LENGTH ? 0 : clock.boundariesUpTo(Events.exchangeTimeNs(buffer, offset));
    }

    /** Shorter than its type says; books check their own events. */
    private static boolean cut(final DirectBuffer buffer, final int offset) {
        final int there = buffer.capacity() - offset;
        if (there < Events.MIN_LENGTH || there < Events.length(buffer, offset)) {
            return true;
        }
        final int needed = switch (Events.templateId(buffer, offset)) {
            case TradeDecoder.TEMPLATE_ID -> TradeDecoder.restingOrderIdEncodingOffset();
            case TradingStatusDecoder.TEMPLATE_ID -> TradingStatusDecoder.BLOCK_LENGTH;
            case SessionDecoder.TEMPLATE_ID -> SessionDecoder.BLOCK_LENGTH;
            case FeedStateDecoder.TEMPLATE_ID -> FeedStateDecoder.BLOCK_LENGTH;
            default -> EventHeaderDecoder.ENCODED_LENGTH;
        };
        return Events.blockLength(buffer, offset) < needed;
    }

    private void moveTime(final long timeNs) {
        if (timeNs <= clock.nowNs()) {
            return;
        }
        if (!RowClock.usable(timeNs)) {
            counters.add(MarketCounter.BAD_TIME);
            return;
        }
        if (clock.jumps(timeNs)) {
            counters.add(MarketCounter.QUIET_JUMPS);
            restartAll();
            jumpTo(timeNs);
            return;
        }
        if (clock.nowNs() == 0) {
            jumpTo(timeNs);
            return;
        }
        while (clock.due(timeNs)) {
            closeRows(clock.nextCloseNs());
            clock.closed();
        }
        clock.advance(timeNs);
    }

    private void jumpTo(final long timeNs) {
        clock.jump(timeNs);
        for (int slot = 0; slot < bySlot.size(); slot++) {
            bySlot.get(slot).rows().jump(timeNs);
        }
    }

    private void closeRows(final long boundaryNs) {
        boolean any = false;
        for (int slot = 0; slot < bySlot.size(); slot++) {
            any |= bySlot.get(slot).rows().close(boundaryNs);
        }
        if (!any) {
            return;
        }
        final Sweep sweep = sink.next();
        sweep.begin(boundaryNs, lastSequence);
        for (int slot = 0; slot < bySlot.size(); slot++) {
            final RowBuilder rows = bySlot.get(slot).rows();
            if (rows.active()) {
                rows.write(sweep.rows(), sweep.add(slot, rows.restarted()));
                counters.add(MarketCounter.ROWS);
            }
        }
        counters.add(MarketCounter.SWEEPS);
        sink.filled(sweep);
    }

    private void define(final DirectBuffer buffer, final int offset) {
        final int id = Events.instrumentId(buffer, offset);
        final InstrumentState known = byId.get(id);
        final int slot = known == null ? bySlot.size() : known.instrument().slot();
        if (!definitions.usable(buffer, offset)) {
            counters.add(MarketCounter.BAD_DEFINITION);
        } else if (known != null) {
            known.rows().advance(clock.nowNs());
            known.redefine(definitions.read(buffer, offset, slot), clock.nowNs());
        } else if (slot == settings.maxInstruments()) {
            counters.add(MarketCounter.INSTRUMENT_REFUSED);
        } else {
            final InstrumentState added =
                new InstrumentState(definitions.read(buffer, offset, slot), clock.open(), clock.nowNs(), counters, listener);
            bySlot.add(added);
            byId.put(id, added);
        }
    }

    private void session(final DirectBuffer buffer, final int offset) {
        final int phase = buffer.getByte(offset + Events.HEADER_LENGTH + SessionDecoder.phaseEncodingOffset());
        if (phase == SessionPhase.START.value()) {
            clock.start();
        } else if (phase == SessionPhase.END.value()) {
            clock.end();
        } else {
            counters.add(BookOutcome.MALFORMED);
            return;
        }
        for (int slot = 0; slot < bySlot.size(); slot++) {
            final InstrumentState state = bySlot.get(slot);
            state.rows().advance(clock.nowNs());
            if (clock.open()) {
                state.startSession();
            } else {
                state.endSession();
            }
        }
    }

    private void feedState(final DirectBuffer buffer, final int offset) {
        final int condition = buffer.getByte(offset + Events.HEADER_LENGTH + FeedStateDecoder.conditionEncodingOffset());
        if (condition == FeedCondition.LOST.value()) {
            restartAll();
        } else if (condition == FeedCondition.CONNECTED.value()) {
            bySlot.clear();
            byId.clear();
            clock = new RowClock(settings);
        }
    }

    private void gap(final int instrumentId) {
        if (instrumentId == 0) {
            restartAll();
            return;
        }
        final InstrumentState state = byId.get(instrumentId);
        if (state == null) {
            counters.add(MarketCounter.UNKNOWN_INSTRUMENT);
        } else {
            state.rows().advance(clock.nowNs());
            state.rows().restart();
        }
    }

    private void restartAll() {
        for (int slot = 0; slot < bySlot.size(); slot++) {
            bySlot.get(slot).rows().advance(clock.nowNs());
            bySlot.get(slot).rows().restart();
        }
    }

    private void instrumentEvent(final DirectBuffer buffer, final int offset) {
        final InstrumentState state = byId.get(Events.instrumentId(buffer, offset));
        if (state == null) {
            counters.add(MarketCounter.UNKNOWN_INSTRUMENT);
        } else {
            state.onEvent(buffer, offset, clock.nowNs());
        }
    }

    /** Instruments defined so far; their slots are 0 to one below. */
    public int instruments() {
        return bySlot.size();
    }

    public Instrument instrument(final int slot) {
        return bySlot.get(slot).instrument();
    }

    /** What the last definition says of the instrument of this id; empty: nobody has defined it. */
    public Optional<Instrument> find(final int instrumentId) {
        return Optional.ofNullable(byId.get(instrumentId)).map(InstrumentState::instrument);
    }

    /** The book as it is now. A definition that changes its kind puts another in its place. */
    public BookView book(final int slot) {
        return bySlot.get(slot).book();
    }

    /** Event time, UTC; 0 before the first event that has one. */
    public long nowNs() {
        return clock.nowNs();
    }

    public MarketCounters counters() {
        return counters;
    }

    /** Of all books, for comparing a replay. */
    public long booksHash() {
        long hash = bySlot.size();
        for (int slot = 0; slot < bySlot.size(); slot++) {
            hash = Hashes.mix(hash, bySlot.get(slot).book().stateHash());
        }
        return hash;
    }
}
