package io.undercurrent.score.card;

import io.undercurrent.codec.Times;
import io.undercurrent.engine.signal.AlertRules;
import io.undercurrent.score.DayKind;
import io.undercurrent.score.DayPool;
import io.undercurrent.score.DayProgress;
import io.undercurrent.score.DayRun;
import io.undercurrent.score.LabelledDay;
import io.undercurrent.score.SimulatedDays;
import io.undercurrent.score.SymbolDay;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Simulates the days of a setup and scores them: all that the command does before it prints. */
public final class ScoreRun {
    private final DayRun run;
    private final DayPool pool;
    private final DayProgress progress;

    public ScoreRun(final DayRun run, final DayPool pool, final DayProgress progress) {
        this.run = run;
        this.pool = pool;
        this.progress = progress;
    }

    /** @param rules the configured ones */
    public Scorecard score(final Setup setup, final AlertRules rules) {
        final long sessionNs = setup.minutes() * Times.MINUTE_NS;
        final List<LabelledDay> days = new ArrayList<>();
        days.addAll(SimulatedDays.of(DayKind.PLANTED, setup.seed(), setup.days(), sessionNs));
        days.addAll(SimulatedDays.of(DayKind.CLEAN, setup.seed(), setup.cleanDays(), sessionNs));
        days.addAll(SimulatedDays.of(DayKind.TROUBLED, setup.seed(), setup.troubledDays(), sessionNs));
        final int scored = days.size();
        days.addAll(SimulatedDays.of(DayKind.CLEAN, setup.trainSeed(), setup.trainDays(), sessionNs));
        final List<List<SymbolDay>> all = run(days);
        return new Scoring(setup, rules, run.quiet()).score(
                all.subList(0, scored).stream().flatMap(List::stream).toList(),
                all.subList(scored, all.size()).stream().flatMap(List::stream).toList());
    }

    /** What is scored of each day, in the same order; days of each kind are numbered from 0. */
    public List<List<SymbolDay>> run(final List<LabelledDay> days) {
        final List<Numbered> numbered = new ArrayList<>();
        final Map<DayKind, Integer> next = new HashMap<>();
        days.forEach(day -> numbered.add(new Numbered(day, next.merge(day.kind(), 1, Integer::sum) - 1)));
        return pool.map(numbered, day -> run.score(day.day(), day.number()), done -> progress.days(done, days.size()));
    }

    private record Numbered(LabelledDay day, int number) {
    }
}
