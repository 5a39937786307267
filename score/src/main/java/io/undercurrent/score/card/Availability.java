package io.undercurrent.score.card;

import io.undercurrent.score.DayKind;
import io.undercurrent.score.Measure;
import io.undercurrent.score.TickRegime;

/**
 * Share of the samples in which a measure was not available.
 *
 * @param samples of both sides
 * @param warm those of windows old enough for alerts
 * @param unavailable share of all; NaN: none
 * @param unavailableWarm share of the warm ones
 */
public record Availability(
        DayKind days, TickRegime ticks, Measure measure, long samples, long warm, double unavailable, double unavailableWarm) {
}
