package io.undercurrent.feeds.iqfeed;

import io.undercurrent.codec.sbe.RejectReason;
import io.undercurrent.engine.feed.Feed;
import io.undercurrent.feeds.FeedOptions;
import io.undercurrent.feeds.MergedFeed;
import io.undercurrent.feeds.RecordDecoder;
import io.undercurrent.feeds.input.FormatCheck;
import io.undercurrent.feeds.input.LineReader;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/** Opens recorded IQFeed lines: a file for each port, or one for both; several are merged by the times of their lines. */
public final class IqfeedFeed {
    public static final String NAME = "iqfeed";

    private IqfeedFeed() {
    }

    /** @throws io.undercurrent.engine.feed.FeedException as {@code FeedFormat.open} */
    public static Feed open(final List<Path> files, final FeedOptions options) {
        final IqfeedDecoder test = new IqfeedDecoder(options, new IqfeedInstruments(options));
        FormatCheck.require(NAME, files, LineReader.CSV_LINE_BYTES, "those of IQFeed's level 1 and market depth ports, protocol 6.2",
                (line, offset, length) -> isLine(test, line, offset, length));
        final IqfeedInstruments instruments = new IqfeedInstruments(options);
        final MergedFeed feed = new MergedFeed(NAME);
        for (final Path file : files) {
            feed.add(file, new IqfeedLines(options, instruments));
        }
        return feed;
    }

    private static boolean isLine(final IqfeedDecoder test, final byte[] line, final int offset, final int length) {
        test.begin(LocalDate.EPOCH.toEpochDay());
        final RejectReason reason = test.read(line, offset, length);
        // the fields of level 1 may be others than usual, until their echo comes
        return reason == RecordDecoder.ACCEPTED || (length > 2 && (line[offset] == 'P' || line[offset] == 'Q') && line[offset + 1] == ',');
    }
}
