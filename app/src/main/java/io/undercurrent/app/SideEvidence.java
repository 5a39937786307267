package io.undercurrent.app;

import io.undercurrent.signals.Composite;
import io.undercurrent.signals.Signal;
import io.undercurrent.signals.SignalResults;
import io.undercurrent.signals.SignalSide;
import java.util.Arrays;
import java.util.List;

/**
 * What one side of an instrument shows at a row. Not available: NaN.
 *
 * @param net composite less what the other side's evidence exceeds quiet by
 */
record SideEvidence(SignalSide side, float net, float composite, List<Of> signals) {
    /**
     * One signal.
     *
     * @param score of the row
     * @param averaged over a minute
     * @param logOdds what the average is worth
     */
    record Of(Signal signal, float score, float averaged, float logOdds) {
    }

    SideEvidence {
        signals = List.copyOf(signals);
    }

    /** Of row {@code i}, which the composite speaks of. */
    static SideEvidence at(final int i, final SignalSide side, final SignalResults results, final Composite composite) {
        return new SideEvidence(side, composite.netLogOdds(side), composite.composite(side), Arrays.stream(Signal.values())
                .map(signal -> new Of(signal, results.score(i, side, signal), composite.smoothed(side, signal),
                        composite.logOdds(side, signal)))
                .toList());
    }

    Of of(final Signal signal) {
        return signals.get(signal.ordinal());
    }
}
