package io.undercurrent.signals.cuda;

/**
 * Sizes and times of a {@link CudaBackend}.
 *
 * @param capacity number of slots
 * @param rowMs interval of a row in milliseconds
 * @param rowCapacity most rows of a batch, at least {@code capacity}: what is above it lets several sweeps travel together
 * @param buffers of batches, at least 2: one is open, the others can be under way
 * @param maxSweeps most sweeps that can be offered and not yet polled, a power of two
 * @param deadlineMs a batch that takes longer is given up, and the device with it
 */
public record CudaOptions(int capacity, int rowMs, int rowCapacity, int buffers, int maxSweeps, int deadlineMs) {
    private static final int BUFFERS = 4;
    private static final int MAX_SWEEPS = 256;
    private static final int DEADLINE_MS = 500;
    private static final long MOST_BATCH_BYTES = Integer.MAX_VALUE;
    private static final int ROW_BYTES_BOTH_WAYS = 256;

    /** @throws IllegalArgumentException naming the value that is out of range */
    public CudaOptions {
        require(capacity >= 1, "capacity", capacity, "at least 1");
        require(rowMs >= 1, "rowMs", rowMs, "at least 1");
        require(rowCapacity >= capacity, "rowCapacity", rowCapacity, "at least the capacity, " + capacity);
        require((long) rowCapacity * ROW_BYTES_BOTH_WAYS <= MOST_BATCH_BYTES, "rowCapacity", rowCapacity,
            "at most " + MOST_BATCH_BYTES / ROW_BYTES_BOTH_WAYS);
        require(buffers >= 2, "buffers", buffers, "at least 2");
        require(maxSweeps >= 1 && Integer.bitCount(maxSweeps) == 1, "maxSweeps", maxSweeps, "a power of two");
        require(deadlineMs >= 1, "deadlineMs", deadlineMs, "at least 1");
    }

    /** Room for two whole sweeps in a batch, 4 buffers, 256 sweeps, half a second. */
    public static CudaOptions of(final int capacity, final int rowMs) {
        return new CudaOptions(capacity, rowMs, 2 * capacity, BUFFERS, MAX_SWEEPS, DEADLINE_MS);
    }

    private static void require(final boolean holds, final String name, final int value, final String range) {
        if (!holds) {
            throw new IllegalArgumentException(name + " is " + value + "; it must be " + range);
        }
    }
}
