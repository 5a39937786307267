package io.undercurrent.feeds.lobster;

import io.undercurrent.engine.feed.Feed;
import io.undercurrent.feeds.FeedOptions;
import io.undercurrent.feeds.RecordFeed;
import io.undercurrent.feeds.input.Fields;
import io.undercurrent.feeds.input.FormatCheck;
import io.undercurrent.feeds.input.LineReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Opens LOBSTER message files ({@code time,type,order id,size,price,direction}); several follow each other as given. */
public final class LobsterFeed {
    public static final String NAME = "lobster";

    private static final int COLUMNS = 6;

    private LobsterFeed() {
    }

    /**
     * Symbol and date come from each file's name where it has LOBSTER's form ({@code AAPL_2012-06-21_…}), else from the options. A seed book
     * belongs to the first file.
     *
     * @throws io.undercurrent.engine.feed.FeedException as {@code FeedFormat.open}
     */
    public static Feed open(final List<Path> files, final FeedOptions options) {
        final Fields fields = new Fields(COLUMNS);
        FormatCheck.require(NAME, files, LineReader.CSV_LINE_BYTES, "'time,type,order id,size,price,direction'",
                (line, offset, length) -> isMessage(fields, line, offset, length));
        final LobsterNames names = new LobsterNames(options);
        for (final Path file : files) {
            names.of(file, file.getFileName().toString());
        }
        final Optional<LobsterSeed> seed = options.seedBook().map(LobsterSeed::read);
        return new RecordFeed(NAME, new LineReader(files, LineReader.CSV_LINE_BYTES), new LobsterDecoder(names, seed, options));
    }

    private static boolean isMessage(final Fields fields, final byte[] line, final int offset, final int length) {
        if (fields.split(line, offset, length, ',') != COLUMNS || fields.rounded(0) == Fields.INVALID) {
            return false;
        }
        for (int i = 1; i < COLUMNS; i++) {
            if (fields.integer(i) == Fields.INVALID) {
                return false;
            }
        }
        return fields.length(1) == 1;
    }
}
