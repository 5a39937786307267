package io.undercurrent.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.undercurrent.codec.Times;
import io.undercurrent.codec.sbe.AlertPhase;
import io.undercurrent.codec.sbe.AlertSide;
import io.undercurrent.codec.sbe.Severity;
import io.undercurrent.codec.sbe.SignalKind;
import io.undercurrent.feeds.sim.EpisodeKind;
import io.undercurrent.feeds.sim.EpisodeStyle;
import io.undercurrent.feeds.sim.Truth;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgrammeTest {
    private static final long START = 1_000 * Times.SECOND_NS;
    private static final long END = 2_000 * Times.SECOND_NS;
    private static final Truth CREEP = truth(EpisodeKind.CREEP);
    private static final Truth SPOOF = truth(EpisodeKind.SPOOF);

    private static Truth truth(final EpisodeKind kind) {
        return new Truth(START, END, "XYZ", kind, AlertSide.ACCUMULATION, EpisodeStyle.NONE, List.of(), 0.2, 20, 100);
    }

    private static Alert alert(final String symbol, final AlertSide side, final AlertPhase phase, final long second) {
        return new Alert(second, second * Times.SECOND_NS, 1, symbol, side, phase, Severity.INFO, SignalKind.CREEP, 1, 1, 1, 0, 1, 0, 0,
                0, 0, 0, 0, 0, 0, 0);
    }

    private static Alert raised(final long second) {
        return alert("XYZ", AlertSide.ACCUMULATION, AlertPhase.RAISED, second);
    }

    private static boolean isFound(final Truth truth, final Alert alert) {
        return Programme.match(List.of(truth), List.of(alert)).getFirst().found();
    }

    @Test
    void anAlertOfItsInstrumentAndSideWithinItOrAMinuteAfterFindsAProgramme() {
        assertFalse(isFound(CREEP, raised(1_000)));
        assertTrue(isFound(CREEP, raised(1_001)));
        assertTrue(isFound(CREEP, raised(2_060)));
        assertFalse(isFound(CREEP, raised(2_061)));
        assertFalse(isFound(CREEP, alert("ABC", AlertSide.ACCUMULATION, AlertPhase.RAISED, 1_500)));
        assertFalse(isFound(CREEP, alert("XYZ", AlertSide.DISTRIBUTION, AlertPhase.RAISED, 1_500)));
        assertFalse(isFound(CREEP, alert("XYZ", AlertSide.ACCUMULATION, AlertPhase.CLEARED, 1_500)));
    }

    @Test
    void theDelayIsThatOfItsFirstAlert() {
        final Programme programme = Programme.match(List.of(CREEP), List.of(raised(1_100), raised(1_900))).getFirst();

        assertEquals(2, programme.alerts().size());
        assertEquals(100 * Times.SECOND_NS, programme.delayNs());
    }

    @Test
    void everyOtherAlertIsFalseThoseOfConfoundersToo() {
        final Alert within = raised(1_500);
        final Alert outside = raised(3_000);
        final List<Alert> alerts = List.of(within, outside, alert("XYZ", AlertSide.ACCUMULATION, AlertPhase.CLEARED, 3_100));

        assertEquals(List.of(outside), Programme.falseAlarms(Programme.match(List.of(CREEP), alerts), alerts));
        assertEquals(List.of(within, outside), Programme.falseAlarms(Programme.match(List.of(SPOOF), alerts), alerts));
        assertTrue(isFound(SPOOF, alert("XYZ", AlertSide.DISTRIBUTION, AlertPhase.RAISED, 1_500)));
    }
}
