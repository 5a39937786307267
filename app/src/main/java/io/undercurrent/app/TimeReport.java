package io.undercurrent.app;

import io.undercurrent.signals.cuda.CudaProbe;
import io.undercurrent.signals.cuda.CudaSpeeds;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/** Writes what was timed, size by size, as a table or as JSON, an object a line. */
final class TimeReport {
    /** Said in every line of the header. */
    private static final String NO_SPEED = "STAND-IN, not speed figures: ";
    private static final double GIGA = 1e9;
    private static final double MEGA = 1e6;
    private static final double MS_US = 1e3;
    /** Digits after the point in JSON: three. */
    private static final double THOUSAND = 1e3;

    private final Output out;
    private final boolean asJson;
    private final boolean standIn;
    private final Json json;

    TimeReport(final Output out, final boolean asJson, final boolean standIn) {
        this.out = out;
        this.asJson = asJson;
        this.standIn = standIn;
        json = new Json(out);
    }

    /** The machine. */
    void begin(final CudaProbe.Gpu gpu, final CudaSpeeds speeds) {
        if (asJson) {
            json.beginObject().text("gpu", gpu.name()).flag("standIn", standIn)
                    .number("copyGBPerSecond", rounded(speeds.copyBytesPerSecond() / GIGA))
                    .number("uploadGBPerSecond", rounded(speeds.uploadBytesPerSecond() / GIGA))
                    .number("downloadGBPerSecond", rounded(speeds.downloadBytesPerSecond() / GIGA))
                    .number("callNs", rounded(speeds.callNs())).endObject();
            json.endLine();
            return;
        }
        header(gpu.name() + ", " + Runtime.getRuntime().availableProcessors() + " processors beside it");
        header(String.format(Locale.ROOT, "copy within the device %.1f GB/s (read and written), upload %.1f, download %.1f; a call through "
                + "JCuda %.0f ns", speeds.copyBytesPerSecond() / GIGA, speeds.uploadBytesPerSecond() / GIGA,
                speeds.downloadBytesPerSecond() / GIGA, speeds.callNs()));
        header("microseconds, medians; copied: from the copied rows to the results, also 99 of 100 and the longest; whole: copying included; "
                + "after: what the thread does once they are there");
        header(String.format(Locale.ROOT, "%11s %7s %6s %-8s %7s %7s %8s %7s %8s %8s %8s %8s %8s %8s %9s %9s %6s %5s", "instruments", "rows", "row ms",
                "baseline", "copy", "launch", "kernel", "read", "copied", "p99", "max", "whole", "after", "1 core", "all cores", "MB needed", "of bw",
                "busy"));
        out.flush();
    }

    private void header(final String line) {
        out.println((standIn ? NO_SPEED : "") + line);
    }

    void add(final TimedSize size, final CudaSpeeds speeds) {
        for (final SweepTimes times : List.of(size.baseline(), size.others())) {
            if (asJson) {
                writeJson(size, times, speeds);
            } else {
                writeText(size, times, speeds);
            }
        }
        out.flush();
    }

    private void writeText(final TimedSize size, final SweepTimes times, final CudaSpeeds speeds) {
        out.println(String.format(Locale.ROOT,
                "%s%,11d %,7d %6d %-8s %7.1f %7.1f %8.1f %7.1f %8.1f %8.1f %8.1f %8.1f %8.1f %8.1f %9.1f %9.2f %5.0f%% %4.1f%%",
                standIn ? " ".repeat(NO_SPEED.length()) : "", size.instruments(), size.rows(), size.rowMs(), times.baseline() ? "due" : "-",
                times.copy().p50Us(), times.launch().p50Us(), times.kernel().p50Us(), times.read().p50Us(), times.result().p50Us(),
                times.result().p99Us(), times.result().maxUs(), times.whole().p50Us(), times.idle().p50Us(), times.oneCore().p50Us(),
                times.allCores().p50Us(),
                size.bytesNeeded(times) / MEGA, 100 * size.bandwidthShare(times, speeds),
                100 * (times.whole().p50Us() + times.idle().p50Us()) / (size.rowMs() * MS_US)));
    }

    private void writeJson(final TimedSize size, final SweepTimes times, final CudaSpeeds speeds) {
        json.beginObject().number("instruments", size.instruments()).number("rows", size.rows()).number("rowMs", size.rowMs())
                .flag("baseline", times.baseline()).flag("standIn", standIn).number("sweeps", times.whole().count())
                .number("copyP50Us", rounded(times.copy().p50Us())).number("launchP50Us", rounded(times.launch().p50Us()))
                .number("kernelP50Us", rounded(times.kernel().p50Us())).number("kernelP99Us", rounded(times.kernel().p99Us()))
                .number("readP50Us", rounded(times.read().p50Us()))
                .number("resultP50Us", rounded(times.result().p50Us())).number("resultP99Us", rounded(times.result().p99Us()))
                .number("resultMaxUs", rounded(times.result().maxUs()))
                .number("wholeP50Us", rounded(times.whole().p50Us())).number("wholeP99Us", rounded(times.whole().p99Us()))
                .number("wholeMaxUs", rounded(times.whole().maxUs())).number("afterP50Us", rounded(times.idle().p50Us()))
                .number("cpuOneCoreP50Us", rounded(times.oneCore().p50Us())).number("cpuAllCoresP50Us", rounded(times.allCores().p50Us()))
                .number("cpuProcessors", size.processors())
                .number("bytesNeeded", size.bytesNeeded(times)).number("bandwidthShare", rounded(size.bandwidthShare(times, speeds))).endObject();
        json.endLine();
    }

    /** From which size on the GPU is faster than all cores. */
    void end(final List<TimedSize> sizes) {
        final OptionalInt baseline = crossover(sizes, true);
        final OptionalInt others = crossover(sizes, false);
        if (asJson) {
            json.beginObject();
            put("crossoverInstrumentsBaseline", baseline);
            put("crossoverInstrumentsOthers", others);
            json.endObject();
            json.endLine();
        } else {
            header("sweeps with new baselines are faster on the GPU than on all cores " + text(baseline) + "; others " + text(others));
        }
    }

    private static double rounded(final double value) {
        return Math.round(value * THOUSAND) / THOUSAND;
    }

    private void put(final String name, final OptionalInt value) {
        if (value.isPresent()) {
            json.number(name, value.getAsInt());
        } else {
            json.nothing(name);
        }
    }

    private static String text(final OptionalInt instruments) {
        return instruments.isPresent() ? String.format(Locale.ROOT, "from %,d instruments on", instruments.getAsInt())
                : "at none of these sizes";
    }

    /** The smallest number of instruments from which on the GPU is faster at every size; empty: it is not at the largest. */
    private static OptionalInt crossover(final List<TimedSize> sizes, final boolean baseline) {
        final int slower = sizes.stream().filter(size -> !size.gpuIsFaster(baseline ? size.baseline() : size.others()))
                .mapToInt(TimedSize::instruments).max().orElse(0);
        return sizes.stream().mapToInt(TimedSize::instruments).filter(instruments -> instruments > slower).min();
    }
}
