package io.undercurrent.signals.cuda;

import io.undercurrent.signals.SignalResults;
import io.undercurrent.signals.Sweep;
import io.undercurrent.signals.WindowSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Times the steps of sweeps on the GPU, which {@link CudaBackend} hides behind one another: a few sweeps go down the stream together, one
 * batch each, with a mark between them, so that the device itself measures each kernel. One thread; close it.
 */
public final class CudaTiming implements AutoCloseable {
    private final CudaOptions options;
    private final LongSupplier nanoClock = System::nanoTime;
    private final Releases releases = new Releases();
    private final CudaDevice device;
    private final CudaEvents events;
    private long sequence = CudaDevice.START_SEQUENCE;

    /**
     * What one sweep took.
     *
     * @param copyNs of its rows into memory that the device reads
     * @param launchNs of the call that sends it
     * @param kernelNs on the device, by its own clock
     * @param readNs of its scores
     */
    public record Steps(long copyNs, long launchNs, double kernelNs, long readNs) {
    }

    private CudaTiming(final CudaOptions options, final CudaDevice device, final WindowSource windows) throws CudaFailure {
        this.options = options;
        this.device = device;
        releases.add("release of the device", () -> device.release(options.deadlineMs() * 1_000_000L).isPresent() ? 1 : 0);
        try {
            device.load(windows);
            events = new CudaEvents(options.buffers() + 1, releases);
        } catch (final CudaFailure e) {
            releases.run();
            throw e;
        }
    }

    /** @param windows what the device starts with */
    public static CudaTiming open(final CudaOptions options, final WindowSource windows) throws CudaFailure {
        return new CudaTiming(options, CudaDevice.open(options, System::nanoTime), windows);
    }

    /**
     * A backend whose device starts with other windows than the host's: its results are of no use once the GPU fails, but full windows are
     * there at once.
     */
    public static CudaBackend backend(final CudaOptions options, final WindowSource windows) throws CudaFailure {
        return switch (CudaBackend.open(options)) {
            case CudaOpening.Refused refused -> throw new CudaFailure(refused.reason());
            case CudaOpening.Opened(var backend) -> {
                try {
                    backend.load(windows);
                } catch (final CudaFailure e) {
                    backend.close();
                    throw e;
                }
                yield backend;
            }
        };
    }

    /**
     * Evaluates the sweeps, at most as many as there are buffers. The kernel of the first is measured with the time that the host needs to
     * send it; those of the others follow without a gap.
     */
    public List<Steps> time(final List<Sweep> sweeps, final SignalResults results) throws CudaFailure {
        final long[] copyNs = new long[sweeps.size()];
        final long[] launchNs = new long[sweeps.size()];
        for (int i = 0; i < sweeps.size(); i++) {
            final Batch batch = device.batch(i);
            final long start = nanoClock.getAsLong();
            batch.begin(++sequence);
            batch.add(sweeps.get(i));
            batch.seal();
            copyNs[i] = nanoClock.getAsLong() - start;
        }
        events.mark(0, device.stream());
        for (int i = 0; i < sweeps.size(); i++) {
            final long start = nanoClock.getAsLong();
            CudaFailure.check("cuGraphLaunch", device.launch(i));
            launchNs[i] = nanoClock.getAsLong() - start;
            events.mark(i + 1, device.stream());
        }
        events.await(sweeps.size());
        final List<Steps> steps = new ArrayList<>();
        for (int i = 0; i < sweeps.size(); i++) {
            if (!device.batch(i).done()) {
                throw new CudaFailure("the kernel ended without its results");
            }
            final long start = nanoClock.getAsLong();
            device.batch(i).take(sweeps.get(i).count(), results);
            final long readNs = nanoClock.getAsLong() - start;
            steps.add(new Steps(copyNs[i], launchNs[i], events.betweenNs(i, i + 1), readNs));
        }
        return steps;
    }

    /** Most sweeps of a call. */
    public int buffers() {
        return options.buffers();
    }

    @Override
    public void close() {
        releases.run();
    }
}
