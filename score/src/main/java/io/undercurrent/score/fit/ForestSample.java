package io.undercurrent.score.fit;

import io.undercurrent.score.DayKind;
import io.undercurrent.score.Label;
import io.undercurrent.signals.SignalSide;
import java.util.Optional;

/** What the forests read of one instrument and side at one time. */
final class ForestSample {
    private final DayKind kind;
    private final long timeNs;
    private final SignalSide side;
    private final float[] inputs;
    private final Optional<Label> label;

    /** @param label the episode that goes on then */
    ForestSample(final DayKind kind, final long timeNs, final SignalSide side, final float[] inputs, final Optional<Label> label) {
        this.kind = kind;
        this.timeNs = timeNs;
        this.side = side;
        this.inputs = inputs.clone();
        this.label = label;
    }

    DayKind kind() {
        return kind;
    }

    Optional<Label> label() {
        return label;
    }

    /** The side is that of the episode. */
    boolean own() {
        return label.map(Label::side).filter(side::equals).isPresent();
    }

    /** The first quarter of the episode is behind. */
    boolean counts() {
        return label.filter(of -> of.counts(timeNs)).isPresent();
    }

    float input(final int i) {
        return inputs[i];
    }

    ForestSample with(final Optional<Label> of) {
        return new ForestSample(kind, timeNs, side, inputs, of);
    }

    long timeNs() {
        return timeNs;
    }
}
