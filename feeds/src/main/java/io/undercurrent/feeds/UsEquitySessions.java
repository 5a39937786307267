package io.undercurrent.feeds;

import io.undercurrent.codec.Times;
import io.undercurrent.codec.sbe.SessionKind;
import io.undercurrent.codec.sbe.SessionPhase;
import io.undercurrent.engine.feed.EventPublisher;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;

/**
 * Publishes when the sessions of United States equities start and end: pre 04:00 to 09:30, regular to 16:00, post to 20:00 New York, on
 * every day that has events (half days and holidays are not known here). Each {@code Session} event comes before the first event at or
 * after its boundary and carries the boundary's own time. A day begins in the session its first event falls in; sessions that pass
 * without an event in the middle of a day are still published. Nothing is published for times that go back. One thread; allocates only
 * at the first event of a day.
 */
public final class UsEquitySessions {
    private static final LocalTime[] BOUNDARIES = {LocalTime.of(4, 0), LocalTime.of(9, 30), LocalTime.of(16, 0), LocalTime.of(20, 0)};
    private static final SessionKind[] KINDS = {SessionKind.PRE, SessionKind.REGULAR, SessionKind.POST};

    private final long[] boundaries = new long[BOUNDARIES.length];
    private long dayEndNs = Long.MIN_VALUE;
    /** Boundaries of the day that have passed: 0 before the first session, 1 to 3 in a session, 4 after the last. */
    private int passed = BOUNDARIES.length;

    /**
     * Moves to the time of an event that is about to be published; call before its own {@link EventPublisher#at}.
     *
     * @return whether a New York day has begun
     */
    public boolean advance(final EventPublisher out, final long exchangeTimeNs, final long receiveTimeNs) {
        if (exchangeTimeNs < (passed < BOUNDARIES.length ? boundaries[passed] : dayEndNs)) {
            return false;
        }
        final boolean newDay = exchangeTimeNs >= dayEndNs;
        if (newDay) {
            finishDay(out, receiveTimeNs);
            startDay(exchangeTimeNs);
            while (passed < BOUNDARIES.length && boundaries[passed] <= exchangeTimeNs) {
                passed++;
            }
            if (passed > 0 && passed < BOUNDARIES.length) {
                publish(out, boundaries[passed - 1], receiveTimeNs, KINDS[passed - 1], SessionPhase.START);
            }
        } else {
            while (passed < BOUNDARIES.length && boundaries[passed] <= exchangeTimeNs) {
                pass(out, receiveTimeNs);
            }
        }
        return newDay;
    }

    private void finishDay(final EventPublisher out, final long receiveTimeNs) {
        if (passed > 0) {
            while (passed < BOUNDARIES.length) {
                pass(out, receiveTimeNs);
            }
        }
    }

    /** The next boundary is crossed. */
    private void pass(final EventPublisher out, final long receiveTimeNs) {
        final long boundaryNs = boundaries[passed];
        if (passed > 0) {
            publish(out, boundaryNs, receiveTimeNs, KINDS[passed - 1], SessionPhase.END);
        }
        if (passed < KINDS.length) {
            publish(out, boundaryNs, receiveTimeNs, KINDS[passed], SessionPhase.START);
        }
        passed++;
    }

    private static void publish(
            final EventPublisher out, final long boundaryNs, final long receiveTimeNs, final SessionKind kind, final SessionPhase phase) {
        out.at(boundaryNs, receiveTimeNs, 0, 0);
        out.session(kind, phase);
    }

    private void startDay(final long timeNs) {
        final LocalDate day = Instant.ofEpochSecond(Math.floorDiv(timeNs, Times.SECOND_NS)).atZone(Times.NEW_YORK).toLocalDate();
        for (int i = 0; i < BOUNDARIES.length; i++) {
            boundaries[i] = day.atTime(BOUNDARIES[i]).atZone(Times.NEW_YORK).toEpochSecond() * Times.SECOND_NS;
        }
        dayEndNs = Times.midnightNs(day.plusDays(1), Times.NEW_YORK);
        passed = 0;
    }

    /** Start of the regular session of the day now at; 0 before the first event. */
    public long regularOpenNs() {
        return boundaries[1];
    }

    /** End of the regular session of the day now at; 0 before the first event. */
    public long regularCloseNs() {
        return boundaries[2];
    }
}
