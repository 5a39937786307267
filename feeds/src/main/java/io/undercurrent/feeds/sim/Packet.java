package io.undercurrent.feeds.sim;

import io.undercurrent.codec.EventFlag;
import io.undercurrent.codec.sbe.Aggressor;
import io.undercurrent.codec.sbe.ClearScope;
import io.undercurrent.codec.sbe.Side;
import io.undercurrent.codec.sbe.SnapshotPhase;
import io.undercurrent.engine.feed.EventPublisher;
import java.util.Arrays;

/**
 * What happens to one instrument at one moment, held until its last event is known: only that one carries the last-in-packet flag.
 * Prices in 1e-9, sizes in shares. One thread; allocates only to grow.
 */
final class Packet {
    private static final long SHARE = 1_000_000_000L;
    private static final Side[] SIDES = {Side.BID, Side.ASK};
    private static final ClearScope[] SCOPES = {ClearScope.BID, ClearScope.ASK};
    private static final Aggressor[] AGGRESSORS = {Aggressor.UNKNOWN, Aggressor.BUY, Aggressor.SELL};

    /** What is told: the book of each side, and trades. */
    static final int ALL = 7;
    private static final int TRADES = 4;

    private enum Type { ADD, REDUCE, DELETE, EXECUTE, TRADE, CLEAR, GAP, SNAPSHOT_BEGIN, SNAPSHOT_END }

    private static final Type[] TYPES = Type.values();

    /** Type, side or aggressor, order id, price, size, trade flags, venue, conditions of each event. */
    private static final int FIELDS = 8;

    private long[] fields = new long[FIELDS * 64];
    private int count;
    private int shown = ALL;
    private long sourceSequence;
    private long tradeId;

    boolean isEmpty() {
        return count == 0;
    }

    /** @param bits from now on only these parts of {@link #ALL} are taken in, apart from what troubles bring */
    void show(final int bits) {
        shown = bits;
    }

    static int bit(final int side) {
        return 1 << side;
    }

    void add(final int side, final long orderId, final long price, final int size) {
        tell(Type.ADD, side, orderId, price, size);
    }

    void reduce(final int side, final long orderId, final int size) {
        tell(Type.REDUCE, side, orderId, 0, size);
    }

    void delete(final int side, final long orderId) {
        tell(Type.DELETE, side, orderId, 0, 0);
    }

    void execute(final int side, final long orderId, final long price, final int size) {
        tell(Type.EXECUTE, side, orderId, price, size);
    }

    private void tell(final Type type, final int side, final long orderId, final long price, final int size) {
        if ((shown & bit(side)) != 0) {
            append(type, side, orderId, price, size, 0, 0, 0);
        }
    }

    void phantom(final int side, final long orderId, final long price, final int size) {
        append(Type.ADD, side, orderId, price, size, 0, 0, 0);
    }

    void withdrawPhantom(final int side, final long orderId) {
        append(Type.DELETE, side, orderId, 0, 0, 0, 0, 0);
    }

    void clear(final int side) {
        append(Type.CLEAR, side, 0, 0, 0, 0, 0, 0);
    }

    void gap() {
        append(Type.GAP, 0, 0, 0, 0, 0, 0, 0);
    }

    void snapshotBegin() {
        append(Type.SNAPSHOT_BEGIN, 0, 0, 0, 0, 0, 0, 0);
    }

    void snapshotEnd() {
        append(Type.SNAPSHOT_END, 0, 0, 0, 0, 0, 0, 0);
    }

    /**
     * @param aggressor the value of {@link Aggressor}
     * @param restingOrderId 0: not known
     */
    void trade(
            final long price, final int size, final int aggressor, final long restingOrderId, final int tradeFlags, final long venue,
            final long conditions) {
        if ((shown & TRADES) != 0) {
            append(Type.TRADE, aggressor, restingOrderId, price, size, tradeFlags, venue, conditions);
        }
    }

    private void append(
            final Type type, final int side, final long orderId, final long price, final int size, final int tradeFlags,
            final long venue, final long conditions) {
        final int at = count * FIELDS;
        if (at == fields.length) {
            fields = Arrays.copyOf(fields, fields.length * 2);
        }
        fields[at] = type.ordinal();
        fields[at + 1] = side;
        fields[at + 2] = orderId;
        fields[at + 3] = price;
        fields[at + 4] = size;
        fields[at + 5] = tradeFlags;
        fields[at + 6] = venue;
        fields[at + 7] = conditions;
        count++;
    }

    /** Publishes all and is empty again. */
    void flush(final EventPublisher out, final int instrumentId, final long timeNs) {
        int snapshot = 0;
        for (int i = 0; i < count; i++) {
            final int at = i * FIELDS;
            snapshot = fields[at] == Type.SNAPSHOT_BEGIN.ordinal() ? EventFlag.SNAPSHOT : snapshot;
            out.at(timeNs, timeNs, ++sourceSequence, snapshot | (i == count - 1 ? EventFlag.LAST_IN_PACKET : 0));
            final int side = (int) fields[at + 1];
            final long orderId = fields[at + 2];
            final long price = fields[at + 3];
            final long size = fields[at + 4] * SHARE;
            switch (TYPES[(int) fields[at]]) {
                case ADD -> out.orderAdd(instrumentId, orderId, SIDES[side], price, size);
                case REDUCE -> out.orderReduce(instrumentId, orderId, SIDES[side], size);
                case DELETE -> out.orderDelete(instrumentId, orderId, SIDES[side]);
                case EXECUTE -> out.orderExecute(instrumentId, orderId, SIDES[side], price, size);
                case TRADE -> out.trade(instrumentId, price, size, AGGRESSORS[side], fields[at + 6], fields[at + 7], (int) fields[at + 5],
                        ++tradeId, orderId);
                case CLEAR -> out.bookClear(instrumentId, SCOPES[side]);
                case GAP -> out.gap(instrumentId, 0, 0);
                case SNAPSHOT_BEGIN -> out.snapshot(instrumentId, SnapshotPhase.BEGIN);
                case SNAPSHOT_END -> {
                    out.snapshot(instrumentId, SnapshotPhase.END);
                    snapshot = 0;
                }
            }
        }
        count = 0;
    }
}
