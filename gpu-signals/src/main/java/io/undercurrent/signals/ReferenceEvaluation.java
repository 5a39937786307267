package io.undercurrent.signals;

import static io.undercurrent.signals.RowColumn.*;
import static io.undercurrent.signals.SignalDefinition.BUCKET;
import static io.undercurrent.signals.SignalDefinition.MAIN;

import java.util.ArrayList;
import java.util.List;

/**
 * The five signals of one side of one window at its newest row, computed from nothing but its rows. NaN: unavailable. On the way it notes
 * every {@link Feature} and {@link Gate} that a score rests on, so that an explanation shows the values that were used.
 */
final class ReferenceEvaluation {
    private final List<long[]> fine;
    private final ReferenceBaseline baseline;
    private final SignalSide side;
    private final int rowMs;

    ReferenceEvaluation(final ReferenceWindow window, final SignalSide side, final int rowMs) {
        fine = window.fine();
        baseline = window.baseline(side, rowMs);
        this.side = side;
        this.rowMs = rowMs;
    }

    float score(final Signal signal) {
        return explain(signal).score();
    }

    Explanation explain(final Signal signal) {
        final List<Gate> gates = new ArrayList<>();
        final Formula formula = Formula.of(signal);
        final List<Feature> features = new ArrayList<>();
        float evidence = formula.intercept();
        for (final Term term : formula.terms()) {
            final Feature feature = feature(term);
            features.add(feature);
            evidence = SignalFormulas.plus(evidence, term.weight(), feature.z());
        }
        final float score = SignalFormulas.score(evidence);
        final boolean available = isAvailable(signal, gates);
        gates.add(new Gate("evidence", 0, evidence, SignalFormulas.EVIDENCE.rising(), score));
        return new Explanation(signal, side, available ? score : Float.NaN, formula.intercept(), features, gates);
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

    Feature feature(final Term term) {
        final FeatureKind kind = term.kind();
        final int rows = term.rows();
        final ReferenceBaseline.Usual usual = baseline.usual(kind, rows);
        if (usual.scale() == 0f || !valid(rows)) {
            return new Feature(kind.label(), rows, Float.NaN, Float.NaN, Float.NaN, 0f, usual.points(), term.weight());
        }
        return switch (kind.form()) {
            case SHARE, LOG -> {
                final float value = ReferenceBaseline.value(kind, rows, now(rows), usual.usual(), baseline.lot());
                yield new Feature(kind.label(), rows, value, usual.median(), usual.scale(),
                    SignalFormulas.z(value, usual.median(), usual.scale()), usual.points(), term.weight());
            }
            case BALANCE -> asItIs(term, SignalFormulas.balance(now(rows).sum(kind.above()) + kind.above().added(rows, baseline.lot()),
                now(rows).sum(kind.below()) + kind.below().added(rows, baseline.lot())));
            case TREND -> asItIs(term, bucketsNow(rows).trend());
            case IMPACT -> {
                final ReferenceBuckets now = bucketsNow(rows);
                final float unexplained = now.unexplained(usual.usual());
                final float scale = SignalFormulas.residualScale(usual.scale(), now.count());
                yield new Feature(kind.label(), rows, unexplained, 0f, scale, SignalFormulas.residual(unexplained, scale), usual.points(),
                    term.weight());
            }
        };
    }

    private static Feature asItIs(final Term term, final float value) {
        return new Feature(term.kind().label(), term.rows(), value, 0f, 1f, value, 0, term.weight());
    }
}
