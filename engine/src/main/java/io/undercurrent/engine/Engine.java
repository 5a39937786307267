package io.undercurrent.engine;

import com.lmax.disruptor.TimeoutException;
import io.undercurrent.engine.booking.BookStage;
import io.undercurrent.engine.booking.Booking;
import io.undercurrent.engine.config.Config;
import io.undercurrent.engine.config.Setting;
import io.undercurrent.engine.counters.CountersFile;
import io.undercurrent.engine.counters.EngineCounter;
import io.undercurrent.engine.feed.EventPublisher;
import io.undercurrent.engine.feed.Pace;
import io.undercurrent.engine.journal.StreamWriter;
import io.undercurrent.engine.ring.EventRing;
import io.undercurrent.engine.ring.FailureLatch;
import io.undercurrent.engine.ring.JournalHandler;
import io.undercurrent.engine.ring.Waiting;
import io.undercurrent.engine.row.BookListener;
import io.undercurrent.engine.row.MarketState;
import io.undercurrent.engine.row.RowSettings;
import io.undercurrent.engine.signal.AlertBatch;
import io.undercurrent.engine.signal.AlertRules;
import io.undercurrent.engine.signal.Analysis;
import io.undercurrent.engine.signal.BackendStatus;
import io.undercurrent.engine.signal.Backends;
import io.undercurrent.engine.signal.ChosenBackend;
import io.undercurrent.engine.signal.SignalAgent;
import io.undercurrent.engine.signal.SweepQueue;
import io.undercurrent.engine.signal.SweepWriter;
import io.undercurrent.journal.JournalAppender;
import io.undercurrent.journal.JournalException;
import io.undercurrent.journal.JournalKeeper;
import io.undercurrent.journal.JournalPruner;
import io.undercurrent.journal.RecoveryListener;
import io.undercurrent.journal.RecoveryReport;
import io.undercurrent.journal.RetentionPolicy;
import io.undercurrent.signals.SignalBackend;
import io.undercurrent.signals.SignalSide;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.agrona.concurrent.Agent;
import org.agrona.concurrent.AgentRunner;
import org.agrona.concurrent.IdleStrategy;
import org.agrona.concurrent.SystemNanoClock;

/**
 * The running engine: one thread publishes events into it, three more do the rest.
 * <pre>
 * publisher ──▶ ring ─┬─▶ JournalHandler ──▶ events journal
 *                     └─▶ BookHandler ──▶ sweeps ──▶ SignalAgent ──▶ alerts journal
 *                                     journalled sequence ──gate──┘
 * </pre>
 * Where the feed must not wait for the signals, one more thread books what the ring let pass while they were behind; see {@link BookStage}.
 * {@link #open} starts it, {@link #drain} waits until what was published is journalled and evaluated, {@link #close} stops it. These and
 * the publisher belong to one thread. Should any stage fail, the next event published throws {@code IntakeStoppedException}.
 */
public final class Engine implements AutoCloseable {
    private static final int HOT_THREADS = 4;
    private static final long STALL_MS = 60_000;
    private static final int AGENT_END_MS = 5_000;
    private static final long IDLE_NS = 100_000;

    private final Deque<AutoCloseable> opened;
    private final FailureLatch failures = new FailureLatch();
    private final JournalOpening opening;
    private final CountersFile counters;
    private final StreamWriter events;
    private final StreamWriter alerts;
    private final MarketState market;
    private final EventRing ring;
    private final SweepQueue sweeps;
    private final BookStage books;
    private final EventPublisher publisher;
    private final ChosenBackend backend;
    private final BackendStatus status;
    private final long stallMs;
    private volatile boolean givenUp;
    private boolean threadLeftBehind;
    private boolean drained;
    private boolean closed;

