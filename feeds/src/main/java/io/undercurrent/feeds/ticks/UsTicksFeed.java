package io.undercurrent.feeds.ticks;

import io.undercurrent.codec.Decimals;
import io.undercurrent.engine.feed.EventPublisher;
import io.undercurrent.engine.feed.Feed;
import io.undercurrent.feeds.FeedOptions;
import io.undercurrent.feeds.Limits;
import io.undercurrent.feeds.UsEquitySessions;
import io.undercurrent.feeds.input.Fields;
import io.undercurrent.feeds.input.FormatCheck;
import io.undercurrent.feeds.input.LineReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * US consolidated ticks: any number of trade and quote files, of any stocks and days, merged by time. Within one millisecond trades come
 * before quotes, since a trade is to be signed against the quote strictly before it, and a quote of the same stamp is as a rule the
 * trade's own effect. Files of one kind and time come in the order given. One thread.
 */
public final class UsTicksFeed implements Feed {
    public static final String NAME = "us-ticks";

    private final List<TickSource> sources;
    private final UsEquitySessions sessions = new UsEquitySessions();

    private UsTicksFeed(final List<TickSource> sources) {
        this.sources = sources;
    }

    /**
     * Trades and quotes are told apart by their columns; stock and day by the name, else by the options.
     *
     * @throws io.undercurrent.engine.feed.FeedException as {@code FeedFormat.open}
     */
    public static Feed open(final List<Path> files, final FeedOptions options) {
        final long maxPrice = Limits.maxPrice(options.priceIncrement().orElse(Decimals.ONE / 100));
        final Map<String, TickInstrument> instruments = new HashMap<>();
        final List<TickSource> sources = new ArrayList<>();
        final Fields fields = new Fields(TickRecord.QUOTE_COLUMNS);
        FormatCheck.require(NAME, files, LineReader.CSV_LINE_BYTES,
                "'ms,price,size,exchange,conditions,suspicious' or 'ms,bid,size,ask,size,exchange,conditions,suspicious'",
                (line, offset, length) -> isTick(fields, line, offset, length));
        for (final Path file : files) {
            // the line that passes leaves its number of columns behind
            FormatCheck.require(NAME, List.of(file), LineReader.CSV_LINE_BYTES, "",
                    (line, offset, length) -> isTick(fields, line, offset, length));
            sources.add(new TickSource(file, fields.count(), maxPrice, options,
                    symbol -> instruments.computeIfAbsent(symbol, name -> new TickInstrument(name, options))));
        }
        return new UsTicksFeed(sources);
    }

    private static boolean isTick(final Fields fields, final byte[] line, final int offset, final int length) {
        final int count = fields.split(line, offset, length, ',');
        if ((count != TickRecord.TRADE_COLUMNS && count != TickRecord.QUOTE_COLUMNS) || fields.rounded(0) < 0) {
            return false;
        }
        for (int i = 1; i < count - 3; i++) {
            if (fields.integer(i) < 0) {
                return false;
            }
        }
        return TickRecord.isExchange(fields.single(count - 3));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int poll(final EventPublisher out, final int limit) {
        int taken = 0;
        while (taken < limit) {
            for (int i = 0; i < sources.size(); i++) {
                taken += sources.get(i).fill(out, limit - taken);
            }
            if (taken < limit) {
                final int earliest = earliest();
                if (earliest < 0) {
                    return taken > 0 ? taken : DONE;
                }
                publish(out, sources.get(earliest));
                taken++;
            }
        }
        return taken;
    }

    /** The source whose record is next, all of them having one ready unless they have ended; -1: all have ended. */
    private int earliest() {
        int best = -1;
        for (int i = 0; i < sources.size(); i++) {
            final TickSource source = sources.get(i);
            if (source.isReady() && (best < 0 || source.isBefore(sources.get(best)))) {
                best = i;
            }
        }
        return best;
    }

    private void publish(final EventPublisher out, final TickSource source) {
        final long timeNs = source.timeNs();
        sessions.advance(out, timeNs, timeNs);
        out.at(timeNs, timeNs, 0, 0);
        final TickInstrument instrument = source.instrument();
        instrument.define(out, sessions);
        final TickRecord record = source.take();
        if (record.isTrade()) {
            instrument.trade(out, record);
        } else {
            instrument.quote(out, record);
        }
    }

    @Override
    public long bytesRead() {
        long bytes = 0;
        for (int i = 0; i < sources.size(); i++) {
            bytes += sources.get(i).bytesRead();
        }
        return bytes;
    }

    @Override
    public long bytesTotal() {
        long bytes = 0;
        for (int i = 0; i < sources.size(); i++) {
            bytes += sources.get(i).bytesTotal();
        }
        return bytes;
    }

    @Override
    public void close() {
        for (final TickSource source : sources) {
            source.close();
        }
    }
}
