package io.undercurrent.journal;

import io.undercurrent.codec.Events;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Optional;
import org.agrona.DirectBuffer;

/**
 * The one writer of a stream. Each one writes a run of its own, behind the runs that are there. When {@link #append} has returned, the
 * events outlive the process, however it ends; a power cut takes none up to {@link #acknowledgedSequence}.
 *
 * <p>Appending, suspending, resuming and closing: one thread at a time, whichever; handing it over must be a happens-before. Appending
 * allocates nothing, except in Chronicle when it begins another segment. After a failure it stays failed, and its run counts as unclean.
 */
public final class JournalAppender implements AutoCloseable {
    /** The longest batch that one {@link #append} takes. */
    public static final int MAX_BATCH_BYTES = Excerpt.MAX_PAYLOAD_LENGTH;

    private final Path stream;
    private final JournalOptions options;
    private final InstantSource clock;
    private final WriterLock lock;
    private final Disk disk;
    private final JournalKeeper keeper;
    private final boolean ownsKeeper;
    private final SpaceWatch watch;
    private final Optional<RecoveryReport> recovered;
    private long nextSequence;
    private boolean failed;
    private volatile boolean suspended;
    private boolean closed;
    private volatile long bytesOfEarlierRuns;
    private volatile RunWriter writer;

    private JournalAppender(final Path stream, final JournalOptions options, final Optional<JournalKeeper> shared, final InstantSource clock,
            final Disk disk, final RecoveryListener listener, final WriterLock lock) throws IOException {
        this.stream = stream;
        this.options = options;
        this.clock = clock;
        this.disk = disk;
        this.lock = lock;
        final Recovery recovery = Recovery.of(stream, listener);
        recovered = recovery.report();
        nextSequence = recovery.firstSequence();
        watch = new SpaceWatch(stream, options, disk, () -> bytesOfEarlierRuns + writer.bytes());
        writer = begin(recovery.runNumber(), recovery.missingFrom());
        ownsKeeper = shared.isEmpty();
        keeper = shared.orElseGet(JournalKeeper::start);
        keeper.keep(writer);
        keeper.watch(watch);
    }

    public static JournalAppender open(final Path stream) {
        return open(stream, JournalOptions.DEFAULT);
    }

    /**
     * Makes the stream's directory if there is none, takes the writer's lock, finds where the last run ends (by reading it, if it was not
     * closed in order) and begins a new run behind it, with a keeper of its own; and with a gap event, if there is evidence of events that
     * can't be read any more. Throws {@link JournalFullException} if there is no room for a new run, {@link JournalException} if another
     * writer is at work or the files can't be read.
     */
    public static JournalAppender open(final Path stream, final JournalOptions options) {
        return open(stream, options, Optional.empty(), Clock.systemUTC(), SystemDisk.INSTANCE);
    }

    /** The same with a keeper that looks after several streams; close it after them. */
    public static JournalAppender open(final Path stream, final JournalOptions options, final JournalKeeper keeper) {
        return open(stream, options, Optional.of(keeper), Clock.systemUTC(), SystemDisk.INSTANCE);
    }

    /** The same, and says how far the reading of the last run has come, if it must be read. */
    public static JournalAppender open(
            final Path stream, final JournalOptions options, final JournalKeeper keeper, final RecoveryListener listener) {
        return open(stream, options, Optional.of(keeper), Clock.systemUTC(), SystemDisk.INSTANCE, listener);
    }

    /** The clock only gives the runs' names. */
    static JournalAppender open(final Path stream, final JournalOptions options, final Optional<JournalKeeper> keeper,
            final InstantSource clock, final Disk disk) {
        return open(stream, options, keeper, clock, disk, RecoveryListener.NONE);
    }

    static JournalAppender open(final Path stream, final JournalOptions options, final Optional<JournalKeeper> keeper,
            final InstantSource clock, final Disk disk, final RecoveryListener listener) {
        try {
            Files.createDirectories(stream);
            final WriterLock lock = WriterLock.take(stream);
            try {
                return new JournalAppender(stream, options, keeper, clock, disk, listener, lock);
            } catch (final RuntimeException | IOException | Error e) {
                lock.close();
                throw e;
            }
        } catch (final JournalException e) {
            throw e;
        } catch (final RuntimeException | IOException | InternalError e) {
            throw new JournalException(stream + " can't be opened for writing: " + e, e);
        }
    }

    private RunWriter begin(final long number, final long missingFrom) throws IOException {
        if (!watch.hasRoomForRun()) {
            throw new JournalFullException(stream + " has less than " + options.minFreeBytes() + " bytes free for a new run: make room on"
                    + " its disk");
        }
        final RunStart start = RunStart.ofThisProcess(new SecureRandom().nextLong(), nextSequence, missingFrom);
        try {
            final RunDirectory run = RunDirectory.create(
                    stream, number, clock.instant(), start, draft -> Runway.prepare(draft, options, disk));
            NewestRun.write(stream, run.number());
            return missingFrom == 0 ? new RunWriter(run, start, options, disk) : withGap(new RunWriter(run, start, options, disk), missingFrom);
        } catch (final IOException e) {
            if (SystemDisk.isFull(e)) {
                throw new JournalFullException(stream + " has no room for a new run: make room on its disk (" + e.getMessage() + ")");
            }
            throw e;
        }
    }

