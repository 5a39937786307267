package io.undercurrent.score.card;

import io.undercurrent.score.TickRegime;
import java.util.List;

/**
 * What the alert rules make of the composite at one threshold.
 *
 * @param threshold net log-odds above which they raise
 * @param clearBelow net log-odds below which they clear
 * @param falseAlarms on clean symbol-days, both sides
 * @param stray alarms of planted symbol-days, outside all episodes and the minute after each
 * @param wrongSide alarms of the other side during a programme or in the minute after
 * @param troubled all alarms of troubled symbol-days
 * @param troubles those during a trouble or in the minute after
 * @param programmes every programme, by day
 * @param falseAlarmList every alarm outside programmes and the minute after each, and those of the other side inside
 */
public record AlarmScore(
        float threshold, float clearBelow, Rate falseAlarms, Rate stray, Rate wrongSide, Rate troubled, List<RecallScore> recall,
        List<DelayScore> delays, List<LeadingScore> leading, List<EpisodeScore> confounders, List<EpisodeScore> troubles,
        List<Outcome> programmes,
        List<FalseAlarm> falseAlarmList) {
    public AlarmScore {
        recall = List.copyOf(recall);
        delays = List.copyOf(delays);
        leading = List.copyOf(leading);
        confounders = List.copyOf(confounders);
        troubles = List.copyOf(troubles);
        programmes = List.copyOf(programmes);
        falseAlarmList = List.copyOf(falseAlarmList);
    }

    /** Of all kinds and instruments. */
    public Rate recall(final Band band) {
        return recall(MeasureScore.ALL_KINDS, band);
    }

    /** Of all instruments; there is one for each kind that was planted, and for all of them. */
    public Rate recall(final String kind, final Band band) {
        return recall.stream().filter(score -> score.kind().equals(kind) && score.band() == band
                && score.ticks() == TickRegime.ALL).findFirst().orElseThrow().found();
    }

    public DelayScore delay(final Length length) {
        return delays.stream().filter(score -> score.length() == length).findFirst().orElseThrow();
    }
}
