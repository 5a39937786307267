package io.undercurrent.feeds.plant;

import io.undercurrent.codec.Events;
import io.undercurrent.engine.feed.EventPublisher;
import io.undercurrent.engine.feed.Feed;
import io.undercurrent.feeds.sim.Truth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.agrona.DirectBuffer;

/**
 * A recording with programmes planted into it. The recorded events pass unchanged but for their sequence; planted ones come between them, trade
 * with each other only, and never disturb what a book makes of the recorded ones. The market does not react: recorded prices, quotes and trades are
 * what they were without the programme. Its events are a function of the recording and the {@link Planting}. One thread.
 */
public final class PlantedFeed implements Feed {
    private final Feed recording;
    private final Planter planter;
    private final EventPublisher inner;

    /** @param recording closed with this feed */
    public PlantedFeed(final Feed recording, final Planting planting) {
        this.recording = recording;
        planter = new Planter(planting);
        inner = new EventPublisher(planter, 1);
    }

    /** Whether an event was planted: its source sequence is negative. */
    public static boolean isPlanted(final DirectBuffer buffer, final int offset) {
        return Events.sourceSequence(buffer, offset) < 0;
    }

    @Override
    public String name() {
        return recording.name();
    }

    @Override
    public boolean hasFeedStates() {
        return recording.hasFeedStates();
    }

    @Override
    public int poll(final EventPublisher out, final int limit) {
        planter.tape().to(out);
        final int taken = recording.poll(inner, limit);
        if (taken == DONE) {
            planter.finish();
        }
        return taken;
    }

    /**
     * What was planted, by start time. Volumes are in size increments (shares, of stocks): what the programme traded, and that with the recorded
     * prints of its time, except for those whose price is not of the moment and for auctions. Final once the feed is {@link #DONE}; before
     * that, what it came to so far.
     */
    public List<Truth> truth() {
        return planter.truths().stream().sorted(Comparator.comparingLong(Truth::startNs).thenComparing(Truth::symbol)).toList();
    }

    /** Planned programmes that the recording can't carry. */
    public List<NotCarried> notCarried() {
        return planter.notCarried();
    }

    /** Events planted so far. */
    public long planted() {
        return planter.tape().planted();
    }

    @Override
    public Map<String, Long> passedOver() {
        return recording.passedOver();
    }

    @Override
    public long bytesRead() {
        return recording.bytesRead();
    }

    @Override
    public long bytesTotal() {
        return recording.bytesTotal();
    }

    @Override
    public void close() {
        recording.close();
    }
}
