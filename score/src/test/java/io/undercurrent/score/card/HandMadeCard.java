package io.undercurrent.score.card;

import io.undercurrent.engine.signal.AlertRules;
import io.undercurrent.feeds.sim.EpisodeKind;
import io.undercurrent.score.DayKind;
import io.undercurrent.score.HandMadeDay;
import io.undercurrent.score.SymbolDay;
import io.undercurrent.score.TickRegime;
import io.undercurrent.signals.Signal;
import io.undercurrent.signals.SignalSide;
import java.util.List;

/** A scorecard of days written by hand. Rows are ten seconds long. */
public final class HandMadeCard {
    private static final long SECOND = 1_000_000_000L;
    private static final SignalSide BUYING = SignalSide.ACCUMULATION;
    private static final SignalSide SELLING = SignalSide.DISTRIBUTION;
    private static final int ROWS = 1_000;
    /** Above 1, cleared below -2; at once warm, raised by the first row, quiet for 5 minutes. */
    private static final AlertRules RULES = new AlertRules(1f, -2f, 0, 10 * SECOND, 300 * SECOND, 2f, 3f, 4f);
    private static final Setup SETUP = new Setup(60, 1, 2, 2, 1, 100, 1, 0.5, 10_000, "none", 50);

    private HandMadeCard() {
    }

    private static HandMadeDay day(final DayKind kind, final int number, final TickRegime ticks) {
        return new HandMadeDay(kind, number, ticks, ROWS);
    }

    /** Found after 20 rows of 100, one alarm of the wrong side, a spoof that fools it twice, a stray alarm. */
    private static SymbolDay first() {
        return day(DayKind.PLANTED, 0, TickRegime.ONE_TICK).ledBy(Signal.SINKHOLE)
                .planted(EpisodeKind.ABSORPTION, BUYING, 100, 200, 0.15).shows(BUYING, 119, 200, 3).shows(SELLING, 150, 160, 2)
                .planted(EpisodeKind.SPOOF, BUYING, 300, 400, 0).shows(BUYING, 310, 312, 2).shows(SELLING, 403, 405, 2)
                .shows(BUYING, 600, 610, 2).make();
    }

    /** A short one missed, a selling one found in its 60th row of 120, an alarm just before a programme that goes on into it. */
    private static SymbolDay second() {
        return day(DayKind.PLANTED, 1, TickRegime.WIDER).ledBy(Signal.CREEP)
                .planted(EpisodeKind.ABSORPTION, BUYING, 100, 150, 0.03)
                .planted(EpisodeKind.CREEP, SELLING, 300, 420, 0.07).shows(SELLING, 359, 400, 2)
                .planted(EpisodeKind.CREEP, BUYING, 600, 700, 0.12).shows(BUYING, 595, 650, 2).make();
    }

    /** Two alarms: what comes between them is in the cooldown of the first. */
    private static SymbolDay clean() {
        return day(DayKind.CLEAN, 0, TickRegime.ONE_TICK).shows(BUYING, 100, 110, 2).shows(BUYING, 120, 130, 2)
                .shows(BUYING, 200, 210, 2).make();
    }

    private static SymbolDay quiet() {
        return day(DayKind.CLEAN, 1, TickRegime.WIDER).make();
    }

    private static SymbolDay troubled() {
        return day(DayKind.TROUBLED, 0, TickRegime.WIDER).planted(EpisodeKind.CROSSED, BUYING, 90, 120, 0)
                .shows(SELLING, 100, 110, 2).shows(BUYING, 300, 310, 2).make();
    }

    private static SymbolDay training() {
        return day(DayKind.CLEAN, 0, TickRegime.WIDER).shows(BUYING, 100, 110, 1.5f).shows(BUYING, 400, 410, 2.5f).make();
    }

    /** Scores them anew. */
    public static Scorecard score() {
        return new Scoring(SETUP, RULES, HandMadeDay.QUIET)
                .score(List.of(first(), second(), clean(), quiet(), troubled()), List.of(training(), training()));
    }
}
