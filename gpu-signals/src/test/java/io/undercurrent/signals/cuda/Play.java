package io.undercurrent.signals.cuda;

import static org.junit.jupiter.api.Assertions.assertFalse;

import io.undercurrent.signals.Signal;
import io.undercurrent.signals.SignalResults;
import java.util.SplittableRandom;

/** Plays a tape to a backend, offering, flushing and polling in an order of chance, and compares every result. */
final class Play {
    private final Tape tape;
    private final CudaBackend backend;
    private final SplittableRandom random;
    private final String where;
    private final SignalResults results;
    private final int[] telling = new int[Signal.COUNT];
    private int offered;
    private int polled;

    Play(final Tape tape, final CudaBackend backend, final long seed) {
        this.tape = tape;
        this.backend = backend;
        random = new SplittableRandom(seed);
        where = "seed " + seed;
        results = new SignalResults(tape.capacity());
    }

    /** Begins with that sweep; those before it are in the windows. */
    Play from(final int first) {
        polled = first;
        return offered(first);
    }

    /** So many sweeps were offered by somebody else. */
    Play offered(final int count) {
        offered = count;
        return this;
    }

    /** Plays on until the results of {@code count} sweeps are there. */
    Play until(final int count) {
        while (polled < count) {
            final int most = random.nextInt(12);
            for (int i = 0; i < most && offered < tape.count() && backend.offer(tape.sweep(offered)); i++) {
                offered++;
            }
            if (random.nextBoolean()) {
                backend.flush();
            }
            final int polls = random.nextInt(40);
            for (int i = 0; i < polls && polled < count; i++) {
                poll();
            }
        }
        return this;
    }

    private void poll() {
        if (backend.poll(results)) {
            tape.assertSameBits(polled, results, where, telling);
            polled++;
        } else {
            Thread.onSpinWait();
        }
    }

    /** Plays the tape to its end. */
    Play toTheEnd() {
        until(tape.count());
        assertFalse(backend.poll(results), "more results than sweeps");
        return this;
    }

    /** How many scores between 0 and 1 were compared, by signal. */
    int[] telling() {
        return telling;
    }
}
