package io.undercurrent.app;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Turns SIGINT and SIGTERM into a clean end. A command that can be stopped says how; the signal then runs that and waits until the command
 * has finished. Without such a command the process ends as the signal says.
 */
final class StopRequests {
    private static final long PATIENCE_S = 90;

    private final AtomicReference<Optional<Runnable>> stop = new AtomicReference<>(Optional.empty());
    private final CountDownLatch finished = new CountDownLatch(1);
    private final AtomicInteger status = new AtomicInteger();
    private volatile boolean requested;

    /** From now on a request runs {@code action}, on another thread. */
    void onRequest(final Runnable action) {
        stop.set(Optional.of(action));
    }

    /** Whether a stop was asked for. */
    boolean requested() {
        return requested;
    }

    /** The command has ended with this exit status, its output written. */
    void finish(final int exitStatus) {
        status.set(exitStatus);
        finished.countDown();
    }

    /**
     * Asks the command to stop and waits for it.
     *
     * @return its exit status; empty: nothing that can be stopped was at work
     */
    OptionalInt request() {
        final Optional<Runnable> action = stop.get();
        if (action.isEmpty() || finished.getCount() == 0) {
            return OptionalInt.empty();
        }
        requested = true;
        action.get().run();
        try {
            return finished.await(PATIENCE_S, TimeUnit.SECONDS) ? OptionalInt.of(status.get()) : OptionalInt.empty();
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            return OptionalInt.empty();
        }
    }
}
