package io.undercurrent.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.agrona.DirectBuffer;

/**
 * Writes one run. The writer's thread appends and closes; the keeper's threads {@link #force} it and {@link #stayAhead} of it; anyone may
 * ask what is acknowledged.
 */
final class RunWriter {
    private static final int DOCUMENT_HEADER_LENGTH = 4;

    private final RunDirectory run;
    private final JournalOptions options;
    private final long firstSequence;
    private final Runway runway;
    private final RunForce forces;
    private final Acknowledged acknowledgedFile;
    private final Excerpt excerpt;
    private final ChronicleWriter writer;
    private long excerpts;
    private long payloadBytes;
    private boolean closed;
    private volatile int segment;
    private volatile long appended;
    private volatile long acknowledged;
    private volatile Optional<Throwable> failure = Optional.empty();

    /** Begins to write a run that was {@link Runway#prepare prepared} with the same options. */
    RunWriter(final RunDirectory run, final RunStart start, final JournalOptions options, final Disk disk) throws IOException {
        this.run = run;
        this.options = options;
        firstSequence = start.firstSequence();
        appended = firstSequence - 1;
        acknowledged = appended;
        runway = new Runway(run, options, disk);
        forces = new RunForce(run, disk);
        acknowledgedFile = Acknowledged.create(run.path(), start.seed());
        final ByteBuffer staging = ByteBuffer.allocateDirect(Excerpt.MAX_LENGTH);
        excerpt = new Excerpt(staging);
        excerpt.seed(start.seed());
        writer = new ChronicleWriter(run.path(), Runway.capacity(options), staging);
        try {
            acknowledgedFile.write(acknowledged);
            // An excerpt without events: so the first file is made now, and a broken environment shows now
            write(firstSequence, 0, 0);
            if (options.durability() != Durability.APPENDED) {
                forces.force(0);
            }
        } catch (final RuntimeException | IOException | Error e) {
            abandon(e);
            throw e;
        }
    }

    RunDirectory run() {
        return run;
    }

    /** The keeper's: whether there is more to do. What can't be done now is the writer's to find out. */
    boolean stayAhead() {
        try {
            return runway.work();
        } catch (final RuntimeException e) {
            failure = Optional.of(e);
            return false;
        }
    }

    /** Written so far, about. Any thread. */
    long bytes() {
        return runway.bytes();
    }

    Durability durability() {
        return options.durability();
    }

    long forceIntervalMs() {
        return options.forceIntervalMs();
    }

    /** Any thread. */
    long acknowledged() {
        return durability() == Durability.APPENDED ? appended : acknowledged;
    }

    /** Why it can't be written any more. Any thread. */
    Optional<Throwable> failure() {
        return failure;
    }

    /** Throws {@link JournalFullException} before anything is written. Any other failure is final. */
    void append(final DirectBuffer batch, final int offset, final int length, final long sequence, final int count) {
        final int excerptLength = DOCUMENT_HEADER_LENGTH + Excerpt.HEADER_LENGTH + length;
        final boolean rolls = runway.isSegmentFull();
        if (rolls ? !runway.hasNext() : !runway.hasRoom(excerptLength)) {
            throw new JournalFullException(run.path() + " has no room for sequence " + sequence + ": make room on its disk");
        }
        if (rolls) {
            writer.roll();
            runway.roll();
        }
        excerpt.buffer().putBytes(excerpt.payloadOffset(), batch, offset, length);
        write(sequence, count, length);
        excerpts++;
        payloadBytes += length;
        // whoever knows the sequence must know its segment
        segment = runway.segment();
        appended = sequence + count - 1;
        if (durability() == Durability.BATCH) {
            force();
            failure.ifPresent(cause -> {
                throw new JournalException(run.path() + " can't be forced to the disk at sequence " + sequence + ": " + cause, cause);
            });
        }
    }

    private void write(final long sequence, final int count, final int length) {
        excerpt.seal(sequence, count, length);
        try {
            writer.append(Excerpt.HEADER_LENGTH + length);
        } catch (final RuntimeException | InternalError e) {
            failure = Optional.of(e);
            throw new JournalException(run.path() + " can't be written at sequence " + sequence + ": " + e, e);
        }
        if (runway.address() == 0) {
            runway.mapped(writer.address());
        }
        runway.moved(writer.position());
    }

    /** Forces what is appended, if it isn't, and acknowledges it. A failed force is the run's {@link #failure}: it is never tried again. */
    synchronized void force() {
        final long sequence = appended;
        if (sequence == acknowledged || closed || failure.isPresent()) {
            return;
        }
        try {
            forces.force(segment, runway);
            acknowledgedFile.write(sequence);
            acknowledged = sequence;
        } catch (final IOException | RuntimeException e) {
            failure = Optional.of(e);
        }
    }

    /**
     * Idempotent. Ends the run in order: reserved room given back, files forced, stop manifest written. Not after a failure: the run is then
     * left as it is.
     */
    synchronized void close(final boolean inOrder) throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        runway.close();
        try (forces; acknowledgedFile) {
            writer.close();
            if (inOrder && failure.isEmpty()) {
                runway.giveBack();
                forces.force(segment);
                acknowledged = appended;
                acknowledgedFile.write(acknowledged);
                new RunStop(appended, appended - firstSequence + 1, excerpts, payloadBytes, segment + 1).write(run.path());
            }
        } catch (final RuntimeException | IOException e) {
            failure = Optional.of(e);
            throw e;
        }
    }

    private void abandon(final Throwable cause) {
        try {
            close(false);
        } catch (final RuntimeException | IOException e) {
            cause.addSuppressed(e);
        }
    }
}
