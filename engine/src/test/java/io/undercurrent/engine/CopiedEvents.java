package io.undercurrent.engine;

import io.undercurrent.engine.feed.EventPublisher;
import io.undercurrent.engine.feed.Feed;
import io.undercurrent.journal.JournalTailer;
import java.nio.file.Path;

/** The events of a journal again. */
final class CopiedEvents implements Feed {
    private final JournalTailer tailer;

    CopiedEvents(final Path events) {
        tailer = JournalTailer.open(events);
    }

    @Override
    public String name() {
        return "copied";
    }

    @Override
    public int poll(final EventPublisher out, final int limit) {
        final int events = tailer.pollEvents(out::copy, limit);
        return events == 0 ? DONE : events;
    }

    @Override
    public boolean hasFeedStates() {
        return true;
    }

    @Override
    public long bytesRead() {
        return 0;
    }

    @Override
    public long bytesTotal() {
        return 0;
    }

    @Override
    public void close() {
        tailer.close();
    }
}
