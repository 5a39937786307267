package io.undercurrent.signals;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the reference says a score rests on is what the score rests on. */
class ExplanationTest {
    private static final String EVIDENCE = "evidence";
    private static final int ROW_MS = 1_000;
    private static final int ROWS = 4_200;
    private static final int CHECK_EVERY = 41;

    private final Set<Signal> blocked = EnumSet.noneOf(Signal.class);
    private final Set<Signal> scored = EnumSet.noneOf(Signal.class);

    @ParameterizedTest
    @EnumSource
    void aScoreIsThePlaceOfWhatTheForestSaysOfTheFeaturesUnlessAGateBlocks(final RandomRows.Kind kind) {
        check(kind, System.nanoTime());
    }

    @Test
    void theCheckSeesScoresOfEachSignalAndGatesThatBlock() {
        for (int seed = 1; seed <= 6; seed++) {
            check(RandomRows.Kind.MARKET, seed);
        }
        assertEquals(EnumSet.allOf(Signal.class), scored);
        assertEquals(EnumSet.allOf(Signal.class), blocked);
    }

    private void check(final RandomRows.Kind kind, final long seed) {
        System.out.println(kind + ", seed " + seed);
        final RandomRows rows = new RandomRows(kind, new SplittableRandom(seed), ROW_MS);
        final SignalResults results = new SignalResults(1);
        final Sweep sweep = new Sweep(1);
        try (ReferenceBackend reference = new ReferenceBackend(ROW_MS); CpuBackend cpu = new CpuBackend(1, ROW_MS)) {
            for (int r = 0; r < ROWS; r++) {
                sweep.begin(r, r);
                rows.addTo(sweep, 0);
                reference.append(sweep);
                cpu.evaluate(sweep, results);
                if (r % CHECK_EVERY == 0) {
                    for (final SignalSide side : SignalSide.values()) {
                        for (final Signal signal : Signal.values()) {
                            final Explanation explanation = reference.explain(0, side, signal);
                            final String where = kind + ", seed " + seed + ", row " + r + ": " + explanation;
                            assertEquals(Float.floatToRawIntBits(results.score(0, side, signal)),
                                    Float.floatToRawIntBits(explanation.score()), where);
                            check(explanation, where);
                        }
                    }
                }
            }
        }
    }

    private void check(final Explanation explanation, final String where) {
        for (final Feature feature : explanation.features()) {
            check(feature, where);
        }
        final List<Gate> evidence = explanation.gates().stream().filter(gate -> gate.name().equals(EVIDENCE)).toList();
        assertEquals(1, evidence.size(), where);
        checkEvidence(explanation, evidence.getFirst().value(), where);
        assertEquals(SignalFormulas.score(evidence.getFirst().value()), evidence.getFirst().passes(), 0f, where);
        final boolean blocks = explanation.gates().stream().anyMatch(gate -> !gate.name().equals(EVIDENCE) && !gate.name().equals("trades") && gate.passes() == 0f);
        if (blocks) {
            assertTrue(Float.isNaN(explanation.score()), where);
            blocked.add(explanation.signal());
        } else {
            assertEquals(evidence.getFirst().passes(), explanation.score(), 0f, where);
            if (explanation.score() > 0f) {
                scored.add(explanation.signal());
            }
        }
    }

    private static void check(final Feature feature, final String where) {
        final boolean known = !Float.isNaN(feature.value());
        assertEquals(known, !Float.isNaN(feature.median()) && !Float.isNaN(feature.scale()), where);
        if (!known) {
            assertEquals(0f, feature.z(), 0f, where);
            return;
        }
        final FeatureKind kind = Arrays.stream(FeatureKind.values()).filter(of -> feature.name().equals(of.label()) || feature.name().equals(of.label() + ", other side")).findFirst().orElseThrow();
        final float z = switch (kind.form()) {
            case SHARE, LOG -> SignalFormulas.z(feature.value(), feature.median(), feature.scale());
            case BALANCE, TREND -> feature.value();
            case IMPACT -> SignalFormulas.residual(feature.value(), feature.scale());
        };
        assertEquals(z, feature.z(), 0f, where);
        final boolean hasBaseline = kind.form() != FeatureForm.BALANCE && kind.form() != FeatureForm.TREND;
        assertTrue(hasBaseline ? feature.points() >= SignalDefinition.MIN_POINTS : feature.points() == 0, where);
    }

    /** What the forest says of the features, and what it would say if one of them, or all, were as usual. */
    private static void checkEvidence(final Explanation explanation, final float evidence, final String where) {
        final Forest forest = Forest.of(explanation.signal());
        final float trust = explanation.gates().stream().filter(gate -> gate.name().equals("trades")).findFirst().orElseThrow().passes();
        final float[] z = new float[Forest.INPUTS.size()];
        assertEquals(Forest.INPUTS.stream().map(input -> input.label() + " " + input.rows()).toList(),
            explanation.features().stream().map(feature -> feature.name() + " " + feature.rows()).toList());
        assertEquals(trusted(forest.evidence(z), trust), explanation.usual(), 0f, where);
        for (int i = 0; i < z.length; i++) {
            z[i] = explanation.features().get(i).z();
        }
        assertEquals(trusted(forest.evidence(z), trust), evidence, 0f, where);
        for (int i = 0; i < z.length; i++) {
            final float own = z[i];
            z[i] = 0f;
            assertEquals(evidence - trusted(forest.evidence(z), trust), explanation.features().get(i).evidence(), 0f, where);
            z[i] = own;
        }
    }

    private static float trusted(final float evidence, final float trust) {
        return -3f + (evidence + 3f) * trust;
    }
}
