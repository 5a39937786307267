package io.undercurrent.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.undercurrent.feeds.sim.EpisodeKind;
import io.undercurrent.feeds.sim.EpisodeStyle;
import io.undercurrent.score.card.Band;
import io.undercurrent.signals.SignalSide;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LabelTest {
    private static final Label LABEL = new Label(1_000, 2_000, "A", EpisodeKind.CREEP, EpisodeStyle.NONE,
            List.of(), SignalSide.ACCUMULATION, 0.1);

    @Test
    void samplesCountOnceTheFirstQuarterIsBehindAndUpToTheEnd() {
        assertFalse(LABEL.counts(1_250));
        assertTrue(LABEL.counts(1_251));
        assertTrue(LABEL.counts(2_000));
        assertFalse(LABEL.counts(2_001));
    }

    @Test
    void coversWhatIsAfterItsStartAndUpToTheGraceAfterItsEnd() {
        assertFalse(LABEL.covers(1_000, 0));
        assertTrue(LABEL.covers(1_001, 0));
        assertTrue(LABEL.covers(2_060, 60));
        assertFalse(LABEL.covers(2_061, 60));
    }

    @Test
    void everyParticipationBelongsToAllAndToOneBandMore() {
        for (final double participation : new double[] {0, 0.019, 0.02, 0.049, 0.05, 0.099, 0.1, 0.5}) {
            assertEquals(2, Stream.of(Band.values()).filter(band -> band.holds(participation)).count(), Double.toString(participation));
        }
        assertTrue(Band.AT_LEAST_10.holds(0.1) && Band.FROM_5_TO_10.holds(0.05) && Band.FROM_2_TO_5.holds(0.02));
    }
}
