package io.undercurrent.app;

import io.undercurrent.engine.Engine;
import io.undercurrent.engine.config.Config;
import io.undercurrent.engine.config.Setting;
import io.undercurrent.engine.row.BookListener;
import io.undercurrent.engine.row.MarketState;
import io.undercurrent.signals.CpuBackend;
import io.undercurrent.signals.ReferenceBackend;
import io.undercurrent.signals.SignalBackend;
import io.undercurrent.signals.cuda.CudaBackend;
import io.undercurrent.signals.cuda.CudaOpening;
import io.undercurrent.signals.cuda.CudaOptions;
import io.undercurrent.signals.cuda.CudaProbe;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Random and recorded windows through every backend, bit for bit. */
@Command(name = "check", header = "Compares the bits that the GPU computes with those of the CPU.",
        description = {
            "Random windows, likely and unlikely ones, and the windows of recorded journals go through the reference, the CPU and the CUDA "
                + "backend; every score of every row is compared bit by bit. Without a GPU the other two are compared, and it says so. "
                + "Exit status 0: all the same; 1: not, or the GPU failed on the way; the first difference is shown.", ""},
        footerHeading = "%nExamples:%n", footer = {
            "  undercurrent gpu check",
            "  undercurrent gpu check --journal data/journal/day --seed 7",
            "  undercurrent gpu check --driver stand-in --rows 2000     the kernels on the CPU"})
final class GpuCheckCommand implements Callable<Integer> {
    /** Patience with a batch: far more than the engine has, because a stand-in driver is slow. */
    private static final int DEADLINE_MS = 60_000;
    private static final int BUFFERS = 4;
    private static final int MAX_SWEEPS = 256;
    private static final int PROGRESS_SWEEPS = 64;

    private final Console console;
    private final List<BackendComparison> comparisons = new ArrayList<>();

    @Spec
    private CommandSpec spec;

    @Option(names = "--seed", paramLabel = "N", description = "of the random rows; default: another one each time")
    private Optional<Long> seed = Optional.empty();

    @Option(names = "--rows", paramLabel = "N", defaultValue = "2500",
            description = "random sweeps; signals exist from 1,510 on; default: ${DEFAULT-VALUE}")
    private int rows;

    @Option(names = "--instruments", paramLabel = "N", defaultValue = "10",
            description = "instruments with random rows, of ten kinds in turn; default: ${DEFAULT-VALUE}")
    private int instruments;

    @Option(names = "--row", paramLabel = "TIME", converter = Intervals.class, defaultValue = "1s",
            description = "length of a row; default: ${DEFAULT-VALUE}")
    private int rowMs;

    @Option(names = "--journal", paramLabel = "DIR", description = "journal whose windows are compared too; may be repeated")
    private List<Path> journals = List.of();

    @Mixin
    private final GpuOptions options = new GpuOptions();

    GpuCheckCommand(final Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        require(rows >= 0, "--rows is " + rows + "; it must be 0 or more");
        require(rows > 0 || !journals.isEmpty(), "--rows is 0; give a --journal to compare then");
        require(instruments >= 1 && instruments <= 65_536, "--instruments is " + instruments + "; it must be 1 to 65536");
        final CudaProbe probe = options.probe();
        if (options.driver() == GpuDriver.STAND_IN && probe.problem().isPresent()) {
            throw new CommandException("the stand-in driver cannot be used: " + probe.problem().get());
        }
        final boolean cuda = probe.problem().isEmpty();
        final long used = seed.orElseGet(System::nanoTime);
        final Progress progress = new Progress(console);
        try {
            if (rows > 0) {
                compareRandom(cuda, used, progress);
            }
            journals.forEach(journal -> compareJournal(cuda, used, journal, progress));
        } finally {
            progress.clear();
        }
        return write(probe, used);
    }

    private void require(final boolean holds, final String message) {
        if (!holds) {
            throw new CommandLine.ParameterException(spec.commandLine(), message);
        }
    }

    private void compareRandom(final boolean cuda, final long used, final Progress progress) {
        final String source = "random rows, seed " + used;
        compare(source, cuda, instruments, used, comparison -> {
            final RandomWindows windows = new RandomWindows(used, instruments, rowMs);
            for (int r = 0; r < rows; r++) {
                windows.fill(comparison.next());
                comparison.filled(comparison.next());
                show(progress, source, r, OptionalLong.of(rows));
            }
        });
    }

    private void compareJournal(final boolean cuda, final long used, final Path journal, final Progress progress) {
        final Path stream = Journals.events(journal);
        final Config config = Config.defaults().with(Setting.ROWS_INTERVAL_MS, Integer.toString(rowMs));
        final MarketState seen = new MarketState(Engine.rowSettings(config),
                new IgnoredSweeps(config.integer(Setting.SIGNALS_MAX_INSTRUMENTS)), BookListener.NONE);
        Journals.read(stream, (buffer, offset, length) -> seen.onEvent(buffer, offset));
        final int capacity = Math.clamp(seen.instruments(), 1, config.integer(Setting.SIGNALS_MAX_INSTRUMENTS));
        final String source = "journal " + journal;
        compare(source, cuda, capacity, used, comparison -> {
            final MarketState market = new MarketState(Engine.rowSettings(config), comparison, BookListener.NONE);
            Journals.read(stream, (buffer, offset, length) -> {
                market.onEvent(buffer, offset);
                show(progress, source, comparison.sweeps(), OptionalLong.empty());
            });
        });
    }

