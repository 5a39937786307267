package io.undercurrent.feeds.sim;

import io.undercurrent.codec.sbe.SignalKind;
import java.util.Optional;

/** What a planted episode is: one of the five accumulation programmes, or a confounder that looks like one and must raise no alarm. */
public enum EpisodeKind {
    /** Bids at one price that are shown again 20 to 120 ms after each hit, or not shown, under selling; the price holds. */
    ABSORPTION(SignalKind.ABSORPTION),
    /** Small buys that lift the offer again and again; new offers appear at the next price. */
    CREEP(SignalKind.CREEP),
    /** Buying in off-exchange prints at the midpoint while the price drifts up. */
    DARK_POOL(SignalKind.DARK_POOL),
    /** Bids in many layers, executed against by sweeping sells near a low, and refilled. */
    SINKHOLE(SignalKind.SINKHOLE),
    /** A spread held tight and a calmed price that leans upwards. */
    CONTRACTION(SignalKind.CONTRACTION),
    /** Confounder: layered bids that are cancelled and shown again and never executed. */
    SPOOF(null),
    /** Confounder: everything happens several times as often. */
    BUSY_SURGE(null);

    private final SignalKind signal;

    EpisodeKind(final SignalKind signal) {
        this.signal = signal;
    }

    /** The signal that should see it; empty for a confounder. */
    public Optional<SignalKind> signal() {
        return Optional.ofNullable(signal);
    }

    public boolean isConfounder() {
        return signal == null;
    }
}
