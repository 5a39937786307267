package io.undercurrent.feeds.journal;

import io.undercurrent.engine.JournalFolder;
import io.undercurrent.engine.feed.EventPublisher;
import io.undercurrent.engine.feed.Feed;
import io.undercurrent.engine.feed.FeedException;
import io.undercurrent.feeds.FeedOptions;
import io.undercurrent.journal.EventConsumer;
import io.undercurrent.journal.JournalException;
import io.undercurrent.journal.JournalRun;
import io.undercurrent.journal.JournalRuns;
import io.undercurrent.journal.JournalTailer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Publishes the events of a journal again, in their order, to the end that it has now. */
public final class JournalFeed implements Feed {
    public static final String NAME = "journal";

    private final JournalTailer tailer;
    private final EventConsumer copy;
    private final long bytesTotal;
    private EventPublisher publisher;
    private long bytesRead;

    private JournalFeed(final JournalTailer tailer, final long bytesTotal) {
        this.tailer = tailer;
        this.bytesTotal = bytesTotal;
        copy = (buffer, offset, length) -> {
            publisher.copy(buffer, offset, length);
            bytesRead += length;
        };
    }

    /** @param folders one journal folder */
    public static JournalFeed open(final List<Path> folders, final FeedOptions options) {
        if (folders.size() != 1) {
            throw new FeedException("replay one journal folder at a time, not " + folders.size());
        }
        final Path folder = folders.getFirst();
        final Path events = JournalFolder.events(folder);
        if (!Files.isDirectory(events)) {
            throw new FeedException(folder + " is not a journal folder: it has no '" + events.getFileName() + "' in it");
        }
        try {
            long bytes = 0;
            for (final JournalRun run : JournalRuns.list(events)) {
                bytes += run.payloadBytes();
            }
            return new JournalFeed(JournalTailer.open(events), bytes);
        } catch (final JournalException e) {
            throw new FeedException(e.getMessage(), e);
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean hasFeedStates() {
        return true;
    }

    @Override
    public int poll(final EventPublisher out, final int limit) {
        publisher = out;
        final int events;
        try {
            events = tailer.pollEvents(copy, limit);
        } catch (final JournalException e) {
            throw new FeedException(e.getMessage(), e);
        }
        return events == 0 ? DONE : events;
    }

    @Override
    public long bytesRead() {
        return bytesRead;
    }

    @Override
    public long bytesTotal() {
        return bytesTotal;
    }

    @Override
    public void close() {
        tailer.close();
    }
}
