package io.undercurrent.score.card;

import io.undercurrent.score.Measure;
import io.undercurrent.score.TickRegime;
import io.undercurrent.score.metric.Curve;
import java.util.List;

/**
 * A measure on programmes of the kind it is for, or of all kinds.
 *
 * @param kind the kind; ALL
 * @param roc at 10 % participation and more: false positive rate, true positive rate
 * @param precisionRecall there too: recall, precision
 */
public record MeasureScore(Measure measure, String kind, List<SeparationScore> scores, Curve roc, Curve precisionRecall) {
    public static final String ALL_KINDS = "ALL";

    public MeasureScore {
        scores = List.copyOf(scores);
    }

    /** There is one for each band and regime. */
    public SeparationScore score(final Band band, final TickRegime ticks) {
        return scores.stream().filter(score -> score.band() == band && score.ticks() == ticks).findFirst().orElseThrow();
    }
}
