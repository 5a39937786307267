package io.undercurrent.score.fit;

import io.undercurrent.feeds.sim.EpisodeKind;
import io.undercurrent.score.DayKind;
import io.undercurrent.score.Label;
import io.undercurrent.signals.Signal;
import java.util.Optional;

/**
 * What a sample teaches the forest of a signal. All samples of a role weigh as much together as the role, however many they are.
 *
 * @param name samples of the same name share the weight
 * @param positive the signal should speak
 */
record ForestRole(String name, boolean positive, double weight) {
    private static final double LEAST_PARTICIPATION = 0.05;
    /** Of a mixture, whose parts share its participation. */
    private static final double LEAST_OF_MIXTURE = 0.1;
    private static final ForestRole PROGRAMME = new ForestRole("programme", true, 1);
    private static final ForestRole PART = new ForestRole("part of a mixture", true, 0.3);
    private static final ForestRole CLEAN = new ForestRole("clean", false, 1);
    private static final ForestRole WRONG_SIDE = new ForestRole("wrong side", false, 1);
    private static final ForestRole WRONG_SIDE_OF_OTHERS = new ForestRole("wrong side of others", false, 0.5);
    private static final ForestRole TROUBLE = new ForestRole("feed in trouble", false, 0.25);
    private static final double CONFOUNDER = 0.125;
    /** Those that one signal or another takes for its own. */
    private static final double LOOKS_ALIKE = 0.4;

    /** Empty: it teaches nothing, because the signal may speak or not. */
    static Optional<ForestRole> of(final Signal signal, final ForestSample sample) {
        if (sample.kind() == DayKind.CLEAN) {
            return Optional.of(CLEAN);
        }
        if (sample.kind() == DayKind.TROUBLED) {
            return sample.label().map(label -> TROUBLE);
        }
        return sample.label().flatMap(label -> label.isProgramme() ? programme(signal, sample, label) : Optional.of(confounder(label)));
    }

    private static Optional<ForestRole> programme(final Signal signal, final ForestSample sample, final Label label) {
        final boolean ofSignal = label.kind().name().equals(signal.name());
        if (!sample.counts()) {
            return Optional.empty();
        }
        if (!sample.own()) {
            return ofSignal ? Optional.of(WRONG_SIDE)
                    : label.kind() == EpisodeKind.MIXTURE ? Optional.empty() : Optional.of(WRONG_SIDE_OF_OTHERS);
        }
        if (ofSignal) {
            return label.participation() >= LEAST_PARTICIPATION ? Optional.of(PROGRAMME) : Optional.empty();
        }
        return label.participation() >= LEAST_OF_MIXTURE && label.parts().stream().anyMatch(part -> part.name().equals(signal.name()))
                ? Optional.of(PART) : Optional.empty();
    }

    private static ForestRole confounder(final Label label) {
        final boolean alike = label.kind() == EpisodeKind.RALLY || label.kind() == EpisodeKind.RETAIL_BURST;
        return new ForestRole(label.kind().name(), false, alike ? LOOKS_ALIKE : CONFOUNDER);
    }
}