    /** The run's first event says which are missing before it. */
    private RunWriter withGap(final RunWriter newWriter, final long missingFrom) throws IOException {
        try {
            newWriter.append(MissingEvents.event(missingFrom, nextSequence - 1), 0, MissingEvents.LENGTH, nextSequence, 1);
            nextSequence++;
            return newWriter;
        } catch (final RuntimeException | Error e) {
            newWriter.close(false);
            throw e;
        }
    }

    /** 1 in a new stream. */
    public long nextSequence() {
        return nextSequence;
    }

    /** Of the last event appended, now or in an earlier run; 0: none yet. */
    public long lastSequence() {
        return nextSequence - 1;
    }

    /** Up to where nothing can be lost any more, by the level of {@link JournalOptions#durability}; never goes back. Any thread. */
    public long acknowledgedSequence() {
        return writer.acknowledged();
    }

    /** Why nothing more will be acknowledged, or appended: its run can't be kept on the disk any more. Any thread. */
    public Optional<Throwable> failure() {
        return writer.failure();
    }

    /** The room left, as last looked at. Any thread. */
    public JournalSpace space() {
        return watch.space();
    }

    /** The name of the run that this appender writes, or wrote before it was suspended. */
    public String run() {
        return writer.run().name();
    }

    /** What was not in order before this run; empty if everything was. */
    public Optional<RecoveryReport> recovered() {
        return recovered;
    }

    /**
     * Appends {@code count} encoded events that stand back to back, whole or not at all. With {@link Durability#BATCH} returns when they
     * are on the disk. Throws {@link JournalFullException} if no room can be reserved for them: nothing is written then, and the same
     * batch may be tried again, now or after {@link #suspend} and {@link #resume}. Throws {@link JournalException}, for good, if they are
     * not what they should be, don't continue the sequence, are more than {@link #MAX_BATCH_BYTES}, or can't be written; or if what was
     * appended before can't be forced to the disk.
     */
    public void append(final DirectBuffer batch, final int offset, final int length, final long firstSequence, final int count) {
        requireWritable();
        failed = true;
        check(batch, offset, length, firstSequence, count);
        try {
            writer.append(batch, offset, length, firstSequence, count);
        } catch (final JournalFullException e) {
            failed = false;
            throw e;
        }
        nextSequence = firstSequence + count;
        failed = false;
    }

    private void requireWritable() {
        if (failed || closed || suspended) {
            throw new JournalException(writer.run().path()
                    + (failed ? " failed before; open a new appender" : closed ? " is closed" : " is suspended; resume it"));
        }
        if (writer.failure().isPresent()) {
            failed = true;
            final Throwable cause = writer.failure().get();
            throw new JournalException(writer.run().path() + " can't be kept on its disk behind sequence " + writer.acknowledged()
                    + "; see to the disk, then start again: " + cause, cause);
        }
    }

    private void check(final DirectBuffer batch, final int offset, final int length, final long sequence, final int count) {
        if (sequence != nextSequence || count < 1 || length > MAX_BATCH_BYTES) {
            throw new JournalException(writer.run().path() + ": a batch of " + count + " events and " + length + " bytes from sequence " + sequence
                    + " was refused; sequence " + nextSequence + ", at least 1 event and at most " + MAX_BATCH_BYTES + " bytes are due");
        }
        int at = 0;
        for (int i = 0; i < count; i++) {
            if (length - at < Events.MIN_LENGTH || Events.sequence(batch, offset + at) != sequence + i) {
                throw broken(sequence + i);
            }
            at += Events.length(batch, offset + at);
        }
        if (at != length) {
            throw broken(sequence + count - 1);
        }
    }

    private JournalException broken(final long sequence) {
        return new JournalException(writer.run().path() + ": the event of sequence " + sequence + " in a batch is not where it should be, or has"
                + " another number or length; the batch was refused");
    }

    /**
     * Closes the run in order, everything acknowledged, and gives back what it had reserved; takes almost no room itself. What is appended
     * after {@link #resume} goes on in a new run. Without effect while suspended.
     */
    public void suspend() {
        if (suspended) {
            return;
        }
        requireWritable();
        failed = true;
        end(true);
        suspended = true;
        failed = false;
    }

    /**
     * Begins a new run that continues the sequence. Throws {@link JournalFullException} if there is still no room; it stays suspended then.
     * Without effect if it isn't suspended.
     */
    public void resume() {
        if (!suspended) {
            return;
        }
        if (closed) {
            throw new JournalException(writer.run().path() + " is closed");
        }
        try {
            final RunWriter earlier = writer;
            final RunWriter next = begin(earlier.run().number() + 1, 0);
            final long bytes = bytesOfEarlierRuns + earlier.bytes();
            bytesOfEarlierRuns = bytes;
            writer = next;
            keeper.keep(next);
            suspended = false;
        } catch (final IOException e) {
            throw new JournalException(stream + " can't begin a new run: " + e, e);
        }
    }

    /** Any thread. */
    public boolean isSuspended() {
        return suspended;
    }

    private void end(final boolean inOrder) {
        keeper.release(writer);
        try {
            writer.close(inOrder);
        } catch (final RuntimeException | IOException | InternalError e) {
            throw new JournalException(writer.run().path() + " can't be closed in order: " + e, e);
        }
    }

    /** Idempotent. Closes the run in order, its files forced to the disk and its stop manifest written, unless an append failed. */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        keeper.unwatch(watch);
        try {
            if (!suspended) {
                end(!failed);
            }
        } finally {
            if (ownsKeeper) {
                keeper.close();
            }
            lock.close();
        }
    }
}
