package io.undercurrent.feeds.output;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A format that events can be written in, as the command line offers it.
 *
 * @param name that of the feed which reads it
 * @param help one line: what the files are, and what they can't say
 */
public record WriterFormat(String name, String help, Opener opener) {
    /** Begins files of one format. */
    public interface Opener {
        /** As {@link WriterFormat#open}. */
        EventWriter open(Path folder, Optional<String> onlySymbol);
    }

    /**
     * Begins to write.
     *
     * @param folder where the files go; it is made if it isn't there
     * @param onlySymbol the only instrument to write; empty: all
     * @throws io.undercurrent.engine.feed.FeedException a file is there already, or can't be written
     */
    public EventWriter open(final Path folder, final Optional<String> onlySymbol) {
        return opener.open(folder, onlySymbol);
    }
}
