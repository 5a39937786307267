package io.undercurrent.signals;

/**
 * Keeps the windows of rows and computes the five signals from them. All implementations give the same bits for the same sequence of
 * sweeps. One thread creates, calls and closes it.
 */
public interface SignalBackend extends AutoCloseable {
    /** Rows of a full window. */
    int FINE_ROWS = 2048;

    /** Coarse rows of a full window, each the sum of ten. */
    int COARSE_ROWS = 2048;

    /** Short lower-case name for logs and reports: {@code reference}, {@code cpu}, {@code cuda}. */
    String name();

    /**
     * Appends each row of the sweep to its instrument's window, then evaluates those windows.
     *
     * @param results receives the scores of row {@code i} of the sweep at {@code i}
     */
    void evaluate(Sweep sweep, SignalResults results);

    @Override
    void close();
}
