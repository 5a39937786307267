package io.undercurrent.signals;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the reference says a score rests on is what the score rests on. */
class ExplanationTest {
    private static final int ROW_MS = 1_000;
    private static final int ROWS = 4_200;
    private static final int CHECK_EVERY = 41;

    private final Set<Signal> blocked = EnumSet.noneOf(Signal.class);
    private final Set<Signal> scored = EnumSet.noneOf(Signal.class);

    @ParameterizedTest
    @EnumSource
    void aScoreIsNothingWhereAGateBlocksAndWholeWhereAllHold(final RandomRows.Kind kind) {
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
        assertFalse(explanation.features().isEmpty(), where);
        for (final Feature feature : explanation.features()) {
            final boolean isZ = feature.scale() != 1f;
            final float z = isZ ? SignalFormulas.z(feature.value(), feature.median(), feature.scale()) : feature.value() - feature.median();
            assertTrue(Float.isNaN(feature.z()) || z == feature.z(), where);
            assertTrue(Float.isNaN(feature.z()) || feature.points() >= SignalDefinition.MIN_POINTS, where);
        }
        final boolean blocks = explanation.gates().stream().anyMatch(gate -> gate.passes() == 0f);
        final boolean all = explanation.gates().stream().allMatch(gate -> gate.passes() == 1f);
        final float score = explanation.score();
        if (Float.isNaN(score)) {
            assertTrue(blocks || explanation.features().stream().anyMatch(feature -> Float.isNaN(feature.z())), where);
            return;
        }
        // a product of two small shares may vanish
        assertTrue(blocks ? score == 0f : score > 0f || explanation.gates().size() > 1, where);
        assertEquals(all, score == 1f, where);
        if (blocks) {
            blocked.add(explanation.signal());
        } else {
            scored.add(explanation.signal());
        }
    }

    @Test
    void featuresThatAreSummedCarryTheirWeights() {
        final SyntheticMarket market = new SyntheticMarket(new SplittableRandom(7), ROW_MS);
        try (ReferenceBackend reference = new ReferenceBackend(ROW_MS)) {
            for (int r = 0; r < 3_000; r++) {
                reference.append(Sweeps.one(0, false, market.next(SyntheticMarket.Plant.ABSORPTION)));
            }
            final Explanation absorption = reference.explain(0, SignalSide.ACCUMULATION, Signal.ABSORPTION);
            final double sum = absorption.features().stream().mapToDouble(feature -> (double) feature.weight() * feature.z()).sum();
            final Gate gate = absorption.gates().stream().filter(of -> of.name().equals("sum")).findFirst().orElseThrow();
            assertEquals(sum, gate.value(), 1e-5, absorption.toString());
        }
    }
}
