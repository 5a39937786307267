package io.undercurrent.bench.gpu;

import io.undercurrent.bench.Machine;
import io.undercurrent.bench.Report;
import io.undercurrent.kernels.standin.StandIn;
import io.undercurrent.signals.cuda.CudaFailure;
import io.undercurrent.signals.cuda.CudaSpeeds;
import java.util.Locale;

/** What the CUDA backend costs the signals' thread beside the GPU's work. Needs no GPU; the stand-in driver answers. */
public final class GpuCalls {
    private static final int COPY_BYTES = 1 << 22;

    private GpuCalls() {
    }

    public static void main(final String[] arguments) throws CudaFailure {
        final String load = Machine.load();
        final StandIn driver = StandIn.load();
        final double callNs = CudaSpeeds.measure(COPY_BYTES).callNs();
        final StringBuilder table = new StringBuilder(SweepCost.header());
        for (final int[] size : new int[][] {{1, 2_000}, {100, 1_000}, {1_000, 200}}) {
            System.err.println(size[0] + " instruments");
            table.append(new SweepCost(driver, size[0], size[1]).row());
        }
        Report.write("gpu-calls", Machine.heading("What the CUDA backend costs its thread", load) + String.format(Locale.ROOT, """
                On the stand-in driver, so nothing here is the GPU's: one sweep after the other, each alone in its batch. Medians of a round's sweeps;
                median (least … most) of 7 rounds. A launch is the call of `cuGraphLaunch` and what the stand-in does in it: it wakes
                threads that run the kernel, and may lose its processor to them, so this column says little. Queries are made while results
                are waited for, every 64th time. Bytes are those of the round that allocated least: the compiler allocates now and then.

                A call through JCuda that asks for an event, the stand-in's answer included: **%.0f ns** (least of 10 times 20,000).

                """, callNs) + table);
    }
}
