package io.undercurrent.feeds.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.undercurrent.codec.Times;
import io.undercurrent.codec.sbe.AlertSide;
import io.undercurrent.engine.feed.FeedException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class SimulatorOptionsTest {
    private static final SimulatorOptions CLEAN = SimulatorOptions.clean(1, Times.HOUR_NS);

    @Test
    void tradingStartsAtHalfPastNineInNewYorkInWinterAndSummer() {
        assertEquals("2026-01-05T14:30:00Z", Times.format(CLEAN.sessionStartNs()));
        assertEquals("2026-07-06T13:30:00Z", Times.format(CLEAN.withDay(LocalDate.of(2026, 7, 6)).sessionStartNs()));
    }

    @Test
    void refusesWhatCanNotBeSimulated() {
        assertThrows(FeedException.class, () -> SimulatorOptions.clean(1, Times.SECOND_NS));
        assertThrows(FeedException.class, () -> SimulatorOptions.clean(1, 7 * Times.HOUR_NS));
        assertThrows(FeedException.class,
                () -> new SimulatorOptions(1, CLEAN.day(), Times.HOUR_NS, List.of(), List.of()));
        final SimulatedInstrument first = CLEAN.instruments().getFirst();
        assertThrows(FeedException.class,
                () -> new SimulatorOptions(1, CLEAN.day(), Times.HOUR_NS, List.of(first, first), List.of()));
        assertThrows(FeedException.class, () -> new SimulatedInstrument("A,B", 24_000_000_000L, 10_000_000, 1, 5, 1, 100, 5, 100, 1, 0, 5, 1, 0.4, 0.5, 0, 0, 0));
        assertThrows(FeedException.class, () -> new SimulatedInstrument(
                "A", 24_000_000_000L, 10_000_000, 1, Double.NaN, 1, 100, 5, 100, 1, 0, 5, 1, 0.4, 0.5, 0, 0, 0));
        assertThrows(FeedException.class, () -> new SimulatedInstrument(
                "A", 24_000_000_000L, 10_000_000, 1, 5, 1, 100, 0.3, 100, 1, 0, 5, 1, 0.4, 0.5, 0, 0, 0));
    }

    @Test
    void refusesEpisodesThatDoNotFit() {
        assertThrows(FeedException.class, () -> CLEAN.withEpisodes(List.of(at("NONE", 0))));
        assertThrows(FeedException.class, () -> CLEAN.withEpisodes(List.of(at("BRICK", 55))));
        assertThrows(FeedException.class, () -> CLEAN.withEpisodes(List.of(at("BRICK", 10), at("BRICK", 19))));
        assertEquals(2, CLEAN.withEpisodes(List.of(at("BRICK", 10), at("SLATE", 19))).episodes().size());
        assertThrows(FeedException.class,
                () -> new Episode("BRICK", EpisodeKind.CREEP, AlertSide.ACCUMULATION, 0, Times.MINUTE_NS, 0.5));
        assertThrows(FeedException.class, () -> new Episode("BRICK", EpisodeKind.CREEP, AlertSide.ACCUMULATION, 0, 0, 0.1));
        assertThrows(FeedException.class, () -> new Episode("BRICK", EpisodeKind.CREEP, AlertSide.NULL_VAL, 0, 1, 0.1));
    }

    private static Episode at(final String symbol, final int minute) {
        return new Episode(
                symbol, EpisodeKind.CREEP, AlertSide.ACCUMULATION, minute * Times.MINUTE_NS, 10 * Times.MINUTE_NS, 0.2);
    }
}
