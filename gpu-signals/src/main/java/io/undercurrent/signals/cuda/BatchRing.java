package io.undercurrent.signals.cuda;

import io.undercurrent.signals.CpuBackend;
import io.undercurrent.signals.SignalResults;

/**
 * The batch buffers in their round: batch s is in buffer s modulo their number.
 * <pre>
 * kept ≤ oldest ≤ open &lt; kept + buffers
 * kept     the oldest whose rows the host's windows may lack
 * oldest   the oldest whose scores were not all taken
 * open     takes rows; between oldest and it are those under way
 * </pre>
 * A batch's rows stay in it until the host's windows have them, so that results need not wait for that. One thread.
 */
final class BatchRing {
    private final Batch[] batches;
    private final CpuBackend host;
    private long kept;
    private long oldest;
    private long open;

    /** @param after a sequence below that of the first batch; no smaller than any that the buffers saw */
    BatchRing(final Batch[] batches, final CpuBackend host, final long after) {
        this.batches = batches;
        this.host = host;
        open = after;
        restart();
    }

    /** Forgets what is open and under way. The host's windows have every row that was taken, and nothing is on its way. */
    void restart() {
        open++;
        oldest = open;
        kept = open;
        for (long s = kept; s < kept + batches.length; s++) {
            batch(s).begin(s);
        }
    }

    private int bufferOf(final long sequence) {
        return (int) (sequence % batches.length);
    }

    private Batch batch(final long sequence) {
        return batches[bufferOf(sequence)];
    }

    Batch open() {
        return batch(open);
    }

    Batch oldest() {
        return batch(oldest);
    }

    /** Sequence of the batch that is open. */
    long openSequence() {
        return open;
    }

    /** Whether nothing is under way. */
    boolean isIdle() {
        return oldest == open;
    }

    /**
     * Whether the open batch may leave: there is a buffer to open behind it, and the launch that used its own buffer last has ended. That
     * its results were there is not enough: its blocks that had no work may start later still, and read how many had. That a later
     * launch's are is.
     */
    boolean maySeal() {
        return open - oldest < batches.length - 1;
    }

    /** Makes the open batch ready for the device and opens the next. Returns the buffer it is in. */
    int seal() {
        while (open - kept >= batches.length - 1) {
            appendTaken(Integer.MAX_VALUE);
        }
        open().seal();
        return bufferOf(open++);
    }

    /**
     * Takes the scores of the oldest sweep, which has {@code rows}.
     *
     * @return whether it was the last of its batch
     */
    boolean take(final int rows, final SignalResults results) {
        oldest().take(rows, results);
        if (oldest().sweeps() > 0) {
            return false;
        }
        oldest++;
        return true;
    }

    /**
     * Gives the host's windows the next {@code most} rows that were taken and that they lack; of one batch.
     *
     * @return whether there were any
     */
    boolean appendTaken(final int most) {
        if (batch(kept).appendTaken(host, most)) {
            return true;
        }
        if (kept == oldest) {
            return false;
        }
        batch(kept + batches.length).begin(kept + batches.length);
        kept++;
        return true;
    }

    /** Brings the host's windows up to date. */
    void appendAllTaken() {
        boolean more = true;
        while (more) {
            more = appendTaken(Integer.MAX_VALUE);
        }
    }
}
