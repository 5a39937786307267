package io.undercurrent.feeds.iqfeed;

import io.undercurrent.codec.EventFlag;
import io.undercurrent.codec.sbe.BookKind;
import io.undercurrent.engine.feed.EventPublisher;

/**
 * Publishes lines of market depth. The summaries of a symbol come first and have no end of their own: the next clock line ends them, or the
 * symbol's first line that is none. One thread.
 */
final class DepthPublisher {
    private final IqfeedInstruments instruments;
    private final DepthMessage message;

    DepthPublisher(final IqfeedInstruments instruments, final DepthMessage message) {
        this.instruments = instruments;
        this.message = message;
    }

    /** Publishes the message; {@code false}: it is of another kind of book than the symbol's, and passed over. */
    boolean publish(final EventPublisher out, final byte[] line) {
        final long timeNs = timeNs(out);
        IqfeedInstrument instrument = instruments.find(line, message.symbolStart, message.symbolLength);
        if (instrument == IqfeedInstruments.NONE) {
            instrument = instruments.define(out, timeNs, line, message.symbolStart, message.symbolLength, message.kind);
        }
        instruments.advance(out, timeNs);
        if (instrument.kind == BookKind.TOP) {
            out.at(timeNs, timeNs, 0, 0);
            instruments.deepen(out, instrument, message.kind);
        }
        if (instrument.kind != message.kind) {
            return false;
        }
        if (message.isSummary()) {
            if (instrument.snapshot == IqfeedInstrument.Snapshot.EXPECTED) {
                instruments.openSnapshot(out, instrument, timeNs);
            }
            out.at(timeNs, timeNs, 0, EventFlag.SNAPSHOT);
        } else {
            instruments.endSnapshot(out, instrument, timeNs);
            out.at(timeNs, timeNs, 0, 0);
        }
        publish(out, instrument.instrumentId);
        return true;
    }

    /** A line without a time happens now, and a summary not before, though its order may be days old. */
    private long timeNs(final EventPublisher out) {
        if (message.timeNs == IqfeedClock.NONE) {
            return Math.max(0, out.latestTimeNs());
        }
        return message.isSummary() ? Math.max(message.timeNs, out.latestTimeNs()) : message.timeNs;
    }

    private void publish(final EventPublisher out, final int instrumentId) {
        switch (message.kind) {
            case BY_ORDER -> publishOrder(out, instrumentId);
            case BY_PARTICIPANT -> {
                if (message.type == DepthMessage.DELETE || message.size == 0) {
                    out.orderDelete(instrumentId, message.entryId, message.side);
                } else {
                    // it replaces what the market maker showed
                    out.orderAdd(instrumentId, message.entryId, message.side, message.price, message.size);
                }
            }
            default -> {
                if (message.type == DepthMessage.LEVEL_DELETE || message.size == 0) {
                    out.levelDelete(instrumentId, message.side, message.price);
                } else {
                    out.levelSet(instrumentId, message.side, message.price, message.size, message.orderCount);
                }
            }
        }
    }

    private void publishOrder(final EventPublisher out, final int instrumentId) {
        switch (message.type) {
            case DepthMessage.UPDATE ->
                    out.orderReplace(instrumentId, message.entryId, message.entryId, message.side, message.price, message.size);
            case DepthMessage.DELETE -> out.orderDelete(instrumentId, message.entryId, message.side);
            default -> out.orderAdd(instrumentId, message.entryId, message.side, message.price, message.size);
        }
    }
}
