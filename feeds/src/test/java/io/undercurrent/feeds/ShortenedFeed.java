package io.undercurrent.feeds;

import io.undercurrent.engine.feed.EventPublisher;
import io.undercurrent.engine.feed.Feed;

/** The first part of a feed, by event time. */
final class ShortenedFeed implements Feed {
    private final Feed feed;
    private final long lengthNs;
    private long firstNs;

    ShortenedFeed(final Feed feed, final long lengthNs) {
        this.feed = feed;
        this.lengthNs = lengthNs;
    }

    @Override
    public String name() {
        return feed.name();
    }

    @Override
    public int poll(final EventPublisher out, final int limit) {
        final long nowNs = out.latestTimeNs();
        if (firstNs == 0) {
            firstNs = Math.max(0, nowNs);
        } else if (nowNs - firstNs > lengthNs) {
            return DONE;
        }
        return feed.poll(out, 1);
    }

    @Override
    public boolean hasFeedStates() {
        return feed.hasFeedStates();
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
