package io.undercurrent.score.fit;

import io.undercurrent.engine.config.Config;
import io.undercurrent.engine.config.Setting;
import io.undercurrent.score.DayKind;
import io.undercurrent.score.DayPool;
import io.undercurrent.score.DayProgress;
import io.undercurrent.score.DayRun;
import io.undercurrent.score.LabelledDay;
import io.undercurrent.score.SimulatedDays;
import io.undercurrent.signals.Forest;
import io.undercurrent.signals.ForestTree;
import io.undercurrent.signals.Signal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Fits the forests of all signals on simulated days: planted, clean and troubled ones. */
public final class ForestRun {
    private static final double RATE = 0.12;
    private static final double RIDGE = 50;

    private final Config config;
    private final DayPool pool;
    private final DayProgress progress;

    /** @param config its rows are used */
    public ForestRun(final Config config, final DayPool pool, final DayProgress progress) {
        this.config = config;
        this.pool = pool;
        this.progress = progress;
    }

    /**
     * The trees of each signal.
     *
     * @param troubledDays days with a feed out of order; those and the others begin with the training's seed
     * @param trees of each forest
     * @throws IllegalArgumentException a kind of programme was not planted, or no day is clean
     */
    public Map<Signal, List<ForestTree>> fit(final Training training, final int troubledDays, final int trees) {
        final List<LabelledDay> days =
                new ArrayList<>(SimulatedDays.of(DayKind.PLANTED, training.seed(), training.days(), training.sessionNs()));
        days.addAll(SimulatedDays.of(DayKind.CLEAN, training.seed(), training.cleanDays(), training.sessionNs()));
        days.addAll(SimulatedDays.of(DayKind.TROUBLED, training.seed(), troubledDays, training.sessionNs()));
        final DayRun run = new DayRun(config);
        final int rowMs = config.integer(Setting.ROWS_INTERVAL_MS);
        final List<ForestSample> samples = pool.map(days, day -> ForestSamples.of(day, run, rowMs), done -> progress.days(done, days.size()))
                .stream().flatMap(List::stream).toList();
        final BoostingOptions options = new BoostingOptions(trees, RATE, RIDGE);
        final List<Signal> signals = List.of(Signal.values());
        final List<List<ForestTree>> forests = pool.map(signals, signal -> fit(signal, samples, options), done -> { });
        final Map<Signal, List<ForestTree>> fitted = new EnumMap<>(Signal.class);
        signals.forEach(signal -> fitted.put(signal, forests.get(signal.ordinal())));
        return fitted;
    }

    private static List<ForestTree> fit(final Signal signal, final List<ForestSample> samples, final BoostingOptions options) {
        final List<ForestSample> used = new ArrayList<>();
        final List<ForestRole> roles = new ArrayList<>();
        final Map<ForestRole, Integer> counts = new HashMap<>();
        for (final ForestSample sample : samples) {
            final Optional<ForestRole> role = ForestRole.of(signal, sample);
            if (role.isPresent()) {
                used.add(sample);
                roles.add(role.get());
                counts.merge(role.get(), 1, Integer::sum);
            }
        }
        if (counts.keySet().stream().map(ForestRole::positive).distinct().count() < 2) {
            throw new IllegalArgumentException(
                    "the training days have no sample of " + signal + " programmes or none of anything else; take more days");
        }
        final float[][] columns = new float[Forest.inputs().size()][used.size()];
        final boolean[] positive = new boolean[used.size()];
        final float[] weight = new float[used.size()];
        for (int s = 0; s < used.size(); s++) {
            positive[s] = roles.get(s).positive();
            weight[s] = (float) (roles.get(s).weight() / counts.get(roles.get(s)));
            for (int i = 0; i < columns.length; i++) {
                columns[i][s] = used.get(s).input(i);
            }
        }
        return Boosting.fit(columns, positive, weight, options);
    }
}
