package io.undercurrent.engine;

import io.undercurrent.engine.feed.EventPublisher;
import io.undercurrent.engine.feed.Feed;

/** A feed in small pieces, with something done before each piece and at the end: how a test gets between the events. */
final class DrivenFeed implements Feed {
    private static final int PIECE = 16;

    private final Feed feed;
    private final Runnable beforePiece;
    private final Runnable atEnd;

    DrivenFeed(final Feed feed, final Runnable beforePiece, final Runnable atEnd) {
        this.feed = feed;
        this.beforePiece = beforePiece;
        this.atEnd = atEnd;
    }

    @Override
    public String name() {
        return feed.name();
    }

    @Override
    public int poll(final EventPublisher out, final int limit) {
        beforePiece.run();
        final int taken = feed.poll(out, PIECE);
        if (taken == DONE) {
            atEnd.run();
        }
        return taken;
    }

    @Override
    public long bytesRead() {
        return feed.bytesRead();
    }

    @Override
    public long bytesTotal() {
        return feed.bytesTotal();
    }

    @Override
    public void close() {
        feed.close();
    }
}
