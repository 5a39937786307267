package io.undercurrent.score.card;

import io.undercurrent.score.Measure;
import java.util.List;

/** Recall against false alarms, with the alert rules run anew at each threshold, highest first. */
public record RecallCurve(Measure measure, List<RecallPoint> points) {
    public RecallCurve {
        points = List.copyOf(points);
    }
}
