package io.undercurrent.feeds.binance;

import io.undercurrent.codec.EventFlag;
import io.undercurrent.codec.sbe.ClearScope;
import io.undercurrent.codec.sbe.RejectReason;
import io.undercurrent.codec.sbe.Side;
import io.undercurrent.codec.sbe.SnapshotPhase;
import io.undercurrent.engine.feed.EventPublisher;
import io.undercurrent.feeds.RecordDecoder;

/**
 * Publishes the depth: a snapshot, then the diffs that chain to it. A break in the chain is published as a gap that clears the book;
 * nothing is published then until the next snapshot. One thread.
 */
final class BinanceDepth {
    /** Several minutes of diffs; a recording without a snapshot for longer has lost its book anyway. */
    private static final int MAX_HELD_BYTES = 1 << 26;

    private final boolean futures;
    private final BinanceMessage message;
    private final DepthChain chain = new DepthChain();
    private final HeldDiffs held = new HeldDiffs(MAX_HELD_BYTES);

    /** @param message the one that the decoder reads lines into */
    BinanceDepth(final boolean futures, final BinanceMessage message) {
        this.futures = futures;
        this.message = message;
    }

    /** Takes the diff in the message; its line is kept for later where it must wait. */
    RejectReason diff(
            final EventPublisher out, final int instrumentId, final long timeNs, final byte[] line, final int offset, final int length) {
        if (futures && message.previousUpdateId == BinanceMessage.ABSENT) {
            return RejectReason.MALFORMED;
        }
        final boolean hadBook = chain.hasBook();
        final long last = chain.last();
        switch (chain.diff(previous(), message.lastUpdateId())) {
            case APPLY -> publishDiff(out, instrumentId, timeNs);
            case HOLD -> hold(line, offset, length);
            case GAP -> {
                publishGap(out, instrumentId, timeNs, last, hadBook);
                held.clear();
                hold(line, offset, length);
            }
            case STALE -> {
                return RejectReason.STALE;
            }
            case DROP -> { }
        }
        return RecordDecoder.ACCEPTED;
    }

    private long previous() {
        return futures ? message.previousUpdateId : message.firstUpdateId - 1;
    }

    private void hold(final byte[] line, final int offset, final int length) {
        if (!held.add(line, offset, length)) {
            held.clear();
            chain.holdFrom(previous());
            held.add(line, offset, length);
        }
    }

    private void publishGap(
            final EventPublisher out, final int instrumentId, final long timeNs, final long last, final boolean hadBook) {
        final long from = last + 1;
        final long to = message.firstUpdateId - 1;
        out.at(timeNs, message.localNs, message.lastUpdateId(), EventFlag.GAP_BEFORE);
        out.gap(instrumentId, from <= to ? from : 0, from <= to ? to : 0);
        if (hadBook) {
            out.bookClear(instrumentId, ClearScope.BOTH);
        }
    }

    /** Takes the snapshot in the message, then the diffs that waited for it. */
    RejectReason snapshot(final EventPublisher out, final int instrumentId, final long timeNs) {
        if (hasEmptyLevel(message.bids) || hasEmptyLevel(message.asks)) {
            return RejectReason.BAD_SIZE;
        }
        if (chain.snapshot(message.lastUpdateId()) != DepthChain.Step.APPLY) {
            return RejectReason.STALE;
        }
        final long id = message.lastUpdateId();
        out.at(timeNs, message.localNs, id, 0);
        out.bookClear(instrumentId, ClearScope.BOTH);
        out.at(timeNs, message.localNs, id, EventFlag.SNAPSHOT);
        out.snapshot(instrumentId, SnapshotPhase.BEGIN);
        publishSide(out, instrumentId, Side.BID, message.bids, message.bids.count());
        publishSide(out, instrumentId, Side.ASK, message.asks, message.asks.count());
        out.at(timeNs, message.localNs, id, EventFlag.SNAPSHOT | EventFlag.LAST_IN_PACKET);
        out.snapshot(instrumentId, SnapshotPhase.END);
        replayHeld(out, instrumentId, timeNs);
        return RecordDecoder.ACCEPTED;
    }

    private static boolean hasEmptyLevel(final Levels levels) {
        for (int i = 0; i < levels.count(); i++) {
            if (levels.size(i) == 0) {
                return true;
            }
        }
        return false;
    }

    /** Diffs that waited change the book now, so they carry the snapshot's time. */
    private void replayHeld(final EventPublisher out, final int instrumentId, final long timeNs) {
        final int waiting = held.count();
        for (int i = 0; i < waiting; i++) {
            message.read(held.bytes(), held.offset(i), held.length(i));
            if (chain.diff(previous(), message.lastUpdateId()) == DepthChain.Step.APPLY) {
                publishDiff(out, instrumentId, Math.max(timeNs, message.eventTimeNs()));
            }
        }
        held.clear();
    }

    private void publishDiff(final EventPublisher out, final int instrumentId, final long timeNs) {
        final Levels bids = message.bids;
        final Levels asks = message.asks;
        final long id = message.lastUpdateId();
        out.at(timeNs, message.localNs, id, 0);
        if (asks.count() == 0) {
            publishAllButLast(out, instrumentId, Side.BID, bids, timeNs, id);
        } else {
            publishSide(out, instrumentId, Side.BID, bids, bids.count());
            publishAllButLast(out, instrumentId, Side.ASK, asks, timeNs, id);
        }
    }

    /** The message's last level ends its packet. */
    private void publishAllButLast(
            final EventPublisher out, final int instrumentId, final Side side, final Levels levels, final long timeNs, final long id) {
        final int last = levels.count() - 1;
        if (last >= 0) {
            publishSide(out, instrumentId, side, levels, last);
            out.at(timeNs, message.localNs, id, EventFlag.LAST_IN_PACKET);
            publishLevel(out, instrumentId, side, levels, last);
        }
    }

    private static void publishSide(
            final EventPublisher out, final int instrumentId, final Side side, final Levels levels, final int count) {
        for (int i = 0; i < count; i++) {
            publishLevel(out, instrumentId, side, levels, i);
        }
    }

    private static void publishLevel(
            final EventPublisher out, final int instrumentId, final Side side, final Levels levels, final int index) {
        if (levels.size(index) == 0) {
            out.levelDelete(instrumentId, side, levels.price(index));
        } else {
            out.levelSet(instrumentId, side, levels.price(index), levels.size(index), 0);
        }
    }
}
