package io.undercurrent.signals;

import java.util.List;

/**
 * One score and what it rests on.
 *
 * @param score NaN: not available
 * @param usual the evidence if every feature were as usual
 * @param features all that the signal's forest may ask about
 * @param gates in the order in which they were computed
 */
public record Explanation(Signal signal, SignalSide side, float score, float usual, List<Feature> features, List<Gate> gates) {
    public Explanation {
        features = List.copyOf(features);
        gates = List.copyOf(gates);
    }
}
