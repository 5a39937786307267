package io.undercurrent.feeds.ticks;

import io.undercurrent.codec.Decimals;
import io.undercurrent.engine.feed.Feed;
import io.undercurrent.feeds.FeedOptions;
import io.undercurrent.feeds.Limits;
import io.undercurrent.feeds.MergedFeed;
import io.undercurrent.feeds.UsEquitySessions;
import io.undercurrent.feeds.input.Fields;
import io.undercurrent.feeds.input.FormatCheck;
import io.undercurrent.feeds.input.LineReader;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Opens US consolidated ticks: any number of trade and quote files, of any stocks and days, merged by time. */
public final class UsTicksFeed {
    public static final String NAME = "us-ticks";

    private UsTicksFeed() {
    }

    /**
     * Trades and quotes are told apart by their columns; stock and day by the name, else by the options.
     *
     * @throws io.undercurrent.engine.feed.FeedException as {@code FeedFormat.open}
     */
    public static Feed open(final List<Path> files, final FeedOptions options) {
        final long maxPrice = Limits.maxPrice(options.priceIncrement().orElse(Decimals.ONE / 100));
        final Map<String, TickInstrument> instruments = new HashMap<>();
        final UsEquitySessions sessions = new UsEquitySessions();
        final MergedFeed feed = new MergedFeed(NAME);
        final Fields fields = new Fields(TickRecord.QUOTE_COLUMNS);
        FormatCheck.require(NAME, files, LineReader.CSV_LINE_BYTES,
                "'ms,price,size,exchange,conditions,suspicious' or 'ms,bid,size,ask,size,exchange,conditions,suspicious'",
                (line, offset, length) -> isTick(fields, line, offset, length));
        for (final Path file : files) {
            // the line that passes leaves its number of columns behind
            FormatCheck.require(NAME, List.of(file), LineReader.CSV_LINE_BYTES, "",
                    (line, offset, length) -> isTick(fields, line, offset, length));
            feed.add(file, new TickDecoder(fields.count(), maxPrice, options, sessions,
                    symbol -> instruments.computeIfAbsent(symbol, name -> new TickInstrument(name, options))));
        }
        return feed;
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
}
