package io.undercurrent.score;

import java.util.List;

/**
 * A measure as a detector by itself.
 *
 * @param quiet what it shows where nothing happens
 */
public record Detector(Measure measure, float quiet) {
    private static final float COIN = 0.5f;

    /** @param composite net log-odds of quiet */
    public static Detector of(final Measure measure, final float composite) {
        return new Detector(measure, switch (measure) {
            case COMPOSITE -> composite;
            case RANDOM -> COIN;
            default -> 0f;
        });
    }

    /** What the alert rules look at: every row of the composite, the samples of every other measure. */
    public Tape tape(final SymbolDay day) {
        return measure == Measure.COMPOSITE ? day.tape() : day.samples().tape(measure);
    }

    public List<Tape> tapes(final List<SymbolDay> days) {
        return days.stream().map(this::tape).toList();
    }
}