    private Engine(final Config config, final Pace pace, final ChosenBackend backend, final RecoveryListener listener,
            final long stallMs, final Deque<AutoCloseable> opened) {
        this.opened = opened;
        this.stallMs = stallMs;
        this.backend = backend;
        final Path dir = config.path(Setting.JOURNAL_DIR);
        JournalFolder.prepare(dir, config.wide(Setting.JOURNAL_MIN_FREE_BYTES));
        opening = usedByAgents(new JournalOpening(dir, listener));
        opened.push(opening::ended);
        final JournalKeeper keeper = opened(JournalKeeper.start());
        final JournalAppender eventAppender = opened(
                opening.open(JournalFolder.events(dir), JournalFolder.events(config), keeper));
        final JournalAppender alertAppender = usedByAgents(
                opening.open(JournalFolder.alerts(dir), JournalFolder.alerts(config), keeper));
        counters = opening.counters();
        events = writer(eventAppender, EngineCounter.EVENTS_PAUSED);
        alerts = writer(alertAppender, EngineCounter.ALERTS_PAUSED);
        removeOldRuns(dir, JournalFolder.retention(config));

        final int instruments = config.integer(Setting.SIGNALS_MAX_INSTRUMENTS);
        final int rowMs = config.integer(Setting.ROWS_INTERVAL_MS);
        sweeps = new SweepQueue(SweepQueue.buffers(config), instruments, failures, counters.counter(EngineCounter.SWEEP_WAITS));
        final SweepWriter writer = new SweepWriter(sweeps);
        market = new MarketState(rowSettings(config), writer, BookListener.NONE);
        writer.instruments(market::instrument);
        final Booking booking = new Booking(market, sweeps, counters);
        final int slots = config.integer(Setting.RING_SLOTS);
        books = mayWait(config, pace) ? BookStage.waiting(booking)
                : BookStage.catchingUp(booking, sweeps, JournalFolder.events(dir), slots, counters, failures);

        status = new BackendStatus(backend.signals(), counters);
        final AlertBatch batch = new AlertBatch(instruments * SignalSide.COUNT, alerts.nextSequence());
        final Analysis analysis = new Analysis(backend.signals(), instruments, rowMs, AlertRules.of(config));
        final SignalAgent agent = new SignalAgent(sweeps, analysis, batch, alerts, events,
                counters.counter(EngineCounter.EVENTS_ACKNOWLEDGED), counters.counter(EngineCounter.SWEEPS),
                counters.counter(EngineCounter.ROWS), counters.counter(EngineCounter.ALERTS), status, failures);

        final ThreadFactory threads = task -> {
            final Thread thread = new Thread(task);
            thread.setDaemon(true);
            // the latch holds the reason and the caller reports it: no stack trace in between
            thread.setUncaughtExceptionHandler((t, cause) -> failures.fail(t.getName(), cause));
            return thread;
        };
        final Waiting waiting = Waiting.of(config.text(Setting.RING_WAIT), HOT_THREADS,
                Runtime.getRuntime().availableProcessors());
        ring = new EventRing(slots, waiting.ring(), threads, failures);
        counters.counter(EngineCounter.EVENTS_JOURNALLED).setRelease(events.nextSequence() - 1);
        start(agent, waiting.agent(), threads);
        books.agent().ifPresent(catchUp -> start(catchUp, Waiting.SLEEPING.agent(), threads));
        ring.start(
                new JournalHandler(events, config.integer(Setting.JOURNAL_BATCH_BYTES),
                        counters.counter(EngineCounter.EVENTS_JOURNALLED), counters.counter(EngineCounter.EXCERPTS), () -> givenUp),
                books.handler());
        publisher = new EventPublisher(ring, events.nextSequence());
        opening.ready();
    }

    private static boolean mayWait(final Config config, final Pace pace) {
        return switch (config.text(Setting.SIGNALS_OVERLOAD)) {
            case "wait" -> true;
            case "catch-up" -> false;
            default -> pace.isMax();
        };
    }

    private void start(final Agent agent, final IdleStrategy idle, final ThreadFactory threads) {
        final AgentRunner runner = new AgentRunner(idle, cause -> failures.fail(agent.roleName(), cause), null, agent);
        opened.push(() -> runner.close(AGENT_END_MS, this::leaveBehind));
        AgentRunner.startOnThread(runner, threads);
    }

