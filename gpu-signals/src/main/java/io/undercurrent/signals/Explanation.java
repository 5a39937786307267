package io.undercurrent.signals;

import java.util.List;

/**
 * One score and what it rests on.
 *
 * @param score NaN: not available
 * @param intercept the evidence where no feature says anything
 * @param features in the order in which their evidence was added
 * @param gates in the order in which they were computed
 */
public record Explanation(Signal signal, SignalSide side, float score, float intercept, List<Feature> features, List<Gate> gates) {
    public Explanation {
        features = List.copyOf(features);
        gates = List.copyOf(gates);
    }
}
