package io.undercurrent.score.fit;

import io.undercurrent.codec.sbe.SignalKind;
import io.undercurrent.score.DayKind;
import io.undercurrent.score.Label;
import io.undercurrent.score.Measure;
import io.undercurrent.score.SymbolDay;
import io.undercurrent.signals.Calibration;
import io.undercurrent.signals.Signal;
import io.undercurrent.signals.SignalSide;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Fits one logistic per signal on its averaged scores. Positives are samples inside programmes of its kind, after their first quarter and
 * with a fair share of the volume; negatives are all samples of clean days, both sides. Then each is lowered by what clean days exceed
 * equally rarely, so that no signal causes more false alarms than another: the composite is the largest of them, and one that is often high
 * where nothing happens would hide the others.
 */
public final class CalibrationFit {
    /** Below this participation a programme hardly shows, and would only teach that high scores mean little. */
    static final double LEAST_PARTICIPATION = 0.05;

    /** Share of the clean samples of a signal with evidence above 0. */
    static final double RARE = 1 / 2_000.0;

    private CalibrationFit() {
    }

    /** @throws IllegalArgumentException a kind of programme was not planted, or no day is clean */
    public static Map<Signal, Calibration> fit(final List<SymbolDay> days) {
        final Map<Signal, Calibration> calibration = new EnumMap<>(Signal.class);
        for (final Signal signal : Signal.values()) {
            final Scores positive = new Scores();
            final Scores negative = new Scores();
            for (final SymbolDay day : days) {
                if (day.kind() == DayKind.CLEAN) {
                    day.allSamples((side, i) -> negative.add(day, signal, side, i));
                } else if (day.kind() == DayKind.PLANTED) {
                    day.labels().stream().filter(label -> teaches(signal, label))
                            .forEach(label -> day.samplesOf(label, (side, i) -> positive.add(day, signal, side, i)));
                }
            }
            final Logistic logistic = fit(signal, positive, negative);
            final double rare = logistic.intercept() + logistic.slope() * negative.exceededBy(RARE);
            calibration.put(signal, new Calibration((float) (logistic.intercept() - rare), (float) logistic.slope(), 1f));
        }
        return calibration;
    }

    private static boolean teaches(final Signal signal, final Label label) {
        return label.kind().signal().map(SignalKind::name).filter(signal.name()::equals).isPresent()
                && label.participation() >= LEAST_PARTICIPATION;
    }

    private static Logistic fit(final Signal signal, final Scores positive, final Scores negative) {
        if (positive.size == 0 || negative.size == 0) {
            throw new IllegalArgumentException("the training days have " + positive.size + " samples of " + signal + " programmes and "
                    + negative.size + " clean ones; take more days");
        }
        return Logistic.fit(positive.toArray(), negative.toArray());
    }

    /** The available ones. */
    private static final class Scores {
        private float[] values = new float[1024];
        private int size;

        void add(final SymbolDay day, final Signal signal, final SignalSide side, final int i) {
            final float value = day.samples().value(Measure.of(signal), side, i);
            if (Float.isNaN(value)) {
                return;
            }
            if (size == values.length) {
                values = Arrays.copyOf(values, 2 * size);
            }
            values[size++] = value;
        }

        /** The least value that at most this share of them exceeds. */
        float exceededBy(final double share) {
            final float[] ascending = toArray();
            Arrays.sort(ascending);
            return ascending[size - 1 - (int) (share * size)];
        }

        float[] toArray() {
            return Arrays.copyOf(values, size);
        }
    }
}
