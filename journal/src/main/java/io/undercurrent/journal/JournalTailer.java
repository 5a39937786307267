package io.undercurrent.journal;

import io.undercurrent.codec.Events;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Delivers the events of a stream in sequence order over all runs, and follows the writer, in this process or another, into new excerpts,
 * segments and runs. Only what is verified is delivered, and nothing is left out: where the journal is damaged or events are missing it
 * throws {@link JournalException}, and does so again on every further poll, until {@link #seek} goes elsewhere.
 *
 * <p>Reads only; holds one run open. One thread, which must not be interrupted: that closes its files. Allocates nothing per event.
 */
public final class JournalTailer implements AutoCloseable {
    private final Path stream;
    private final NewestRun newest;
    private final Optional<TailerPosition> position;
    private final RunReader reader = new RunReader();
    private boolean hasRun;
    /** Whether there is a later run, so that nobody writes this one any more and its manifests are all there. */
    private boolean sealed;
    /** Events before this one are read over. */
    private long wanted;
    private long next;
    private int remaining;
    private int offset;

    private JournalTailer(final Path stream, final Optional<TailerPosition> position) {
        this.stream = stream;
        this.position = position;
        this.newest = new NewestRun(stream);
    }

    /** Stands before the oldest event that the stream holds. The directory must exist; it may still be empty. */
    public static JournalTailer open(final Path stream) {
        return open(stream, Optional.empty());
    }

    /**
     * Opens a registered tailer, one at a time of a name: it stands behind the last event that was {@link #acknowledge acknowledged} under
     * this name, or before the oldest if none was, and what it has not acknowledged is not pruned. {@link JournalTailers} lists and forgets
     * them.
     *
     * @param name 1 to 64 letters, digits, '.', '_' and '-', the first a letter or digit
     */
    public static JournalTailer open(final Path stream, final String name) {
        final long oldest;
        try (JournalTailer tailer = open(stream)) {
            oldest = tailer.nextSequence();
        }
        final JournalTailer tailer = open(stream, Optional.of(TailerPosition.open(stream, name, oldest - 1)));
        try {
            tailer.seek(tailer.position.orElseThrow().sequence() + 1);
            return tailer;
        } catch (final JournalException e) {
            tailer.close();
            throw new JournalException(e.getMessage() + "; forget tailer " + name + " to begin again there", e);
        }
    }

    private static JournalTailer open(final Path stream, final Optional<TailerPosition> position) {
        final List<RunDirectory> runs = RunDirectory.list(stream);
        final JournalTailer tailer = new JournalTailer(stream, position);
        if (runs.isEmpty()) {
            tailer.next = 1;
        } else {
            tailer.enter(runs.getFirst());
            tailer.next = tailer.reader.firstSequence();
        }
        tailer.wanted = tailer.next;
        return tailer;
    }

    /** As {@link #open(Path)} and {@link #seek}, without looking at the runs before. */
    public static JournalTailer openAt(final Path stream, final long sequence) {
        final JournalTailer tailer = new JournalTailer(stream, Optional.empty());
        tailer.seek(sequence);
        return tailer;
    }

    /**
     * Stores that everything up to this event is safe where this registered tailer takes it: after a restart it goes on behind. A killed
     * process loses none of these; after a power cut some of the last ones may not have reached the disk, and their events come again. So
     * each event comes at least once, and its sequence tells whether it came before. An earlier one than stored has no effect.
     *
     * @param sequence of an event that was delivered
     */
    public void acknowledge(final long sequence) {
        final TailerPosition stored = position.orElseThrow(() -> new JournalException(
                "a tailer of " + stream + " without a name has no position to acknowledge: open it with a name"));
        if (sequence >= nextSequence()) {
            throw new JournalException("sequence " + sequence + " of " + stream + " can't be acknowledged, it has not been delivered; "
                    + nextSequence() + " comes next");
        }
        stored.acknowledge(sequence);
    }

    /** Of the event that comes next, present or future. */
    public long nextSequence() {
        return Math.max(next, wanted);
    }

    /**
     * The next poll begins with this event, or waits for it if it isn't there yet; it reads from the start of the event's segment. Throws
     * {@link JournalException} if the event was pruned.
     *
     * @param sequence from 1
     */
    public void seek(final long sequence) {
        final List<RunDirectory> runs = RunDirectory.list(stream);
        if (runs.isEmpty()) {
            wanted = sequence;
            return;
        }
        enter(runs.reversed().stream().filter(run -> startsUpTo(run, sequence)).findFirst().orElseThrow(() -> new JournalException(
                stream + " no longer holds sequence " + sequence + ": its oldest is "
                        + RunStart.read(runs.getFirst().path()).firstSequence())));
        reader.seek(sequence);
        remaining = 0;
        wanted = sequence;
        next = Math.max(reader.firstSequence(), reader.expectedSequence());
    }

    /** A run that can't be read is not where to start; reading on into it will say what is wrong. */
    private static boolean startsUpTo(final RunDirectory run, final long sequence) {
        try {
            return RunStart.read(run.path()).continuesFrom() <= sequence;
        } catch (final JournalException e) {
            return false;
        }
    }

    /**
     * Delivers what up to {@code limitExcerpts} excerpts hold; an excerpt is what its writer appended at once.
     *
     * @return events delivered; 0: there is nothing at the moment
     */
    public int poll(final EventConsumer consumer, final int limitExcerpts) {
        int delivered = 0;
        int taken = 0;
        while (taken < limitExcerpts) {
            if (remaining == 0 && !nextExcerpt()) {
                break;
            }
            final int before = delivered;
            while (remaining > 0) {
                delivered += deliver(consumer);
            }
            if (delivered > before) {
                taken++;
            }
        }
        return delivered;
    }

    /** As {@link #poll}, but delivers at most so many events; the rest of an excerpt comes with the next call. */
    public int pollEvents(final EventConsumer consumer, final int limitEvents) {
        int delivered = 0;
        while (delivered < limitEvents && (remaining > 0 || nextExcerpt())) {
            if (remaining > 0) {
                delivered += deliver(consumer);
            }
        }
        return delivered;
    }

    private int deliver(final EventConsumer consumer) {
        final Excerpt excerpt = reader.excerpt();
        final int length = Events.length(excerpt.buffer(), offset);
        final boolean isWanted = next >= wanted;
        if (isWanted) {
            consumer.onEvent(excerpt.buffer(), offset, length);
        }
        next++;
        remaining--;
        offset += length;
        return isWanted ? 1 : 0;
    }

    private boolean nextExcerpt() {
        while (true) {
            final int found = hasRun ? reader.next() : SegmentReader.NOTHING;
            if (found == SegmentReader.EXCERPT) {
                next = reader.excerpt().firstSequence();
                remaining = reader.excerpt().count();
                offset = reader.excerpt().payloadOffset();
                return true;
            }
            if (!hasMore(found)) {
                return false;
            }
        }
    }

    /** At the end of what the present run shows: whether there is more, there or in the next run. */
    private boolean hasMore(final int found) {
        final Optional<RunDirectory> following = following();
        if (following.isEmpty()) {
            requireWhole(found);
            return false;
        }
        if (hasRun && !sealed) {
            // what was appended, and how the run was closed, between reading and asking
            sealed = true;
            reader.seal(RunMark.lastSequence(reader.run().path()));
            return true;
        }
        goOn(following.get());
        return true;
    }

    private Optional<RunDirectory> following() {
        final long present = hasRun ? reader.run().number() : 0;
        return newest.number() <= present ? Optional.empty()
                : RunDirectory.list(stream).stream().filter(run -> run.number() > present).findFirst();
    }

    /** Throws if the newest run holds less than it should. */
    private void requireWhole(final int found) {
        if (found == SegmentReader.DAMAGED) {
            throw new JournalException(reader.damage() + "; a new writer goes on behind it, seek() goes over it, a copy may still have it");
        }
        if (hasRun && reader.isSealed() && !reader.isPastLast()) {
            throw new JournalException(reader.run().path() + " ends before sequence " + reader.expectedSequence() + ", but "
                    + reader.lastSequence() + " was its last: restore the run from a copy");
        }
    }

    private void goOn(final RunDirectory following) {
        if (hasRun) {
            final long expected = reader.expectedSequence();
            final RunStart start = RunStart.read(following.path());
            final long first = start.firstSequence();
            if (expected < start.continuesFrom() || expected > first) {
                final String why = reader.damage().isEmpty() ? reader.run().path() + " has no sequence " + expected : reader.damage();
                throw new JournalException(why + ", and " + following.name() + " goes on at sequence " + first
                        + ": restore the run from a copy, or seek(" + first + ") to go on without the events between");
            }
        }
        enter(following);
        next = reader.firstSequence();
    }

    private void enter(final RunDirectory run) {
        reader.open(run);
        hasRun = true;
        sealed = false;
        final OptionalLong last = RunMark.lastSequence(run.path());
        if (last.isPresent()) {
            reader.seal(last);
        }
    }

    /** Idempotent. */
    @Override
    public void close() {
        reader.close();
        newest.close();
        position.ifPresent(TailerPosition::close);
    }
}
