package io.undercurrent.engine.signal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.undercurrent.codec.sbe.Severity;
import io.undercurrent.engine.signal.AlertState.Change;
import org.junit.jupiter.api.Test;

class AlertStateTest {
    private static final long SECOND = 1_000_000_000L;

    private final AlertRules rules = new AlertRules(4f, 2f, 0, 3 * SECOND, 60 * SECOND, 5f, 6f, 7f);
    private final AlertState state = new AlertState();
    private long now;

    private Change row(final float net) {
        now += SECOND;
        return state.onRow(rules, now, SECOND, net);
    }

    private void raise() {
        assertEquals(Change.NONE, row(4.1f));
        assertEquals(Change.NONE, row(4.1f));
        assertEquals(Change.RAISED, row(4.1f));
    }

    @Test
    void isRaisedOnceTheThresholdIsExceededForTheHoldTime() {
        raise();
        assertEquals(Change.NONE, row(9f));
    }

    @Test
    void startsTheHoldTimeAgainWhenTheThresholdIsNotExceeded() {
        row(5f);
        row(5f);
        assertEquals(Change.NONE, row(4f));
        raise();
    }

    @Test
    void clearsBelowTheLowerThreshold() {
        raise();
        assertEquals(Change.NONE, row(2f));
        assertEquals(Change.CLEARED, row(1.9f));
        assertEquals(Change.NONE, row(1.9f));
    }

    @Test
    void clearsWhenTheSignalsBecomeUnavailable() {
        raise();
        assertEquals(Change.CLEARED, row(Float.NaN));
    }

    @Test
    void isSilentForTheCooldown() {
        raise();
        assertEquals(Change.CLEARED, row(0f));
        for (int i = 0; i < 59; i++) {
            assertEquals(Change.NONE, row(5f), "second " + i);
        }
        assertEquals(Change.RAISED, row(5f));
    }

    @Test
    void neverRaisesOnNothing() {
        for (int i = 0; i < 10; i++) {
            assertEquals(Change.NONE, row(Float.NaN));
        }
    }

    @Test
    void forgetsAnAlertWhenTheWindowStartsAgain() {
        raise();
        state.restart();
        assertEquals(Change.NONE, row(0f));
        raise();
    }

    @Test
    void severityGrowsWithTheLogOddsAndIsHeldDownByMissingSignals() {
        assertEquals(Severity.INFO, rules.severity(4.5f, 1f));
        assertEquals(Severity.WARNING, rules.severity(5f, 1f));
        assertEquals(Severity.CRITICAL, rules.severity(6f, 1f));
        assertEquals(Severity.URGENT, rules.severity(7f, 1f));
        assertEquals(Severity.WARNING, rules.severity(7f, 0.4f));
    }
}
