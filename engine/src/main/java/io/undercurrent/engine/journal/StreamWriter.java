package io.undercurrent.engine.journal;

import io.undercurrent.journal.JournalAppender;
import io.undercurrent.journal.JournalException;
import io.undercurrent.journal.JournalFullException;
import io.undercurrent.journal.JournalSpace;
import java.util.Optional;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.NanoClock;
import org.agrona.concurrent.status.AtomicCounter;

/**
 * Writes one stream for a stage of the engine, and pauses when its disk gets short of room: the run is closed in order, with everything
 * in it, and a new one begins when there is room again. One thread appends; any thread asks whether it pauses.
 */
public final class StreamWriter {
    private static final long RETRY_NS = 250_000_000;

    private final JournalAppender appender;
    private final AtomicCounter paused;
    private final AtomicCounter pauses;
    private final NanoClock clock;
    private long retryNs;

    /**
     * @param appender stays its opener's to close
     * @param paused   1 while it pauses
     * @param pauses   counts them, of all streams
     */
    public StreamWriter(final JournalAppender appender, final AtomicCounter paused, final AtomicCounter pauses, final NanoClock clock) {
        this.appender = appender;
        this.paused = paused;
        this.pauses = pauses;
        this.clock = clock;
    }

    /**
     * Appends as {@link JournalAppender#append} does.
     *
     * @return false: there is no room at present and nothing was written; to be tried again
     */
    public boolean append(final DirectBuffer batch, final int offset, final int length, final long firstSequence, final int count) {
        if (appender.isSuspended()) {
            if (!resumed()) {
                return false;
            }
        } else if (appender.space().low()) {
            pause();
            return false;
        }
        try {
            appender.append(batch, offset, length, firstSequence, count);
            return true;
        } catch (final JournalFullException e) {
            pause();
            return false;
        }
    }

    private void pause() {
        appender.suspend();
        pauses.increment();
        paused.setRelease(1);
        retryNs = clock.nanoTime() + RETRY_NS;
    }

    private boolean resumed() {
        if (clock.nanoTime() - retryNs < 0) {
            return false;
        }
        try {
            appender.resume();
        } catch (final JournalFullException e) {
            retryNs = clock.nanoTime() + RETRY_NS;
            return false;
        }
        paused.setRelease(0);
        return true;
    }

    /** Whether it waits for room. Any thread. */
    public boolean isPaused() {
        return paused.get() != 0;
    }

    /** Of the last event that the journal promises to keep, at the configured durability. Any thread. */
    public long acknowledgedSequence() {
        return appender.acknowledgedSequence();
    }

    /** Throws {@link JournalException} if that sequence will not move on, since the run can't be kept on the disk. Any thread. */
    public void requireSound() {
        final Optional<Throwable> failure = appender.failure();
        if (failure.isPresent()) {
            throw new JournalException(appender.run() + " can't be forced to the disk behind sequence " + acknowledgedSequence() + ": "
                    + failure.get().getMessage(), failure.get());
        }
    }

    /** The next one to append. Appending thread. */
    public long nextSequence() {
        return appender.nextSequence();
    }

    /** Any thread. */
    public JournalSpace space() {
        return appender.space();
    }
}
