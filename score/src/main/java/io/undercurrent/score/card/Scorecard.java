package io.undercurrent.score.card;

import java.util.List;

/**
 * How well the signals find what they should.
 *
 * @param measures areas under curves, each measure of its own kind of programme
 * @param sinkholeAgainstLookalikes the sinkhole signal with spoofs and broad demand as the negatives
 * @param trained alarms at the threshold that gives the allowed false alarms on training days
 * @param configured alarms at the configured threshold
 * @param curves recall against false alarms
 * @param detectors each measure by itself
 */
public record Scorecard(
        Setup setup, List<Target> targets, List<MeasureScore> measures, SeparationScore sinkholeAgainstLookalikes, AlarmScore trained,
        double trainingFalseAlarms, AlarmScore configured, List<RecallCurve> curves, List<DetectorScore> detectors, List<CrossScore> cross,
        List<Availability> availability) {
    public Scorecard {
        targets = List.copyOf(targets);
        measures = List.copyOf(measures);
        curves = List.copyOf(curves);
        detectors = List.copyOf(detectors);
        cross = List.copyOf(cross);
        availability = List.copyOf(availability);
    }
}
