package io.undercurrent.signals;

/**
 * Keeps the windows of rows and computes the five signals from them, sweep by sweep in the order offered. All implementations give the
 * same bits for the same sequence of sweeps, whatever lies between offering and polling. One thread creates, calls and closes it.
 */
public interface SignalBackend extends AutoCloseable {
    /** Rows of a full window. */
    int FINE_ROWS = 2048;

    /** Coarse rows of a full window, each the sum of ten. */
    int COARSE_ROWS = 2048;

    /** Short lower-case name for logs and reports: {@code reference}, {@code cpu}, {@code cuda}. */
    String name();

    /**
     * Takes a sweep for evaluation: its rows are appended to their instruments' windows, then those windows are evaluated. The sweep must
     * stay as it is until its results have been polled.
     *
     * @return false: there is no room for it at the moment, and nothing was taken
     */
    boolean offer(Sweep sweep);

    /** Nothing more is to be offered at the moment: what is held back to travel with later sweeps need not wait any longer. */
    void flush();

    /**
     * The results of the oldest sweep that was offered and not yet polled, if they are there. Never waits for a device.
     *
     * @param results receives the scores of row {@code i} of that sweep at {@code i}
     * @return false: they are not there yet, or nothing is under way
     */
    boolean poll(SignalResults results);

    /**
     * Does a little of what need not be done before results are there, such as keeping copies of windows. What is never asked for here is
     * done when it can wait no longer.
     *
     * @return whether there was any
     */
    default boolean doIdleWork() {
        return false;
    }

    /**
     * Offers the sweep and waits for its results; nothing else may be under way.
     *
     * @throws IllegalStateException if there is no room for it
     */
    default void evaluate(final Sweep sweep, final SignalResults results) {
        if (!offer(sweep)) {
            throw new IllegalStateException("evaluate needs a backend with nothing under way: poll the sweeps that were offered first");
        }
        flush();
        while (!poll(results)) {
            Thread.onSpinWait();
        }
    }

    @Override
    void close();
}
