package io.undercurrent.engine;

import io.undercurrent.signals.CpuBackend;
import io.undercurrent.signals.SignalBackend;
import io.undercurrent.signals.SignalResults;
import io.undercurrent.signals.Sweep;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.BooleanSupplier;

/** Takes several sweeps at once, and gives their results, those of the CPU, only when it is allowed to. */
final class StallingBackend implements SignalBackend {
    private final SignalBackend cpu;
    private final int room;
    private final BooleanSupplier ready;
    private final Deque<Sweep> held = new ArrayDeque<>();

    /** @param ready asked at each poll, on the signals' thread */
    StallingBackend(final int instruments, final int rowMs, final int room, final BooleanSupplier ready) {
        cpu = new CpuBackend(instruments, rowMs);
        this.room = room;
        this.ready = ready;
    }

    @Override
    public String name() {
        return "stalling";
    }

    @Override
    public boolean offer(final Sweep sweep) {
        return held.size() < room && held.add(sweep);
    }

    @Override
    public void flush() {
        // nothing is held back
    }

    @Override
    public boolean poll(final SignalResults results) {
        if (held.isEmpty() || !ready.getAsBoolean()) {
            return false;
        }
        cpu.evaluate(held.remove(), results);
        return true;
    }

    @Override
    public void close() {
        cpu.close();
    }
}
