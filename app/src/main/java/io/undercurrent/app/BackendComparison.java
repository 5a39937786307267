package io.undercurrent.app;

import io.undercurrent.engine.row.SweepSink;
import io.undercurrent.signals.Signal;
import io.undercurrent.signals.SignalBackend;
import io.undercurrent.signals.SignalResults;
import io.undercurrent.signals.SignalSide;
import io.undercurrent.signals.Sweep;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Gives the same sweeps to several backends and compares the bits of their scores with those of the first. Sweeps are held back for bursts of
 * changing length, so that a backend that takes several at a time gets them so. One thread; its caller closes the backends.
 */
final class BackendComparison implements SweepSink {
    private static final int MAX_BURST = 8;
    private static final SignalSide[] SIDES = SignalSide.values();
    private static final Signal[] SIGNALS = Signal.values();

    private final String source;
    private final List<SignalBackend> backends;
    private final SplittableRandom random;
    private final Sweep[] sweeps = new Sweep[MAX_BURST];
    private final List<SignalResults[]> results = new ArrayList<>();
    private int held;
    private int burst = 1;
    private long compared;
    private long rows;
    private long telling;
    private long differences;
    private Optional<ScoreDifference> first = Optional.empty();

    /**
     * @param source what the rows are from
     * @param backends the first is right
     * @param capacity the most rows of a sweep
     * @param seed of the lengths of bursts
     */
    BackendComparison(final String source, final List<SignalBackend> backends, final int capacity, final long seed) {
        this.source = source;
        this.backends = List.copyOf(backends);
        random = new SplittableRandom(seed);
        for (int s = 0; s < MAX_BURST; s++) {
            sweeps[s] = new Sweep(capacity);
        }
        for (int b = 0; b < backends.size(); b++) {
            final SignalResults[] of = new SignalResults[MAX_BURST];
            for (int s = 0; s < MAX_BURST; s++) {
                of[s] = new SignalResults(capacity);
            }
            results.add(of);
        }
    }

    @Override
    public Sweep next() {
        return sweeps[held];
    }

    @Override
    public void filled(final Sweep sweep) {
        held++;
        if (held == burst) {
            finish();
            burst = random.nextInt(1, MAX_BURST + 1);
        }
    }

    /** Compares what is held back. */
    void finish() {
        for (int b = 0; b < backends.size(); b++) {
            evaluate(backends.get(b), results.get(b));
        }
        for (int s = 0; s < held; s++) {
            compare(s);
            compared++;
            rows += sweeps[s].count();
        }
        held = 0;
    }

    private void evaluate(final SignalBackend backend, final SignalResults[] into) {
        int offered = 0;
        int polled = 0;
        while (polled < held) {
            while (offered < held && backend.offer(sweeps[offered])) {
                offered++;
            }
            backend.flush();
            if (backend.poll(into[polled])) {
                polled++;
            } else {
                Thread.onSpinWait();
            }
        }
    }

    private void compare(final int s) {
        final SignalResults expected = results.getFirst()[s];
        for (int i = 0; i < sweeps[s].count(); i++) {
            for (final SignalSide side : SIDES) {
                for (final Signal signal : SIGNALS) {
                    final float right = expected.score(i, side, signal);
                    telling += right > 0 && right < 1 ? 1 : 0;
                    for (int b = 1; b < backends.size(); b++) {
                        final int bits = Float.floatToRawIntBits(results.get(b)[s].score(i, side, signal));
                        if (bits != Float.floatToRawIntBits(right)) {
                            differs(s, i, side, signal, Float.floatToRawIntBits(right), backends.get(b), bits);
                        }
                    }
                }
            }
        }
    }

    private void differs(final int s, final int i, final SignalSide side, final Signal signal, final int right, final SignalBackend by,
                         final int bits) {
        differences++;
        if (first.isEmpty()) {
            final Sweep sweep = sweeps[s];
            first = Optional.of(new ScoreDifference(source, compared + 1, sweep.closeNs(), i, sweep.slot(i), side, signal,
                    backends.getFirst().name(), right, by.name(), bits, ScoreDifference.values(sweep, i)));
        }
    }

    String source() {
        return source;
    }

    /** Sweeps compared. */
    long sweeps() {
        return compared;
    }

    long rows() {
        return rows;
    }

    /** Scores between 0 and 1, which say most about equality. */
    long telling() {
        return telling;
    }

    /** Scores that were not the same, counted for each backend that differed. */
    long differences() {
        return differences;
    }

    Optional<ScoreDifference> first() {
        return first;
    }
}
