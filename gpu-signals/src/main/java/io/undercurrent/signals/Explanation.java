package io.undercurrent.signals;

import java.util.List;

/**
 * One score and what it rests on.
 *
 * @param score NaN: not available
 * @param features in the order in which they were computed
 * @param gates likewise
 */
public record Explanation(Signal signal, SignalSide side, float score, List<Feature> features, List<Gate> gates) {
    public Explanation {
        features = List.copyOf(features);
        gates = List.copyOf(gates);
    }
}
