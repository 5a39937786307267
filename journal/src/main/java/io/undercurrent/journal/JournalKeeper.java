package io.undercurrent.journal;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Looks after the streams that a process writes, with two daemon threads: one reserves room and touches pages ahead of the writers and
 * watches the free space, the other forces what was appended. One for each process is enough; close it after its appenders.
 */
public final class JournalKeeper implements AutoCloseable {
    private static final long AHEAD_PAUSE_NS = 1_000_000;
    private static final long LOOK_NS = 1_000_000_000;
    private static final long IDLE_NS = 1_000_000_000;

    private final List<RunWriter> runs = new CopyOnWriteArrayList<>();
    private final List<SpaceWatch> watches = new CopyOnWriteArrayList<>();
    private final Thread ahead = Thread.ofPlatform().daemon().name("journal-space").unstarted(this::stayAhead);
    private final Thread forcing = Thread.ofPlatform().daemon().name("journal-force").unstarted(this::forceRegularly);
    private volatile boolean closed;

    private JournalKeeper() {
    }

    public static JournalKeeper start() {
        final JournalKeeper keeper = new JournalKeeper();
        keeper.ahead.start();
        keeper.forcing.start();
        return keeper;
    }

    void watch(final SpaceWatch watch) {
        watches.add(watch);
    }

    void unwatch(final SpaceWatch watch) {
        watches.remove(watch);
    }

    void keep(final RunWriter run) {
        runs.add(run);
        LockSupport.unpark(ahead);
        LockSupport.unpark(forcing);
    }

    /** The run may be worked on a last time after this. */
    void release(final RunWriter run) {
        runs.remove(run);
    }

    private void stayAhead() {
        long lookNs = System.nanoTime();
        while (!closed) {
            boolean more = false;
            for (final RunWriter run : runs) {
                more |= run.stayAhead();
            }
            final long nowNs = System.nanoTime();
            if (nowNs - lookNs >= 0) {
                watches.forEach(watch -> watch.look(nowNs));
                lookNs = nowNs + LOOK_NS;
            }
            if (!more) {
                LockSupport.parkNanos(runs.isEmpty() ? LOOK_NS : AHEAD_PAUSE_NS);
            }
        }
    }

    private void forceRegularly() {
        while (!closed) {
            final long startNs = System.nanoTime();
            long intervalNs = IDLE_NS;
            for (final RunWriter run : runs) {
                if (run.durability() == Durability.INTERVAL) {
                    run.force();
                    intervalNs = Math.min(intervalNs, TimeUnit.MILLISECONDS.toNanos(run.forceIntervalMs()));
                }
            }
            LockSupport.parkNanos(this, Math.max(1, startNs + intervalNs - System.nanoTime()));
        }
    }

    /** Idempotent. Ends the threads; a run that is still written is no longer forced at its interval. */
    @Override
    public void close() {
        closed = true;
        for (final Thread thread : new Thread[] {ahead, forcing}) {
            LockSupport.unpark(thread);
            boolean interrupted = false;
            while (thread.isAlive()) {
                try {
                    thread.join();
                } catch (final InterruptedException e) {
                    interrupted = true;
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
