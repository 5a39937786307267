package io.undercurrent.bench.jmh;

import io.undercurrent.bench.Spread;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;

/**
 * JMH's results as one Markdown table a class, each benchmark beside its baseline: method {@code baselineX} for method {@code x}, else the
 * class's only method that begins with {@code baseline}, with the same parameters.
 */
final class ResultTable {
    private static final String BASELINE = "baseline";

    private record Row(String type, String method, String parameters, String unit, Spread spread) {
        boolean isBaseline() {
            return method.startsWith(BASELINE);
        }
    }

    private final Map<String, List<Row>> rowsByType = new LinkedHashMap<>();

    ResultTable(final Collection<RunResult> results) {
        for (final RunResult result : results) {
            final Row row = row(result);
            rowsByType.computeIfAbsent(row.type, type -> new ArrayList<>()).add(row);
        }
    }

    private static Row row(final RunResult result) {
        final BenchmarkParams params = result.getParams();
        final String[] name = params.getBenchmark().split("\\.", -1);
        final String parameters = params.getParamsKeys().stream().map(key -> key + " " + params.getParam(key))
                .collect(Collectors.joining(", "));
        final List<Double> scores = new ArrayList<>();
        for (final BenchmarkResult fork : result.getBenchmarkResults()) {
            for (final IterationResult iteration : fork.getIterationResults()) {
                scores.add(iteration.getPrimaryResult().getScore());
            }
        }
        return new Row(name[name.length - 2].replace("Benchmark", ""), name[name.length - 1], parameters,
                result.getPrimaryResult().getScoreUnit(),
                Spread.of(scores.stream().mapToDouble(Double::doubleValue).toArray()));
    }

    String markdown() {
        final StringBuilder text = new StringBuilder("""
                Median, least and most of all measurements of all forks; ratio of the medians. A measurement is the mean of one iteration,
                or one pass over a whole stream where a book, a journal or rows are measured. Times are per event; of signals, per evaluation
                of one window. What each benchmark does, and its baseline, is said in its class.
                """);
        rowsByType.forEach((type, rows) -> {
            text.append("\n## ").append(type).append("\n| what | ").append(rows.getFirst().unit.replace("us", "µs").replace("/op", ""))
                    .append(" | least … most | n | baseline | its median | least … most | ratio |\n|---|---|---|---|---|---|---|---|\n");
            rows.stream().filter(row -> !row.isBaseline()).forEach(row -> text.append(line(row, baseline(row, rows))));
        });
        return text.toString();
    }

    private static Optional<Row> baseline(final Row row, final List<Row> rows) {
        final List<Row> candidates =
                rows.stream().filter(Row::isBaseline).filter(candidate -> candidate.parameters.equals(row.parameters)).toList();
        final Optional<Row> named =
                candidates.stream().filter(candidate -> candidate.method.equalsIgnoreCase(BASELINE + row.method)).findFirst();
        return named.isPresent() || candidates.size() != 1 ? named : Optional.of(candidates.getFirst());
    }

    private static String line(final Row row, final Optional<Row> baseline) {
        final String what = row.method + (row.parameters.isEmpty() ? "" : ", " + row.parameters);
        final String own = "| " + what + " | " + cells(row.spread) + " | " + row.spread.count() + " | ";
        return own + baseline.map(other -> other.method + " | " + cells(other.spread) + " | "
                + ratio(row.spread.median() / other.spread.median()) + " |\n").orElse("| | | |\n");
    }

    private static String cells(final Spread spread) {
        return number(spread.median()) + " | " + number(spread.least()) + " … " + number(spread.most());
    }

    private static String ratio(final double ratio) {
        return String.format(Locale.ROOT, ratio < 0.1 ? "%.4f" : "%.2f", ratio);
    }

    private static String number(final double value) {
        return String.format(Locale.ROOT, value < 10 ? "%.2f" : value < 100 ? "%.1f" : "%,.0f", value);
    }
}
