package io.undercurrent.score.report;

import io.undercurrent.codec.Times;
import io.undercurrent.engine.row.Instrument;
import io.undercurrent.engine.signal.AlertRules;
import io.undercurrent.engine.signal.MarketSweep;
import io.undercurrent.engine.signal.SweepListener;
import io.undercurrent.score.Alarm;
import io.undercurrent.score.Label;
import io.undercurrent.score.Tape;
import io.undercurrent.signals.Composite;
import io.undercurrent.signals.RowLayout;
import io.undercurrent.signals.Signal;
import io.undercurrent.signals.SignalResults;
import io.undercurrent.signals.SignalSide;
import io.undercurrent.signals.Sweep;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Keeps what is needed to draw an example while its day goes by. One thread. */
final class PictureRecorder implements SweepListener {
    private static final int MOST_COLUMNS = 240;
    private static final double ONE = 1e9;

    private final Example example;
    private final Tape tape;
    private final long stepNs;
    private final BookCells book = new BookCells();
    private final List<Long> times = new ArrayList<>();
    private final Map<Signal, List<Float>> signals = new EnumMap<>(Signal.class);
    private final List<Float> net = new ArrayList<>();
    private final List<Float> otherNet = new ArrayList<>();
    private double tick = 1;

    /** @param rowNs length of a row */
    PictureRecorder(final Example example, final long rowNs) {
        this.example = example;
        tape = new Tape(rowNs);
        stepNs = Math.ceilDiv(example.toNs() - example.fromNs(), MOST_COLUMNS * rowNs) * rowNs;
        for (final Signal signal : Signal.values()) {
            signals.put(signal, new ArrayList<>());
        }
    }

    @Override
    public void onRow(
            final MarketSweep sweep, final int i, final long rowIndex, final SignalResults results, final Composite composite) {
        final Instrument instrument = sweep.instrument(i);
        if (!instrument.symbol().equals(example.symbol())) {
            return;
        }
        final Sweep rows = sweep.rows();
        tape.add(rows.closeNs(), rowIndex, composite.netLogOdds(SignalSide.ACCUMULATION), composite.leading(SignalSide.ACCUMULATION),
                composite.netLogOdds(SignalSide.DISTRIBUTION), composite.leading(SignalSide.DISTRIBUTION));
        if (rows.closeNs() <= example.fromNs() || rows.closeNs() > example.toNs() || rows.closeNs() % stepNs != 0) {
            return;
        }
        tick = instrument.priceIncrement() / ONE;
        times.add(seconds(rows.closeNs()));
        book.column(level -> rows.value(i, RowLayout.BID_PRICE + level), level -> rows.value(i, RowLayout.BID_SIZE + level),
                level -> rows.value(i, RowLayout.ASK_PRICE + level), level -> rows.value(i, RowLayout.ASK_SIZE + level));
        signals.forEach((signal, values) -> values.add(composite.smoothed(example.side(), signal)));
        net.add(composite.netLogOdds(example.side()));
        otherNet.add(composite.netLogOdds(other()));
    }

    private SignalSide other() {
        return example.side() == SignalSide.ACCUMULATION ? SignalSide.DISTRIBUTION : SignalSide.ACCUMULATION;
    }

    private static long seconds(final long timeNs) {
        return Math.floorMod(timeNs, Times.DAY_NS) / Times.SECOND_NS;
    }

    Picture picture(final List<Label> labels, final AlertRules rules) {
        final List<Picture.Span> truth = labels.stream().filter(label -> label.symbol().equals(example.symbol())
                && label.startNs() < example.toNs() && label.endNs() > example.fromNs()).map(PictureRecorder::span).toList();
        final List<Picture.Mark> alarms = tape.alarms(rules).stream().filter(alarm -> alarm.timeNs() > example.fromNs()
                && alarm.timeNs() <= example.toNs()).map(PictureRecorder::mark).toList();
        return new Picture(example.category(), example.title(), example.symbol(), example.seed(), lower(example.side()), times,
                book.best(SignalSide.ACCUMULATION, tick), book.best(SignalSide.DISTRIBUTION, tick), book.lowest() * tick,
                book.cellTicks() * tick, book.cells(), signals, net, otherNet, truth, alarms);
    }

    private static Picture.Span span(final Label label) {
        return new Picture.Span(Figures.words(label.kind().name()), lower(label.side()), label.isProgramme(), seconds(label.startNs()),
                seconds(label.endNs()), label.participation());
    }

    private static Picture.Mark mark(final Alarm alarm) {
        return new Picture.Mark(seconds(alarm.timeNs()), lower(alarm.side()), Figures.words(alarm.leading().name()));
    }

    private static String lower(final SignalSide side) {
        return side.name().toLowerCase(Locale.ROOT);
    }
}
