package io.undercurrent.engine.signal;

import io.undercurrent.signals.SignalBackend;

/**
 * What computes the signals.
 *
 * @param reason why this one, in one line; empty: it was asked for
 */
public record ChosenBackend(SignalBackend signals, String reason) {
    /** One that was asked for. */
    public static ChosenBackend asConfigured(final SignalBackend signals) {
        return new ChosenBackend(signals, "");
    }
}
