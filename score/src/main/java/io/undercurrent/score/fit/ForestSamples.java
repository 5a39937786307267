package io.undercurrent.score.fit;

import io.undercurrent.engine.signal.MarketSweep;
import io.undercurrent.engine.signal.SweepListener;
import io.undercurrent.score.DayKind;
import io.undercurrent.score.DayRun;
import io.undercurrent.score.Label;
import io.undercurrent.score.LabelledDay;
import io.undercurrent.signals.Composite;
import io.undercurrent.signals.CpuBackend;
import io.undercurrent.signals.SignalResults;
import io.undercurrent.signals.SignalSide;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Takes samples of a day, both sides of every instrument: every minute, of clean days every second one. One thread. */
final class ForestSamples implements SweepListener {
    private static final long MINUTE_NS = 60_000_000_000L;
    /** A feed in trouble leaves its traces for as long as the longest window of a feature. */
    private static final long AFTER_TROUBLE_NS = 10 * MINUTE_NS;

    private final Map<String, List<ForestSample>> bySymbol = new TreeMap<>();
    private final CpuBackend backend;
    private final DayKind kind;
    private final long everyNs;
    private final long rowNs;

    private ForestSamples(final CpuBackend backend, final DayKind kind, final long rowNs) {
        this.backend = backend;
        this.kind = kind;
        this.rowNs = rowNs;
        everyNs = kind == DayKind.CLEAN ? 2 * MINUTE_NS : MINUTE_NS;
    }

    static List<ForestSample> of(final LabelledDay day, final DayRun run, final int rowMs) {
        final CpuBackend backend = new CpuBackend(day.instruments(), rowMs);
        final ForestSamples samples = new ForestSamples(backend, day.kind(), rowMs * 1_000_000L);
        final List<Label> labels = run.run(day, backend, samples);
        return samples.bySymbol.entrySet().stream().flatMap(entry -> {
            final List<Label> of = labels.stream().filter(label -> label.symbol().equals(entry.getKey())).toList();
            return entry.getValue().stream().map(sample -> sample.with(samples.label(sample, of)));
        }).toList();
    }

    private Optional<Label> label(final ForestSample sample, final List<Label> labels) {
        final long graceNs = kind == DayKind.TROUBLED ? AFTER_TROUBLE_NS : 0;
        return labels.stream().filter(label -> label.covers(sample.timeNs(), graceNs)).findFirst();
    }

    @Override
    public void onRow(
            final MarketSweep sweep, final int i, final long rowIndex, final SignalResults results, final Composite composite) {
        final long closeNs = sweep.rows().closeNs();
        if (Math.floorDiv(closeNs, everyNs) == Math.floorDiv(closeNs - rowNs, everyNs)) {
            return;
        }
        for (final SignalSide side : SignalSide.values()) {
            final float[] inputs = backend.inputs(sweep.rows().slot(i), side);
            if (inputs.length > 0) {
                bySymbol.computeIfAbsent(sweep.instrument(i).symbol(), symbol -> new ArrayList<>())
                        .add(new ForestSample(kind, closeNs, side, inputs, Optional.empty()));
            }
        }
    }
}
