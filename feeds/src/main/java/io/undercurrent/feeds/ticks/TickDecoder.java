package io.undercurrent.feeds.ticks;

import io.undercurrent.codec.Times;
import io.undercurrent.codec.sbe.RejectReason;
import io.undercurrent.engine.feed.EventPublisher;
import io.undercurrent.feeds.FeedOptions;
import io.undercurrent.feeds.TimedDecoder;
import io.undercurrent.feeds.UsEquitySessions;
import java.nio.file.Path;
import java.util.function.Function;

/**
 * Publishes the trades or the quotes of one file. Within one millisecond trades come before quotes, since a trade is to be signed against
 * the quote strictly before it, and a quote of the same stamp is as a rule the trade's own effect.
 */
final class TickDecoder implements TimedDecoder {
    private final FeedOptions options;
    private final UsEquitySessions sessions;
    private final Function<String, TickInstrument> instruments;
    private final TickRecord record;

    private TickInstrument instrument;
    private long midnightNs;

    /**
     * @param columns which kind of file: {@link TickRecord#TRADE_COLUMNS} or {@link TickRecord#QUOTE_COLUMNS}
     * @param sessions shared by all files, as the instruments are
     */
    TickDecoder(
            final int columns, final long maxPrice, final FeedOptions options, final UsEquitySessions sessions,
            final Function<String, TickInstrument> instruments) {
        this.options = options;
        this.sessions = sessions;
        this.instruments = instruments;
        record = new TickRecord(columns, maxPrice);
        instrument = new TickInstrument("", options);
    }

    @Override
    public void begin(final Path path, final String name) {
        final TickName stockDay = TickName.of(path, name, options);
        instrument = instruments.apply(stockDay.symbol());
        midnightNs = Times.midnightNs(stockDay.date(), Times.NEW_YORK);
    }

    @Override
    public RejectReason read(final byte[] line, final int offset, final int length) {
        return record.read(line, offset, length);
    }

    @Override
    public long timeNs() {
        return midnightNs + record.sinceMidnightNs;
    }

    @Override
    public int rank() {
        return record.isTrade() ? 0 : 1;
    }

    @Override
    public void publish(final EventPublisher out) {
        final long timeNs = timeNs();
        sessions.advance(out, timeNs, timeNs);
        out.at(timeNs, timeNs, 0, 0);
        instrument.define(out, sessions);
        if (record.isTrade()) {
            instrument.trade(out, record);
        } else {
            instrument.quote(out, record);
        }
    }

    @Override
    public int instrumentId() {
        return instrument.instrumentId();
    }
}
