package io.undercurrent.feeds.mbo;

import io.undercurrent.engine.feed.Feed;
import io.undercurrent.engine.feed.FeedException;
import io.undercurrent.feeds.FeedOptions;
import io.undercurrent.feeds.RecordFeed;
import io.undercurrent.feeds.input.FormatCheck;
import io.undercurrent.feeds.input.LineReader;
import java.nio.file.Path;
import java.util.List;

/** Opens market by order csv files with Databento's columns, found by the header's names; several follow each other as given. */
public final class MboCsvFeed {
    public static final String NAME = "mbo-csv";

    private MboCsvFeed() {
    }

    /** @throws FeedException as {@code FeedFormat.open} */
    public static Feed open(final List<Path> files, final FeedOptions options) {
        FormatCheck.require(NAME, files, LineReader.CSV_LINE_BYTES,
                "headed by 'ts_recv,ts_event,…,action,side,price,size,…,order_id,flags,…,sequence,symbol'", (line, offset, length) -> {
                    if (!MboColumns.isHeader(line, offset, length)) {
                        return false;
                    }
                    if (MboColumns.of(line, offset, length).symbol() < 0 && options.symbol().isEmpty()) {
                        throw new FeedException(files.getFirst() + ": has no symbol column; give --symbol");
                    }
                    return true;
                });
        return new RecordFeed(NAME, new LineReader(files, LineReader.CSV_LINE_BYTES), new MboCsvDecoder(options));
    }
}
