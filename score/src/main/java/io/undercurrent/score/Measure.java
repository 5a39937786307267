package io.undercurrent.score;

import io.undercurrent.signals.Signal;
import java.util.Optional;

/** A number that each sample has for each side; larger says more that this side is at work. */
public enum Measure {
    ABSORPTION, CREEP, DARK_POOL, SINKHOLE, CONTRACTION,
    /** The net log-odds that alerts are raised on. */
    COMPOSITE,
    /** Baseline: a coin. */
    RANDOM,
    /** Baseline: how unusual the volume of five minutes is; the same for both sides. */
    VOLUME_Z,
    /** Baseline: how unusual the order-flow imbalance of five minutes is; the side is its sign. */
    OFI_Z;

    public static final int COUNT = values().length;

    public static Measure of(final Signal signal) {
        return values()[signal.ordinal()];
    }

    /** The signal whose averaged score it is. */
    public Optional<Signal> signal() {
        return ordinal() < Signal.COUNT ? Optional.of(Signal.values()[ordinal()]) : Optional.empty();
    }
}
