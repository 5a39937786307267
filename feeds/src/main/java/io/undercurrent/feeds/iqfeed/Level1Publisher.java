package io.undercurrent.feeds.iqfeed;

import io.undercurrent.codec.EventFlag;
import io.undercurrent.codec.sbe.BookKind;
import io.undercurrent.engine.feed.EventPublisher;

/**
 * Publishes trades and best quotes. A trade comes before the quote of its own line, as it is to be signed against the one before. One thread.
 */
final class Level1Publisher {
    private final IqfeedInstruments instruments;
    private final Level1Message message;
    private final Correction correction;

    Level1Publisher(final IqfeedInstruments instruments, final Level1Message message, final Correction correction) {
        this.instruments = instruments;
        this.message = message;
        this.correction = correction;
    }

    /** Publishes the message. */
    void publish(final EventPublisher out, final byte[] line, final int symbolStart, final int symbolLength) {
        long timeNs = Math.max(0, out.latestTimeNs());
        if (message.hasTrade) {
            timeNs = message.tradeTimeNs;
            trade(out, begin(out, timeNs, line, symbolStart, symbolLength), message.trade);
        }
        if (message.hasQuote) {
            if (!message.summary && message.quoteTimeNs != IqfeedClock.NONE) {
                timeNs = message.hasTrade ? Math.max(timeNs, message.quoteTimeNs) : message.quoteTimeNs;
            }
            final int instrumentId = begin(out, timeNs, line, symbolStart, symbolLength);
            out.at(timeNs, timeNs, 0, message.summary ? EventFlag.SNAPSHOT : 0);
            out.quote(instrumentId, message.bidPrice, message.bidSize, message.askPrice, message.askSize);
        }
    }

    /** Publishes the correction. */
    void publishCorrection(final EventPublisher out, final byte[] line, final int symbolStart, final int symbolLength) {
        trade(out, begin(out, correction.timeNs, line, symbolStart, symbolLength), correction.trade);
    }

    private int begin(final EventPublisher out, final long timeNs, final byte[] line, final int symbolStart, final int symbolLength) {
        IqfeedInstrument instrument = instruments.find(line, symbolStart, symbolLength);
        if (instrument == IqfeedInstruments.NONE) {
            instrument = instruments.define(out, timeNs, line, symbolStart, symbolLength, BookKind.TOP);
        }
        instruments.advance(out, timeNs);
        out.at(timeNs, timeNs, 0, 0);
        return instrument.instrumentId;
    }

    private static void trade(final EventPublisher out, final int instrumentId, final IqfeedTrade trade) {
        out.trade(instrumentId, trade.price, trade.size, trade.aggressor, trade.venue, trade.conditions, trade.flags, trade.tickId, 0);
    }
}
