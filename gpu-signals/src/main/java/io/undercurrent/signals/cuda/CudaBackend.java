package io.undercurrent.signals.cuda;

import io.undercurrent.signals.CpuBackend;
import io.undercurrent.signals.SignalBackend;
import io.undercurrent.signals.SignalResults;
import io.undercurrent.signals.Sweep;
import io.undercurrent.signals.WindowSource;
import java.util.Optional;
import java.util.function.LongSupplier;
import jcuda.driver.CUresult;

/**
 * The signals on a GPU, with a net: the host keeps the windows too, up to the last sweep whose results were polled. If the GPU fails, or
 * takes longer than the deadline, the sweeps that were not polled and all later ones are computed on the CPU, and nobody sees a
 * difference in the results.
 *
 * <p>Sweeps are copied into the batch that is open. It leaves when it is full; after {@link #flush}, as soon as another buffer is free; or
 * when a sweep in it is polled and nothing is under way. So batches grow with the time that the GPU takes. Sweeps that no buffer has room
 * for wait where they are. The host's windows take what was polled while nothing else is to do: while the device is waited for, in
 * {@link #doIdleWork}, and at the latest when a buffer or the windows are needed. Allocates nothing once it is open and each instrument's
 * window on the host exists.
 *
 * <p>One thread at a time. It never blocks, except in {@link #rebuild}, {@link #rearm} and {@link #close}, which wait for the deadline at
 * most; a driver that does not return from a call holds its caller.
 */
public final class CudaBackend implements SignalBackend {
    /** Where the next results come from. */
    public enum State { DEVICE, CPU }

    private static final int POLLS_PER_CHECK = 64;
    /** Appended to the host's windows at a time: a few microseconds. */
    private static final int ROWS_AT_A_TIME = 16;
    private static final long NOT_WAITING = Long.MIN_VALUE;

    private final CudaOptions options;
    private final LongSupplier nanoClock;
    private final long deadlineNs;
    private final CpuBackend host;
    /** Offered and not yet polled: position p stands at p & mask. */
    private final Sweep[] sweeps;
    private final int mask;
    private long polled;
    private long copied;
    private long offered;
    private BatchRing ring;
    private boolean flushed;
    private int emptyPolls;
    private long waitingSinceNs = NOT_WAITING;
    private CudaDevice device;
    private State state = State.DEVICE;
    private String reason = "";
    private boolean hangs;
    private boolean closed;
    private long batches;
    private long deviceSweeps;
    private long cpuSweeps;
    private long deviceFailures;

    private CudaBackend(final CudaOptions options, final LongSupplier nanoClock, final CudaDevice device) {
        this.options = options;
        this.nanoClock = nanoClock;
        this.device = device;
        deadlineNs = options.deadlineMs() * 1_000_000L;
        host = new CpuBackend(options.capacity(), options.rowMs());
        sweeps = new Sweep[options.maxSweeps()];
        mask = sweeps.length - 1;
        ring = new BatchRing(device.batches(), host, CudaDevice.START_SEQUENCE);
    }

    /** Windows of zero rows on the first GPU, if it can be used. */
    public static CudaOpening open(final CudaOptions options) {
        return open(options, System::nanoTime);
    }

    static CudaOpening open(final CudaOptions options, final LongSupplier nanoClock) {
        try {
            return new CudaOpening.Opened(new CudaBackend(options, nanoClock, CudaDevice.open(options, nanoClock)));
        } catch (final CudaFailure e) {
            return new CudaOpening.Refused(e.getMessage());
        }
    }

    @Override
    public String name() {
        return "cuda";
    }

    @Override
    public boolean offer(final Sweep sweep) {
        if (offered - polled == sweeps.length) {
            return false;
        }
        sweeps[(int) offered & mask] = sweep;
        offered++;
        copyRows();
        return true;
    }

    @Override
    public void flush() {
        flushed = true;
        sendFlushed();
    }

    @Override
    public boolean poll(final SignalResults results) {
        if (polled == offered) {
            return false;
        }
        if (state == State.DEVICE) {
            if (pollDevice(results)) {
                return true;
            }
            if (state == State.DEVICE) {
                return false;
            }
        }
        host.offer(sweeps[(int) polled & mask]);
        host.poll(results);
        cpuSweeps++;
        polled++;
        return true;
    }

    private boolean pollDevice(final SignalResults results) {
        if (ring.isIdle()) {
            send();
            return false;
        }
        if (!ring.oldest().done()) {
            onEmptyPoll();
            return false;
        }
        notWaiting();
        final boolean batchIsTaken = ring.take(sweeps[(int) polled & mask].count(), results);
        deviceSweeps++;
        polled++;
        if (batchIsTaken) {
            copyRows();
            sendFlushed();
        }
        return true;
    }

