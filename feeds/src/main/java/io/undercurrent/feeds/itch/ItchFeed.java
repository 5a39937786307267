package io.undercurrent.feeds.itch;

import io.undercurrent.engine.feed.Feed;
import io.undercurrent.feeds.FeedOptions;
import io.undercurrent.feeds.RecordFeed;
import io.undercurrent.feeds.input.FormatCheck;
import io.undercurrent.feeds.input.MessageReader;
import java.nio.file.Path;
import java.util.List;

/** Opens Nasdaq TotalView-ITCH 5.0 files, each message behind its length in two bytes; several follow each other as given. */
public final class ItchFeed {
    public static final String NAME = "itch";

    private ItchFeed() {
    }

    /**
     * The day comes from each file's name where it has Nasdaq's form ({@code 01302019.NASDAQ_ITCH50}), else from the options.
     *
     * @throws io.undercurrent.engine.feed.FeedException as {@code FeedFormat.open}
     */
    public static Feed open(final List<Path> files, final FeedOptions options) {
        FormatCheck.require(NAME, files, file -> new MessageReader(List.of(file), ItchType::lengthOf),
                "whose messages each stand behind their length in two bytes",
                (message, offset, length) -> length > 0 && ItchType.lengthOf(message[offset]) == length);
        for (final Path file : files) {
            ItchName.of(file, file.getFileName().toString(), options);
        }
        return new RecordFeed(NAME, new MessageReader(files, ItchType::lengthOf), new ItchDecoder(options));
    }
}
