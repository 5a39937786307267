package io.undercurrent.feeds;

import io.undercurrent.codec.sbe.SessionKind;
import io.undercurrent.codec.sbe.SessionPhase;
import io.undercurrent.engine.feed.EventPublisher;

/** The one session of a market that never closes: starts with its first event. One thread. */
public final class ContinuousSession {
    private boolean started;

    /** Call before each event's own {@link EventPublisher#at}; returns whether this is the first. */
    public boolean advance(final EventPublisher out, final long exchangeTimeNs, final long receiveTimeNs) {
        if (started) {
            return false;
        }
        started = true;
        out.at(exchangeTimeNs, receiveTimeNs, 0, 0);
        out.session(SessionKind.CONTINUOUS, SessionPhase.START);
        return true;
    }
}
