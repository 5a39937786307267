package io.undercurrent.app;

import io.undercurrent.signals.WindowLayout;
import io.undercurrent.signals.cuda.CudaFailure;
import io.undercurrent.signals.cuda.CudaProbe;
import io.undercurrent.signals.cuda.CudaSpeeds;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How fast the GPU is, beside the CPU. */
@Command(name = "time", header = "Measures how fast the GPU computes the signals, beside the CPU.",
        description = {
            "For every size: the steps of a sweep on the GPU (copying its rows, the kernel by the device's clock, reading its scores), the "
                + "sweep from end to end, and the CPU backend with one core and with all. Sweeps in which every instrument's baseline is "
                + "computed anew are apart from the others, 59 times as many. The kernel is held "
                + "against the bandwidth of a copy, measured in the same run. Exit status 0: measured; 1: there is no GPU to use, or it failed.", "",
            "10,000 instruments need about 16 GB of heap: UNDERCURRENT_JAVA_OPTS=-Xmx20g.", ""},
        footerHeading = "%nExamples:%n", footer = {
            "  undercurrent gpu time",
            "  UNDERCURRENT_JAVA_OPTS=-Xmx20g undercurrent gpu time --instruments 100,10000 --format json"})
final class GpuTimeCommand implements Callable<Integer> {
    private static final int FULL_RINGS = 22_528;
    private static final int MAX_ROWS = 1_000_000;
    private static final int MAX_INSTRUMENTS = 65_536;
    private static final long COPY_BYTES = 1L << 30;
    private static final long STAND_IN_COPY_BYTES = 1L << 22;
    /** The windows of the CPU and those that the CUDA backend keeps. */
    private static final int HOST_COPIES = 2;
    private static final long MIB = 1L << 20;

    private final Console console;

    @Spec
    private CommandSpec spec;

    @Option(names = "--instruments", paramLabel = "N", split = ",", defaultValue = "1,10,100,1000",
            description = "sizes of sweeps; default: ${DEFAULT-VALUE}")
    private List<Integer> instruments = List.of();

    @Option(names = "--rows", paramLabel = "N", split = ",", defaultValue = "" + FULL_RINGS,
            description = "rows in every window before the first timed sweep; default: ${DEFAULT-VALUE}, which fill the rings")
    private List<Integer> rows = List.of();

    @Option(names = "--row", paramLabel = "TIME", split = ",", converter = Intervals.class, defaultValue = "1s",
            description = "lengths of a row; default: ${DEFAULT-VALUE}")
    private List<Integer> rowsMs = List.of();

    @Option(names = "--sweeps", paramLabel = "N", defaultValue = "1000", description = "sweeps to time, at least 60; default: ${DEFAULT-VALUE}")
    private int sweeps;

    @Mixin
    private final GpuOptions options = new GpuOptions();

    GpuTimeCommand(final Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        instruments.forEach(count -> requireRange("--instruments", count, 1, MAX_INSTRUMENTS));
        rows.forEach(count -> requireRange("--rows", count, 0, MAX_ROWS));
        requireRange("--sweeps", sweeps, TimedSize.ROWS_OF_BASELINE, 10_000_000);
        instruments.forEach(GpuTimeCommand::requireHeap);
        final CudaProbe probe = options.probe();
        probe.problem().ifPresent(problem -> {
            throw new CommandException("CUDA cannot be used: " + problem);
        });
        final boolean standIn = options.driver() == GpuDriver.STAND_IN;
        final Progress progress = new Progress(console);
        try {
            progress.show("copies");
            final CudaSpeeds speeds = CudaSpeeds.measure(standIn ? STAND_IN_COPY_BYTES : COPY_BYTES);
            final List<TimedSize> sizes = new ArrayList<>();
            final TimeReport report = new TimeReport(console.out(), options.json(), standIn);
            progress.clear();
            report.begin(probe.gpu().orElseThrow(), speeds);
            for (final int rowMs : rowsMs) {
                for (final int held : rows) {
                    for (final int count : instruments) {
                        final TimedSize size = new TimedSize(count, held, rowMs, Runtime.getRuntime().availableProcessors());
                        new SweepTimer(size, sweeps, progress::show).run();
                        progress.clear();
                        report.add(size, speeds);
                        sizes.add(size);
                    }
                }
            }
            report.end(sizes);
        } catch (final CudaFailure e) {
            throw new CommandException("the GPU failed: " + e.getMessage(), e);
        } finally {
            progress.clear();
        }
        return CommandLine.ExitCode.OK;
    }

    private void requireRange(final String option, final int value, final int least, final int most) {
        if (value < least || value > most) {
            throw new CommandLine.ParameterException(spec.commandLine(),
                    option + " is " + value + "; it must be " + least + " to " + most);
        }
    }

    private static void requireHeap(final int instruments) {
        final long needed = HOST_COPIES * (long) instruments * WindowLayout.WINDOW_BYTES + 512 * MIB;
        if (needed > Runtime.getRuntime().maxMemory()) {
            throw new CommandException(instruments + " instruments need " + needed / MIB + " MiB of heap, and there are "
                    + Runtime.getRuntime().maxMemory() / MIB + ": set UNDERCURRENT_JAVA_OPTS=-Xmx" + (needed / MIB * 5 / 4) + "m, or time fewer");
        }
    }
}