    /** A driver may not return from a call: then nothing can end the thread, and what it would touch on its return must stay. */
    private void leaveBehind(final Thread thread) {
        threadLeftBehind = true;
        throw new EngineException("the thread " + thread.getName() + " does not end, a call that it made does not return; it is left behind, and the "
                + "alerts journal as it is");
    }

    /** As {@link #open(Config, Pace)}, for events that come as fast as they go. */
    public static Engine open(final Config config) {
        return open(config, Pace.max());
    }

    /**
     * Starts an engine; its journals are in {@code journal.dir}.
     *
     * @param pace of the feed; one with a pace of its own never waits for the signals, unless the configuration says so
     * @throws RuntimeException it can't start; the message is one line for the user
     */
    public static Engine open(final Config config, final Pace pace) {
        return open(config, pace, RecoveryListener.NONE);
    }

    /** As {@link #open(Config, Pace)}; the listener hears how far the recovery of a journal is that was not closed in order. */
    public static Engine open(final Config config, final Pace pace, final RecoveryListener listener) {
        return open(config, pace, Backends.choose(config), listener, STALL_MS);
    }

    /** As {@link #open(Config, Pace)}, with another time in which a stage must make progress. */
    static Engine open(final Config config, final Pace pace, final long stallMs) {
        return open(config, pace, Backends.choose(config), RecoveryListener.NONE, stallMs);
    }

    /** As {@link #open(Config, Pace)}, with a backend of one's own; it is closed with the engine. */
    static Engine open(final Config config, final Pace pace, final SignalBackend backend) {
        return open(config, pace, ChosenBackend.asConfigured(backend), RecoveryListener.NONE, STALL_MS);
    }

    private static Engine open(final Config config, final Pace pace, final ChosenBackend backend, final RecoveryListener listener,
            final long stallMs) {
        final Deque<AutoCloseable> opened = new ArrayDeque<>();
        try {
            return new Engine(config, pace, backend, listener, stallMs, opened);
        } catch (final RuntimeException | Error cause) {
            closeAll(opened, cause);
            backend.signals().close();
            throw cause;
        }
    }

    private static void closeAll(final Deque<AutoCloseable> opened, final Throwable cause) {
        while (!opened.isEmpty()) {
            try {
                opened.pop().close();
            } catch (final Exception e) {
                cause.addSuppressed(e);
            }
        }
    }

    /** How this configuration cuts rows. */
    public static RowSettings rowSettings(final Config config) {
        return new RowSettings(TimeUnit.MILLISECONDS.toNanos(config.wide(Setting.ROWS_INTERVAL_MS)),
                TimeUnit.MILLISECONDS.toNanos(config.wide(Setting.ROWS_QUIET_LIMIT_MS)),
                config.integer(Setting.SIGNALS_MAX_INSTRUMENTS));
    }

    private void removeOldRuns(final Path dir, final RetentionPolicy policy) {
        if (!policy.equals(RetentionPolicy.KEEP_ALL)) {
            for (final Path stream : List.of(JournalFolder.events(dir), JournalFolder.alerts(dir))) {
                counters.counter(EngineCounter.RUNS_REMOVED)
                        .getAndAdd(JournalPruner.prune(stream, policy, Instant.now(), false).removed().size());
            }
        }
    }

    private StreamWriter writer(final JournalAppender appender, final EngineCounter paused) {
        return new StreamWriter(appender, counters.counter(paused), counters.counter(EngineCounter.JOURNAL_PAUSES),
                SystemNanoClock.INSTANCE);
    }

    private <T extends AutoCloseable> T opened(final T part) {
        opened.push(part);
        return part;
    }

    /** Stays open if a thread is left behind. */
    private <T extends AutoCloseable> T usedByAgents(final T part) {
        opened.push(() -> {
            if (!threadLeftBehind) {
                part.close();
            }
        });
        return part;
    }

    /** What the feed writes with. */
    public EventPublisher publisher() {
        return publisher;
    }

    /** What was not in order in the journals when they were opened. */
    public List<RecoveryReport> recovered() {
        return opening.recovered();
    }

    /** Name of the backend that computes the signals. */
    public String backendName() {
        return backend.signals().name();
    }

    /** Why that one, in one line; empty: the configuration says so. */
    public String backendReason() {
        return backend.reason();
    }