    private static void show(final Progress progress, final String source, final long sweep, final OptionalLong of) {
        if (progress.wanted() && sweep % PROGRESS_SWEEPS == 0) {
            progress.show(String.format(Locale.ROOT, "%s: sweep %,d", source, sweep)
                    + (of.isPresent() ? String.format(Locale.ROOT, " of %,d", of.getAsLong()) : ""));
        }
    }

    private void compare(final String source, final boolean cuda, final int capacity, final long used, final Consumer<BackendComparison> rowsOf) {
        try (SignalBackend reference = new ReferenceBackend(rowMs); SignalBackend cpu = new CpuBackend(capacity, rowMs)) {
            if (!cuda) {
                run(source, List.of(reference, cpu), capacity, used, rowsOf);
                return;
            }
            final CudaOptions sizes = new CudaOptions(capacity, rowMs, 2 * capacity, BUFFERS, MAX_SWEEPS, DEADLINE_MS);
            switch (CudaBackend.open(sizes)) {
                case CudaOpening.Refused refused -> throw new CommandException("CUDA cannot be used: " + refused.reason());
                case CudaOpening.Opened opened -> {
                    try (CudaBackend gpu = opened.backend()) {
                        run(source, List.of(reference, cpu, gpu), capacity, used, rowsOf);
                        if (gpu.state() != CudaBackend.State.DEVICE) {
                            throw new CommandException("the GPU failed during the check of " + source + ": " + gpu.reason());
                        }
                    }
                }
            }
        }
    }

    private void run(final String source, final List<SignalBackend> backends, final int capacity, final long used,
                     final Consumer<BackendComparison> rowsOf) {
        final BackendComparison comparison = new BackendComparison(source, backends, capacity, used);
        rowsOf.accept(comparison);
        comparison.finish();
        comparisons.add(comparison);
    }

    private int write(final CudaProbe probe, final long used) {
        final long differences = comparisons.stream().mapToLong(BackendComparison::differences).sum();
        final Optional<ScoreDifference> first = comparisons.stream().flatMap(comparison -> comparison.first().stream()).findFirst();
        if (options.json()) {
            writeJson(probe, used, differences, first);
        } else {
            writeText(probe, differences, first);
        }
        if (differences > 0) {
            console.out().flush();
            throw new CommandException(String.format(Locale.ROOT, "%,d scores differ; report this with what was printed", differences));
        }
        return CommandLine.ExitCode.OK;
    }

    private void writeText(final CudaProbe probe, final long differences, final Optional<ScoreDifference> first) {
        final Output out = console.out();
        final String gpu = probe.gpu().map(CudaProbe.Gpu::name).orElse("");
        out.println((differences == 0 ? "same bits     " : "OTHER BITS    ") + (probe.problem().isPresent() ? "reference, cpu"
                : "reference, cpu, cuda (" + gpu + ")"));
        probe.problem().ifPresent(problem -> out.println("not compared  cuda: " + problem));
        comparisons.forEach(comparison -> out.println(String.format(Locale.ROOT,
                "%-14s%s: %,d sweeps, %,d rows, %,d scores between 0 and 1, %,d differ", "", comparison.source(), comparison.sweeps(),
                comparison.rows(), comparison.telling(), comparison.differences())));
        first.ifPresent(difference -> difference.writeText(out));
    }

    private void writeJson(final CudaProbe probe, final long used, final long differences, final Optional<ScoreDifference> first) {
        final Json json = new Json(console.out());
        json.beginObject().flag("same", differences == 0).beginArray("backends").item("reference").item("cpu");
        if (probe.problem().isEmpty()) {
            json.item("cuda");
        }
        json.endArray().text("driver", options.driver().toString()).number("seed", used);
        probe.gpu().ifPresentOrElse(gpu -> json.text("gpu", gpu.name()), () -> json.nothing("gpu"));
        probe.problem().ifPresentOrElse(problem -> json.text("cudaProblem", problem), () -> json.nothing("cudaProblem"));
        json.beginArray("sources");
        comparisons.forEach(comparison -> json.beginObject().text("source", comparison.source()).number("sweeps", comparison.sweeps())
                .number("rows", comparison.rows()).number("scoresBetween0And1", comparison.telling())
                .number("differences", comparison.differences()).endObject());
        json.endArray();
        first.ifPresentOrElse(difference -> difference.writeJson(json), () -> json.nothing("firstDifference"));
        json.endObject();
        json.endLine();
    }
}
