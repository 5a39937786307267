package io.undercurrent.journal;

import io.undercurrent.codec.Events;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import org.agrona.DirectBuffer;

/**
 * The one writer of a stream. Each one writes a run of its own, behind the runs that are there. When {@link #append} has returned, the
 * events outlive the process, however it ends; not yet a power cut.
 *
 * <p>One thread at a time, whichever; handing it over must be a happens-before. Appending allocates nothing, except in Chronicle when it
 * maps another block or begins another segment. After a failure it stays failed, and its run counts as unclean.
 */
public final class JournalAppender implements AutoCloseable {
    /** The longest batch that one {@link #append} takes. */
    public static final int MAX_BATCH_BYTES = Excerpt.MAX_PAYLOAD_LENGTH;

    private static final int DOCUMENT_HEADER_LENGTH = 4;

    private final WriterLock lock;
    private final RunDirectory run;
    private final ChronicleWriter writer;
    private final Excerpt excerpt;
    private final Optional<RecoveryReport> recovered;
    private final long firstSequence;
    private final long segmentBytes;
    private long nextSequence;
    private long bytesInSegment;
    private long excerpts;
    private long payloadBytes;
    private boolean failed;
    private boolean closed;

    private JournalAppender(
            final Path stream, final JournalOptions options, final Instant now, final RecoveryListener listener, final WriterLock lock)
            throws IOException {
        final Recovery recovery = Recovery.of(stream, listener);
        recovered = recovery.report();
        firstSequence = recovery.firstSequence();
        nextSequence = firstSequence;
        segmentBytes = options.segmentBytes();
        this.lock = lock;

        final RunStart start = RunStart.ofThisProcess(new SecureRandom().nextLong(), firstSequence, recovery.missingFrom());
        run = RunDirectory.create(stream, recovery.runNumber(), now, start);
        NewestRun.write(stream, run.number());
        final ByteBuffer staging = ByteBuffer.allocateDirect(Excerpt.MAX_LENGTH);
        excerpt = new Excerpt(staging);
        excerpt.seed(start.seed());
        writer = new ChronicleWriter(run.path(), options.blockBytes(), staging);
        try {
            // An excerpt without events: so the first file is made now, and a broken environment shows now
            write(0, 0);
            if (recovery.missingFrom() != 0) {
                append(MissingEvents.event(recovery.missingFrom(), firstSequence - 1), 0, MissingEvents.LENGTH, firstSequence, 1);
            }
        } catch (final RuntimeException | Error e) {
            closeQuietly(e);
            throw e;
        }
    }

    public static JournalAppender open(final Path stream) {
        return open(stream, JournalOptions.DEFAULT);
    }

    /**
     * Makes the stream's directory if there is none, takes the writer's lock, finds where the last run ends (by reading it, if it was not
     * closed in order) and begins a new run behind it; with a gap event, if there is evidence of events that can't be read any more.
     * Throws {@link JournalException} if another writer is at work or the files can't be read.
     */
    public static JournalAppender open(final Path stream, final JournalOptions options) {
        return open(stream, options, RecoveryListener.NONE);
    }

    /** As {@link #open(Path, JournalOptions)}, and says how far the reading of the last run has come, if it must be read. */
    public static JournalAppender open(final Path stream, final JournalOptions options, final RecoveryListener listener) {
        return open(stream, options, Instant.now(), listener);
    }

    /** The time only goes into the run's name. */
    static JournalAppender open(final Path stream, final JournalOptions options, final Instant now, final RecoveryListener listener) {
        try {
            Files.createDirectories(stream);
            final WriterLock lock = WriterLock.take(stream);
            try {
                return new JournalAppender(stream, options, now, listener, lock);
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

    /** 1 in a new stream. */
    public long nextSequence() {
        return nextSequence;
    }

    /** Of the last event appended, now or in an earlier run; 0: none yet. */
    public long lastSequence() {
        return nextSequence - 1;
    }

    /** The name of the run that this appender writes. */
    public String run() {
        return run.name();
    }

    /** What was not in order before this run; empty if everything was. */
    public Optional<RecoveryReport> recovered() {
        return recovered;
    }

    /**
     * Appends {@code count} encoded events that stand back to back, whole or not at all. Throws {@link JournalException} if they are not
     * that, don't continue the sequence, are more than {@link #MAX_BATCH_BYTES}, or can't be written.
     */
    public void append(final DirectBuffer batch, final int offset, final int length, final long firstSequence, final int count) {
        if (failed || closed) {
            throw new JournalException(run.path() + (failed ? " failed before; open a new appender" : " is closed"));
        }
        failed = true;
        check(batch, offset, length, firstSequence, count);
        if (bytesInSegment >= segmentBytes) {
            writer.roll();
            bytesInSegment = 0;
        }
        excerpt.buffer().putBytes(excerpt.payloadOffset(), batch, offset, length);
        write(count, length);
        nextSequence = firstSequence + count;
        excerpts++;
        payloadBytes += length;
        failed = false;
    }

    private void check(final DirectBuffer batch, final int offset, final int length, final long sequence, final int count) {
        if (sequence != nextSequence || count < 1 || length > MAX_BATCH_BYTES) {
            throw new JournalException(run.path() + ": a batch of " + count + " events and " + length + " bytes from sequence " + sequence
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
        return new JournalException(run.path() + ": the event of sequence " + sequence + " in a batch is not where it should be, or has"
                + " another number or length; the batch was refused");
    }

    private void write(final int count, final int length) {
        excerpt.seal(nextSequence, count, length);
        try {
            writer.append(Excerpt.HEADER_LENGTH + length);
        } catch (final RuntimeException | InternalError e) {
            throw new JournalException(run.path() + " can't be written at sequence " + nextSequence + ": " + e, e);
        }
        bytesInSegment += DOCUMENT_HEADER_LENGTH + Excerpt.HEADER_LENGTH + length;
    }

    /** Idempotent. Closes the run in order, its files forced to the disk and its stop manifest written, unless an append failed. */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            writer.close();
            if (!failed) {
                for (int k = 0; k < writer.segments(); k++) {
                    Manifest.force(run.segment(k));
                }
                new RunStop(lastSequence(), nextSequence - firstSequence, excerpts, payloadBytes, writer.segments()).write(run.path());
            }
        } catch (final RuntimeException | IOException | InternalError e) {
            throw new JournalException(run.path() + " can't be closed in order: " + e, e);
        } finally {
            lock.close();
        }
    }

    private void closeQuietly(final Throwable cause) {
        try {
            writer.close();
        } catch (final RuntimeException e) {
            cause.addSuppressed(e);
        }
    }
}
