package io.undercurrent.signals;

import static io.undercurrent.signals.RowColumn.*;
import static io.undercurrent.signals.SignalDefinition.BUCKET;
import static io.undercurrent.signals.SignalDefinition.MAIN;
import static io.undercurrent.signals.SignalDefinition.TRUST_ROWS;

import java.util.ArrayList;
import java.util.List;

/**
 * The five signals of one side of one window at its newest row, computed from nothing but its rows. NaN: unavailable. On the way it notes
 * every {@link Feature} and {@link Gate} that a score rests on, so that an explanation shows the values that were used.
 */
final class ReferenceEvaluation {
    private final ReferenceWindow window;
    private final List<long[]> fine;
    private final ReferenceBaseline baseline;
    private final SignalSide side;
    private final int rowMs;
    private List<Feature> features = List.of();

    ReferenceEvaluation(final ReferenceWindow window, final SignalSide side, final int rowMs) {
        this.window = window;
        fine = window.fine();
        baseline = window.baseline(side, rowMs);
        this.side = side;
        this.rowMs = rowMs;
    }

    float score(final Signal signal) {
        return isAvailable(signal, new ArrayList<>()) ? SignalFormulas.score(evidence(signal, z())) : Float.NaN;
    }

    Explanation explain(final Signal signal) {
        final List<Gate> gates = new ArrayList<>();
        final float[] z = z();
        final float evidence = evidence(signal, z);
        final float score = SignalFormulas.score(evidence);
        final boolean available = isAvailable(signal, gates);
        gates.add(new Gate("trades", TRUST_ROWS, trades(), "many: few leave the prior", SignalFormulas.trust(trades())));
        gates.add(new Gate("evidence", 0, evidence, SignalFormulas.EVIDENCE.rising(), score));
        final List<Feature> explained = new ArrayList<>();
        for (int i = 0; i < z.length; i++) {
            final float[] usual = z.clone();
            usual[i] = 0f;
            explained.add(features().get(i).explaining(evidence - evidence(signal, usual)));
        }
        return new Explanation(signal, side, available ? score : Float.NaN, evidence(signal, new float[z.length]), explained, gates);
    }

    private float evidence(final Signal signal, final float[] z) {
        return SignalFormulas.trusted(Forest.of(signal).evidence(z), trades());
    }

    private float[] z() {
        final float[] z = new float[features().size()];
        for (int i = 0; i < z.length; i++) {
            z[i] = features().get(i).z();
        }
        return z;
    }

    /** Of {@link Forest#INPUTS}, in their order. */
    private List<Feature> features() {
        if (features.isEmpty()) {
            features = Forest.INPUTS.stream().map(this::feature).toList();
        }
        return features;
    }

    private boolean isAvailable(final Signal signal, final List<Gate> gates) {
        boolean available = true;
        if (signal.needs() != 0) {
            final boolean has = (fine.getLast()[CAPABILITIES.ordinal()] & signal.needs()) == signal.needs();
            gates.add(new Gate(signal.needsWhat(), 0, has ? 1f : 0f, "1: shown by the feed", has ? 1f : 0f));
            available = has;
        }
        final boolean valid = valid(MAIN);
        if (!valid) {
            final long validMs = fine.size() < MAIN ? 0 : now(MAIN).sum(VALID_MS);
            gates.add(new Gate("time with two sides", MAIN, (float) validMs / ((float) MAIN * rowMs), "at least nine tenths of " + MAIN + " rows", 0f));
        }
        final int points = baseline.mainPoints();
        if (points < SignalDefinition.MIN_POINTS) {
            gates.add(new Gate("points of the baseline", MAIN, points, "at least " + SignalDefinition.MIN_POINTS, 0f));
        }
        return available && valid && points >= SignalDefinition.MIN_POINTS;
    }

    private long trades() {
        return fine.size() < TRUST_ROWS ? 0 : now(TRUST_ROWS).sum(SignalTable.measures().get(SignalTable.TRADES));
    }

    private boolean valid(final int horizon) {
        return fine.size() >= horizon && now(horizon).valid(horizon, rowMs);
    }

    private ReferenceStretch now(final int horizon) {
        return new ReferenceStretch(fine, fine.size() - 1, horizon, side);
    }

    private ReferenceBuckets bucketsNow(final int horizon) {
        final ReferenceBuckets buckets = new ReferenceBuckets(side, rowMs);
        for (int last = fine.size() - 1; last >= fine.size() - horizon; last -= BUCKET) {
            buckets.add(new ReferenceStretch(fine, last, BUCKET, side), last < BUCKET ? 0 : fine.get(last - BUCKET)[MID2_CLOSE.ordinal()]);
        }
        return buckets;
    }

    Feature feature(final Input input) {
        return input.opposite() ? new ReferenceEvaluation(window, side.opposite(), rowMs).measured(input) : measured(input);
    }

    /** As this side has it. */
    private Feature measured(final Input input) {
        final FeatureKind kind = input.kind();
        final int rows = input.rows();
        final ReferenceBaseline.Usual usual = baseline.usual(kind, rows);
        if (usual.scale() == 0f || !valid(rows)) {
            return new Feature(input.label(), rows, Float.NaN, Float.NaN, Float.NaN, 0f, usual.points(), 0f);
        }
        return switch (kind.form()) {
            case SHARE, LOG -> {
                final float value = ReferenceBaseline.value(kind, rows, now(rows), usual.usual(), baseline.lot());
                yield new Feature(input.label(), rows, value, usual.median(), usual.scale(),
                    SignalFormulas.z(value, usual.median(), usual.scale()), usual.points(), 0f);
            }
            case BALANCE -> asItIs(input, SignalFormulas.balance(now(rows).sum(kind.above()) + kind.above().added(rows, baseline.lot()),
                now(rows).sum(kind.below()) + kind.below().added(rows, baseline.lot())));
            case TREND -> asItIs(input, bucketsNow(rows).trend());
            case IMPACT -> {
                final ReferenceBuckets now = bucketsNow(rows);
                final float unexplained = now.unexplained(usual.usual());
                final float scale = SignalFormulas.residualScale(usual.scale(), now.count());
                yield new Feature(input.label(), rows, unexplained, 0f, scale, SignalFormulas.residual(unexplained, scale), usual.points(), 0f);
            }
        };
    }

    private static Feature asItIs(final Input input, final float value) {
        return new Feature(input.label(), input.rows(), value, 0f, 1f, value, 0, 0f);
    }
}
