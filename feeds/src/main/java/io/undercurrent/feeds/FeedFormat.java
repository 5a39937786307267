package io.undercurrent.feeds;

import io.undercurrent.engine.feed.Feed;
import java.nio.file.Path;
import java.util.List;

/**
 * A format of recorded files, as the command line offers it.
 *
 * @param name one word
 * @param help one line: what the files are, and which options matter
 */
public record FeedFormat(String name, String help, Opener opener) {
    /** Opens files of one format. */
    public interface Opener {
        /** As {@link FeedFormat#open}. */
        Feed open(List<Path> files, FeedOptions options);
    }

    /**
     * Opens the files, read in the order given unless the format merges them by time.
     *
     * @throws io.undercurrent.engine.feed.FeedException a file can't be read, is not of this format, or an option is missing
     */
    public Feed open(final List<Path> files, final FeedOptions options) {
        return opener.open(files, options);
    }
}