    /** Why the GPU was given up and the CPU goes on or, after {@link #close}, what it did not give back; empty: all is well. Any thread. */
    public String backendProblem() {
        return status.problem();
    }

    /** What failed, if anything has. Any thread. */
    public Optional<FailureLatch.Failure> failure() {
        return failures.failure();
    }

    /** A counter as it stands now. Any thread, until {@link #close}. */
    public long counter(final EngineCounter counter) {
        return counters.value(counter);
    }

    /** Whether the journal's disk has no room, so that nothing more should be published for now. Any thread. */
    public boolean isPaused() {
        return events.isPaused() || alerts.isPaused();
    }

    /** From now on the engine fails instead of waiting for room on the journal's disk. Any thread. */
    public void giveUpOnRoom() {
        givenUp = true;
    }

    /** Makes the feed's own counts visible; to be called now and then by its thread. */
    public void publishFeedCounters() {
        counters.counter(EngineCounter.EVENTS_PUBLISHED).setRelease(publisher.published());
        counters.counter(EngineCounter.RING_FULL_WAITS).setRelease(ring.fullWaits());
        counters.counter(EngineCounter.RING_USED).setRelease(ring.used());
        counters.counter(EngineCounter.REJECTED).setRelease(publisher.rejects());
        counters.counter(EngineCounter.BAD_TIMES).setRelease(publisher.badTimes());
        counters.counter(EngineCounter.JOURNAL_FREE_BYTES).setRelease(events.space().freeBytes());
    }

    /**
     * Waits until everything published is journalled, booked, evaluated, and its alerts are journalled. Nothing can be published any more.
     * After a failure it only lets the other stages finish what was taken in.
     *
     * @throws EngineException a stage made no progress for a minute
     */
    public void drain() {
        if (drained) {
            return;
        }
        drained = true;
        try {
            ring.drainAndStop(stallMs, events::isPaused);
        } catch (final TimeoutException e) {
            throw new EngineException("a stage of the engine made no progress for " + stallMs + " ms; its journal is intact", e);
        } finally {
            publishFeedCounters();
        }
        awaitSignals();
        counters.counter(EngineCounter.BOOKS_DETACHED).setRelease(0);
        try {
            events.requireSound();
            alerts.requireSound();
        } catch (final JournalException e) {
            failures.fail("journal", e);
        }
        counters.counter(EngineCounter.FAILED).setRelease(failures.isSet() ? 1 : 0);
    }

    /** The books first, where they are away from the ring, then the sweeps that they have closed. */
    private void awaitSignals() {
        long seen = -1;
        long deadline = 0;
        while (!(books.isDone() && sweeps.isDrained()) && !failures.isSet()) {
            final long done = counters.value(EngineCounter.SWEEPS) + counters.value(EngineCounter.EVENTS_BOOKED);
            final long now = System.nanoTime();
            if (done != seen || (isPaused() && !givenUp)) {
                seen = done;
                deadline = now + TimeUnit.MILLISECONDS.toNanos(stallMs);
            } else if (now - deadline > 0) {
                final EngineException stalled = new EngineException(
                        "the signals made no progress for " + stallMs + " ms; the events journal is intact");
                // ends whoever waits for a sweep buffer
                failures.fail("signals and alerts", stalled);
                throw stalled;
            }
            LockSupport.parkNanos(IDLE_NS);
        }
    }

    /** What the books made of the events. After {@link #drain} only. */
    public MarketState market() {
        if (!drained) {
            throw new IllegalStateException("the books are still being written");
        }
        return market;
    }

    /** Drains, then closes journals and counters. Idempotent. */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        RuntimeException failed = null;
        try {
            drain();
        } catch (final EngineException e) {
            failed = e;
        }
        final EngineException problems = new EngineException("the engine could not be closed cleanly");
        closeAll(opened, problems);
        if (failed == null && problems.getSuppressed().length > 0) {
            failed = new EngineException(problems.getMessage() + ": " + problems.getSuppressed()[0].getMessage(), problems);
        }
        if (failed != null) {
            throw failed;
        }
    }
}
