package io.undercurrent.app;

import io.undercurrent.signals.CpuBackend;
import io.undercurrent.signals.SignalResults;
import io.undercurrent.signals.Sweep;
import io.undercurrent.signals.WindowSource;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The instruments of a sweep shared out among CPU backends, one for each processor: what the CPU does with all its cores, or, one part after
 * the other, with one. One thread calls it; close it.
 */
final class CpuShards implements AutoCloseable, WindowSource {
    private final SweepTape tape;
    private final Shard[] shards;
    private final AtomicInteger pending = new AtomicInteger();
    private final AtomicInteger round = new AtomicInteger();
    private volatile boolean closed;
    private boolean started;

    /** A part of the instruments. */
    private record Shard(CpuBackend backend, Sweep sweep, SignalResults results, int from, int to) {
        void evaluate() {
            backend.evaluate(sweep, results);
        }
    }

    /** @param processors how many parts, and threads */
    CpuShards(final SweepTape tape, final int instruments, final int rowMs, final int processors) {
        this.tape = tape;
        shards = new Shard[Math.min(processors, instruments)];
        for (int s = 0; s < shards.length; s++) {
            final int from = (int) ((long) instruments * s / shards.length);
            final int to = (int) ((long) instruments * (s + 1) / shards.length);
            shards[s] = new Shard(new CpuBackend(to - from, rowMs), new Sweep(to - from), new SignalResults(to - from), from, to);
        }
    }

    /** Takes the first {@code rows} sweeps into the windows. */
    void fill(final long rows) {
        Arrays.stream(shards).parallel().forEach(shard -> {
            for (long number = 1; number <= rows; number++) {
                tape.fill(shard.sweep(), number, shard.from(), shard.to());
                shard.backend().append(shard.sweep());
            }
        });
    }

    @Override
    public boolean copyWindow(final int slot, final ByteBuffer memory) {
        for (final Shard shard : shards) {
            if (slot < shard.to()) {
                return shard.backend().copyWindow(slot - shard.from(), memory);
            }
        }
        return false;
    }

    /** Makes the {@code number}th sweep ready. */
    void prepare(final long number) {
        for (final Shard shard : shards) {
            tape.fill(shard.sweep(), number, shard.from(), shard.to());
        }
    }

    /** Evaluates the sweep that is ready, on this thread alone. */
    void evaluateOnOneCore() {
        for (final Shard shard : shards) {
            shard.evaluate();
        }
    }

    /** Evaluates it on all of them. From the first call on the other threads spin, so that waking them costs nothing. */
    void evaluateOnAllCores() {
        if (!started) {
            started = true;
            for (int s = 1; s < shards.length; s++) {
                final Shard shard = shards[s];
                Thread.ofPlatform().daemon().name("cpu-shard-" + s).start(() -> work(shard));
            }
        }
        pending.set(shards.length - 1);
        round.incrementAndGet();
        shards[0].evaluate();
        while (pending.get() > 0) {
            Thread.onSpinWait();
        }
    }

    private void work(final Shard shard) {
        int done = 0;
        while (!closed) {
            if (round.get() == done) {
                Thread.onSpinWait();
            } else {
                done++;
                shard.evaluate();
                pending.decrementAndGet();
            }
        }
    }

    /** The threads must not be at work. */
    @Override
    public void close() {
        closed = true;
        for (final Shard shard : shards) {
            shard.backend().close();
        }
    }
}
