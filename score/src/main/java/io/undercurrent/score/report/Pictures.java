package io.undercurrent.score.report;

import io.undercurrent.codec.Times;
import io.undercurrent.engine.signal.AlertRules;
import io.undercurrent.score.DayPool;
import io.undercurrent.score.DayRun;
import io.undercurrent.score.Label;
import io.undercurrent.score.SimulatedDays;
import io.undercurrent.score.card.Scorecard;
import java.util.List;

/** Draws examples of a scorecard, which simulates their days once more. */
final class Pictures {
    private static final long MS_NS = 1_000_000L;

    private Pictures() {
    }

    /** @param rules those that raised the alarms */
    static List<Picture> of(final Scorecard card, final int count, final DayRun run, final AlertRules rules, final DayPool pool) {
        return pool.map(Examples.of(card.trained(), count), example -> draw(card, example, run, rules), done -> { });
    }

    private static Picture draw(final Scorecard card, final Example example, final DayRun run, final AlertRules rules) {
        final PictureRecorder recorder = new PictureRecorder(example, card.setup().rowMs() * MS_NS);
        final List<Label> labels = run.run(SimulatedDays.of(example.days(), example.seed(), 1,
                card.setup().minutes() * Times.MINUTE_NS).getFirst(), recorder);
        return recorder.picture(labels, rules);
    }
}
