package io.undercurrent.score.card;

import java.util.Map;
import io.undercurrent.score.Measure;

/**
 * How well each measure tells episodes of one kind from clean days. Of a programme's own signal it should be near 1, of the others it may be
 * anything; of a confounder it should be near 0.5.
 *
 * @param episodes programmes with 10 % participation and more; of a confounder all
 * @param rocAuc NaN: there is none
 */
public record CrossScore(String kind, boolean programme, int episodes, Map<Measure, Double> rocAuc) {
}
