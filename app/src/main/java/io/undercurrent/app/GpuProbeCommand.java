package io.undercurrent.app;

import io.undercurrent.signals.cuda.CudaProbe;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** What GPU there is, and whether it can be used. */
@Command(name = "probe", header = "Says what GPU there is and whether it can be used.",
        description = {
            "Loads the driver, asks the first GPU, loads the kernels into it, and gives all back. Exit status 0: it can be used; 1: it can "
                + "not, and one line on standard error says why and what to do.", ""},
        footerHeading = "%nExamples:%n", footer = {
            "  undercurrent gpu probe",
            "  undercurrent gpu probe --format json | jq .gpu.instruments"})
final class GpuProbeCommand implements Callable<Integer> {
    private static final double GIB = 1L << 30;
    private static final int SHOWN_DIGITS = 12;

    private final Console console;

    @Mixin
    private final GpuOptions options = new GpuOptions();

    GpuProbeCommand(final Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        final CudaProbe probe = options.probe();
        if (options.json()) {
            writeJson(probe);
        } else {
            writeText(probe);
        }
        if (probe.problem().isPresent()) {
            throw new CommandException("CUDA cannot be used: " + probe.problem().get());
        }
        return CommandLine.ExitCode.OK;
    }

    /** {@code 9.0}: compute capability of a GPU. */
    private static String capability(final CudaProbe.Gpu gpu) {
        return gpu.capability() / 10 + "." + gpu.capability() % 10;
    }

    private static String driverVersion(final CudaProbe.Gpu gpu) {
        return gpu.driverVersion() / 1000 + "." + gpu.driverVersion() % 1000 / 10;
    }

    private void writeText(final CudaProbe probe) {
        probe.gpu().ifPresent(gpu -> {
            line("gpu", gpu.name() + ", compute capability " + capability(gpu) + ", " + gpu.multiprocessors() + " multiprocessors");
            line("driver", (options.driver() == GpuDriver.STAND_IN ? "stand-in, " : "") + "CUDA " + driverVersion(gpu));
            line("memory", String.format(Locale.ROOT, "%.1f GiB, %.1f GiB free", gpu.totalBytes() / GIB, gpu.freeBytes() / GIB));
            line("instruments", String.format(Locale.ROOT, "%,d fit into what is free", gpu.instrumentsThatFit()));
        });
        line("kernels", probe.image().kind().name().toLowerCase(Locale.ROOT).replace('_', ' ') + ", sha256 "
                + probe.image().sha256().substring(0, SHOWN_DIGITS));
        line("usable", probe.problem().isEmpty() ? "yes" : "no");
    }

    private void line(final String name, final String value) {
        console.out().println(String.format(Locale.ROOT, "%-13s%s", name, value));
    }

    private void writeJson(final CudaProbe probe) {
        final Json json = new Json(console.out());
        json.beginObject().flag("usable", probe.problem().isEmpty()).text("driver", options.driver().toString());
        probe.problem().ifPresentOrElse(problem -> json.text("problem", problem), () -> json.nothing("problem"));
        probe.gpu().ifPresentOrElse(gpu -> json.beginObject("gpu").text("name", gpu.name()).text("computeCapability", capability(gpu))
                .number("multiprocessors", gpu.multiprocessors()).text("driverCudaVersion", driverVersion(gpu))
                .number("memoryBytes", gpu.totalBytes()).number("freeBytes", gpu.freeBytes())
                .number("instruments", gpu.instrumentsThatFit()).endObject(), () -> json.nothing("gpu"));
        json.beginObject("kernels").text("kind", probe.image().kind().name()).text("sha256", probe.image().sha256()).endObject();
        json.endObject();
        json.endLine();
    }
}
