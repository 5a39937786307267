package io.undercurrent.score.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.undercurrent.codec.Times;
import io.undercurrent.engine.config.Config;
import io.undercurrent.engine.config.Setting;
import io.undercurrent.feeds.sim.SimulatorOptions;
import io.undercurrent.score.DayKind;
import io.undercurrent.score.DayRun;
import io.undercurrent.score.Label;
import io.undercurrent.score.LabelledDay;
import io.undercurrent.score.SimulatedDays;
import io.undercurrent.score.SymbolDay;
import io.undercurrent.score.card.HandMadeCard;
import io.undercurrent.score.card.Scorecard;
import io.undercurrent.signals.Signal;
import io.undercurrent.signals.SignalSide;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class PictureTest {
    private static final Config CONFIG = Config.defaults().with(Setting.ALERTS_THRESHOLD, "-6").with(Setting.ALERTS_CLEAR, "-6.3")
            .with(Setting.ALERTS_WARM_UP_MS, "1200000").with(Setting.SIGNALS_BACKEND, "cpu");
    private static final String SYMBOL = "BRICK";

    private static LabelledDay day() {
        final SimulatorOptions all = SimulatorOptions.planted(3, Times.HOUR_NS, SimulatorOptions.STRONG);
        return SimulatedDays.of(DayKind.PLANTED, new SimulatorOptions(3, all.day(), all.sessionNs(),
                all.instruments().stream().filter(of -> of.symbol().equals(SYMBOL)).toList(),
                all.episodes().stream().filter(of -> of.symbol().equals(SYMBOL)).toList()));
    }

    @Test
    void aPictureShowsTheStretchWithBookScoresTruthAndTheAlarmsOfTheRules() {
        final DayRun run = new DayRun(CONFIG);
        final SymbolDay scored = run.score(day(), 0).getFirst();
        final Label label = scored.labels().getFirst();
        final long fromNs = label.startNs() - 15 * Times.MINUTE_NS;
        final PictureRecorder recorder = new PictureRecorder(new Example(Example.Category.FOUND, "", DayKind.PLANTED, 3, SYMBOL,
                SignalSide.ACCUMULATION, fromNs, label.endNs()), Times.SECOND_NS);

        final Picture picture = recorder.picture(run.run(day(), recorder), run.rules());

        final int columns = picture.times().size();
        assertTrue(columns > 100 && columns <= 240, "columns " + columns);
        assertEquals(columns, picture.bid().size());
        assertEquals(columns, picture.net().size());
        picture.signals().values().forEach(scores -> assertEquals(columns, scores.size()));
        assertEquals(Signal.COUNT, picture.signals().size());
        for (int i = 0; i < columns; i++) {
            assertTrue(picture.bid().get(i) < picture.ask().get(i), "bid below ask");
            assertTrue(picture.bid().get(i) > 10 && picture.ask().get(i) < 20, "a price of BRICK");
        }
        assertEquals(List.of(new Picture.Span(label.kind().name().toLowerCase(Locale.ROOT).replace('_', ' '), "accumulation", true,
                (label.startNs() % Times.DAY_NS) / Times.SECOND_NS, (label.endNs() % Times.DAY_NS) / Times.SECOND_NS, label.participation())), picture.truth());
        assertEquals(scored.tape().alarms(run.rules()).stream().filter(alarm -> alarm.timeNs() > fromNs && alarm.timeNs() <= label.endNs())
                .map(alarm -> (alarm.timeNs() % Times.DAY_NS) / Times.SECOND_NS).toList(), picture.alarms().stream().map(Picture.Mark::time).toList());
        assertTrue(!picture.alarms().isEmpty(), "no alarms to draw");
    }

    @Test
    void bookCellsHoldBidsAsPositiveAndOffersAsNegativeSizes() {
        final BookCells book = new BookCells();
        book.column(level -> level < 2 ? 100 - level : 0, level -> 10 + level, level -> level < 1 ? 102 : 0, level -> 7);
        book.column(level -> 0, level -> 0, level -> level < 1 ? 103 : 0, level -> 8);

        assertEquals(99, book.lowest());
        assertEquals(1, book.cellTicks());
        assertEquals(List.of(0, 0, 11, 0, 1, 10, 0, 3, -7, 1, 4, -8), book.cells());
        assertEquals(List.of(1.0, Double.NaN), book.best(SignalSide.ACCUMULATION, 0.01));
    }

    @Test
    void manyPricesShareACell() {
        final BookCells book = new BookCells();
        book.column(level -> level < 2 ? 1000 - level : 0, level -> 5, level -> level < 1 ? 1300 : 0, level -> 7);

        assertEquals(4, book.cellTicks());
        assertEquals(List.of(0, 0, 10, 0, 75, -7), book.cells());
    }

    @Test
    void examplesAreFoundMissedAndFalseAlarmsOneOfAKindAfterTheOther() {
        final Scorecard card = HandMadeCard.score();

        final List<Example> examples = Examples.of(card.configured(), 2);

        assertEquals(List.of("FOUND absorption", "FOUND creep", "MISSED creep", "MISSED absorption", "FALSE_ALARM absorption-like", "FALSE_ALARM sinkhole-like"),
                examples.stream().map(example -> example.category() + " " + example.title().replaceAll("[ ,].*", "")).toList());
        assertEquals(List.of(), Examples.of(card.configured(), 0));
    }
}
