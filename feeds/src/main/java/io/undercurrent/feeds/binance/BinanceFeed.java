package io.undercurrent.feeds.binance;

import io.undercurrent.codec.Decimals;
import io.undercurrent.engine.feed.Feed;
import io.undercurrent.engine.feed.FeedException;
import io.undercurrent.feeds.FeedOptions;
import io.undercurrent.feeds.RecordDecoder;
import io.undercurrent.feeds.RecordFeed;
import io.undercurrent.feeds.Limits;
import io.undercurrent.feeds.input.FormatCheck;
import io.undercurrent.feeds.input.LineReader;
import io.undercurrent.feeds.input.RecordReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Opens raw recordings of Binance's streams: diffs of the depth, best quotes, trades, and at least one REST snapshot inline. Several files
 * follow each other as given.
 */
public final class BinanceFeed {
    public static final String NAME = "binance";

    /** A snapshot of 5,000 levels a side is some 300 kB. */
    private static final int MAX_LINE_BYTES = 1 << 22;
    private static final int LINES_TO_RECOGNISE = 1_000;

    private BinanceFeed() {
    }

    /** Symbol and market, as the first messages show them. */
    private record Stream(String symbol, BinanceMarket market) {
    }

    /** @throws FeedException as {@code FeedFormat.open} */
    public static Feed open(final List<Path> files, final FeedOptions options) {
        final BinanceMessage message = new BinanceMessage(Limits.maxPrice(Decimals.ONE));
        FormatCheck.require(NAME, files, MAX_LINE_BYTES, "'<local ns> <JSON of a stream>'",
                (line, offset, length) -> message.read(line, offset, length) == RecordDecoder.ACCEPTED);
        final Stream stream = recognise(files, message, options);
        return new RecordFeed(NAME, new LineReader(files, MAX_LINE_BYTES), new BinanceDecoder(stream.symbol(), stream.market(), options));
    }

    /** Only a diff tells the market for sure, and only a message that is no snapshot the symbol. */
    private static Stream recognise(final List<Path> files, final BinanceMessage message, final FeedOptions options) {
        Optional<String> symbol = options.symbol();
        BinanceMarket market = BinanceMarket.SPOT;
        try (LineReader lines = new LineReader(files, MAX_LINE_BYTES)) {
            int read = 0;
            for (RecordReader.Found found = lines.next(); found != RecordReader.Found.END && read < LINES_TO_RECOGNISE; found = lines.next()) {
                read++;
                if (found != RecordReader.Found.RECORD
                        || message.read(lines.buffer(), lines.offset(), lines.length()) != RecordDecoder.ACCEPTED) {
                    continue;
                }
                if (symbol.isEmpty() && message.symbolLength > 0) {
                    symbol = Optional.of(
                            new String(lines.buffer(), message.symbolStart, message.symbolLength, StandardCharsets.ISO_8859_1));
                }
                if (message.kind == BinanceMessage.Kind.DEPTH) {
                    market = message.previousUpdateId == BinanceMessage.ABSENT ? BinanceMarket.SPOT : BinanceMarket.USD_FUTURES;
                    break;
                }
                if (message.kind == BinanceMessage.Kind.BOOK_TICKER && message.hasEventTime()) {
                    market = BinanceMarket.USD_FUTURES;
                }
            }
        }
        if (symbol.isEmpty()) {
            throw new FeedException(files.getFirst() + ": no message in it names a symbol; give --symbol");
        }
        return new Stream(symbol.get(), market);
    }
}
