package io.undercurrent.score.fit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.undercurrent.feeds.sim.EpisodeKind;
import io.undercurrent.feeds.sim.EpisodeStyle;
import io.undercurrent.score.DayKind;
import io.undercurrent.score.Label;
import io.undercurrent.signals.Signal;
import io.undercurrent.signals.SignalSide;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Episodes of accumulation that last from 0 to 100 ns. */
class ForestRoleTest {
    private static Optional<String> role(
            final Signal signal, final DayKind kind, final SignalSide side, final long timeNs, final Optional<Label> label) {
        return ForestRole.of(signal, new ForestSample(kind, timeNs, side, new float[0], label))
                .map(role -> (role.positive() ? "+" : "-") + role.name());
    }

    private static Optional<String> planted(final Signal signal, final SignalSide side, final long timeNs, final Label label) {
        return role(signal, DayKind.PLANTED, side, timeNs, Optional.of(label));
    }

    private static Label label(final EpisodeKind kind, final double participation, final EpisodeKind... parts) {
        return new Label(0, 100, "X", kind, EpisodeStyle.NONE, List.of(parts), SignalSide.ACCUMULATION, participation);
    }

    @Test
    void aProgrammeOfTheSignalsKindTeachesItOnBothSides() {
        final Label creep = label(EpisodeKind.CREEP, 0.1);
        assertEquals(Optional.of("+programme"), planted(Signal.CREEP, SignalSide.ACCUMULATION, 50, creep));
        assertEquals(Optional.of("-wrong side"), planted(Signal.CREEP, SignalSide.DISTRIBUTION, 50, creep));
        assertEquals(Optional.empty(), planted(Signal.CREEP, SignalSide.ACCUMULATION, 20, creep), "its first quarter");
        assertEquals(Optional.empty(), planted(Signal.CREEP, SignalSide.ACCUMULATION, 50, label(EpisodeKind.CREEP, 0.04)), "too small");
    }

    @Test
    void anotherKindOfProgrammeTeachesOnlyTheWrongSide() {
        final Label creep = label(EpisodeKind.CREEP, 0.1);
        assertEquals(Optional.empty(), planted(Signal.SINKHOLE, SignalSide.ACCUMULATION, 50, creep));
        assertEquals(Optional.of("-wrong side of others"), planted(Signal.SINKHOLE, SignalSide.DISTRIBUTION, 50, creep));
    }

    @Test
    void aMixtureTeachesTheSignalsOfItsParts() {
        final Label mixture = label(EpisodeKind.MIXTURE, 0.12, EpisodeKind.CREEP, EpisodeKind.SINKHOLE);
        assertEquals(Optional.of("+part of a mixture"), planted(Signal.CREEP, SignalSide.ACCUMULATION, 50, mixture));
        assertEquals(Optional.empty(), planted(Signal.DARK_POOL, SignalSide.ACCUMULATION, 50, mixture));
        assertEquals(Optional.empty(), planted(Signal.CREEP, SignalSide.DISTRIBUTION, 50, mixture));
        assertEquals(Optional.empty(),
                planted(Signal.CREEP, SignalSide.ACCUMULATION, 50, label(EpisodeKind.MIXTURE, 0.08, EpisodeKind.CREEP)), "too small");
    }

    @Test
    void confoundersCleanDaysAndTroubleTeachSilence() {
        for (final SignalSide side : SignalSide.values()) {
            assertEquals(Optional.of("-SPOOF"), planted(Signal.SINKHOLE, side, 10, label(EpisodeKind.SPOOF, 0)));
            assertEquals(Optional.of("-clean"), role(Signal.CREEP, DayKind.CLEAN, side, 10, Optional.empty()));
            assertEquals(Optional.of("-feed in trouble"),
                    role(Signal.CREEP, DayKind.TROUBLED, side, 10, Optional.of(label(EpisodeKind.GAP, 0))));
        }
        assertTrue(role(Signal.CREEP, DayKind.TROUBLED, SignalSide.ACCUMULATION, 10, Optional.empty()).isEmpty());
        assertTrue(role(Signal.CREEP, DayKind.PLANTED, SignalSide.ACCUMULATION, 10, Optional.empty()).isEmpty());
    }
}