    /** Copies waiting sweeps into the open batch, and sends it when it is full. */
    private void copyRows() {
        while (state == State.DEVICE && copied < offered) {
            final Sweep sweep = sweeps[(int) copied & mask];
            if (ring.open().fits(sweep)) {
                ring.open().add(sweep);
                copied++;
            } else if (ring.maySeal()) {
                send();
            } else {
                return;
            }
        }
    }

    private void sendFlushed() {
        if (flushed && state == State.DEVICE && ring.maySeal()) {
            flushed = false;
            if (ring.open().sweeps() > 0) {
                send();
            }
        }
    }

    private void send() {
        final int code = device.launch(ring.seal());
        batches++;
        if (code != CUresult.CUDA_SUCCESS) {
            fail(CudaFailure.describe("cuGraphLaunch", code));
        }
    }

    @Override
    public boolean doIdleWork() {
        return state == State.DEVICE && ring.appendTaken(ROWS_AT_A_TIME);
    }

    private void onEmptyPoll() {
        ring.appendTaken(ROWS_AT_A_TIME);
        if (++emptyPolls % POLLS_PER_CHECK != 0) {
            return;
        }
        final int code = device.query();
        final long now = nanoClock.getAsLong();
        if (code == CUresult.CUDA_SUCCESS) {
            if (!ring.oldest().done()) {
                fail("the kernel ended without its results");
            }
        } else if (code != CUresult.CUDA_ERROR_NOT_READY) {
            fail(CudaFailure.describe("cuStreamQuery", code));
        } else if (waitingSinceNs == NOT_WAITING) {
            waitingSinceNs = now;
        } else if (now - waitingSinceNs >= deadlineNs) {
            hangs = true;
            fail("the GPU did not answer within " + options.deadlineMs() + " ms");
        }
    }

    private void fail(final String why) {
        state = State.CPU;
        reason = why;
        deviceFailures++;
        ring.appendAllTaken();
    }

    /**
     * Copies the host's windows to the device, and sends again what was not polled. May be called at any time.
     *
     * @return false: the device is not in use, or just failed
     */
    public boolean rebuild() {
        if (state == State.CPU) {
            return false;
        }
        try {
            ring.appendAllTaken();
            device.load(host);
            ring.restart();
            sendAgain();
        } catch (final CudaFailure e) {
            fail(e.getMessage());
        }
        return state == State.DEVICE;
    }

    /**
     * Tries the GPU again after it failed, from the host's windows. Of no use after an error that ends the process's use of the GPU (700,
     * 702, 714 to 719) or a launch that hangs.
     *
     * @return whether the device is in use
     */
    public boolean rearm() {
        if (state == State.DEVICE) {
            return true;
        }
        final Optional<String> held = device.release(hangs ? 0 : deadlineNs);
        if (held.isPresent()) {
            reason = held.get();
            return false;
        }
        try {
            device = CudaDevice.open(options, nanoClock);
            hangs = false;
            ring = new BatchRing(device.batches(), host, ring.openSequence());
            device.load(host);
            state = State.DEVICE;
            reason = "";
            sendAgain();
        } catch (final CudaFailure e) {
            reason = e.getMessage();
        }
        return state == State.DEVICE;
    }

    /** For measurements: the device goes on from windows that the host's have nothing to do with. Nothing may be under way. */
    void load(final WindowSource windows) throws CudaFailure {
        device.load(windows);
    }

    private void sendAgain() {
        notWaiting();
        copied = polled;
        copyRows();
        flushed = true;
        sendFlushed();
    }

    private void notWaiting() {
        waitingSinceNs = NOT_WAITING;
        emptyPolls = 0;
    }

    /** The authoritative windows. */
    CpuBackend host() {
        ring.appendAllTaken();
        return host;
    }

    public State state() {
        return state;
    }

    /** Why the CPU computes, in one line; empty while the device does. */
    public String reason() {
        return reason;
    }

    /** Batches sent. */
    public long batches() {
        return batches;
    }

    /** Sweeps whose results came from the device. */
    public long deviceSweeps() {
        return deviceSweeps;
    }

    /** Sweeps that the CPU computed because the device had failed. */
    public long cpuSweeps() {
        return cpuSweeps;
    }

    public long deviceFailures() {
        return deviceFailures;
    }

    /** Gives back what the device holds; if a launch hangs, that is left to the end of the process, and {@link #reason} says so. */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        device.release(hangs ? 0 : deadlineNs).ifPresent(problem -> reason = problem);
        state = State.CPU;
        host.close();
    }
}
