package io.undercurrent.app;

import io.undercurrent.signals.Explanation;
import io.undercurrent.signals.Feature;
import io.undercurrent.signals.Gate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** An explained alert for people. One thread. */
final class ExplanationText {
    private static final String SIDES = "%-12s %7s %9s %9s  %7s %9s %9s";
    private static final String FEATURE = "  %-34s %5s %9s %9s %9s %8s %6s %9s";
    private static final String GATE = "  %-33s %5s %9s  %-26s  %s";
    private static final long MS_NS = 1_000_000;
    /** Features of a signal, those that matter most. */
    private static final int SHOWN = 12;

    private final Output out;
    private final WindowText pictures;
    private final int cells;

    /** @param width columns, at least 60 */
    ExplanationText(final Output out, final Glyphs glyphs, final int width) {
        this.out = out;
        pictures = new WindowText(out, glyphs, width);
        cells = WindowText.cells(width);
    }

    void write(final AlertExplanation explanation) {
        final Alert alert = explanation.alert();
        print(String.format(Locale.ROOT, "Alert %d: %s, %s %s, %s, %s %s", alert.sequence(), alert.symbol(),
                AlertText.lower(alert.side()), alert.severity(), AlertText.pattern(alert.leading()), AlertText.lower(alert.phase()), AlertText.time(alert.timeNs())));
        print(String.format(Locale.ROOT, "Made again from events %,d to %,d, rows of %d ms, row %,d of its window:",
                explanation.firstSequence(), alert.asOfSequence(), explanation.rowMs(), alert.rowIndex() + 1));
        print("scores and evidence are the alert's, bit for bit.");
        evidence(explanation);
        explanation.signals().stream()
                .sorted(Comparator.comparingInt(signal -> signal.signal().ordinal() == alert.leading().ordinal() ? 0 : 1))
                .forEach(signal -> signal(signal, explanation.own().of(signal.signal())));
        final List<WindowCell> drawn = WindowCell.of(explanation.rows(), explanation.instrument(), cells);
        heading(String.format(Locale.ROOT, "The window, %s up to %s",
                Durations.text(explanation.rows().size() * (explanation.rowMs() * MS_NS)), AlertText.time(alert.windowEndNs())));
        pictures.window(drawn);
        heading("The book then");
        final WindowRow last = explanation.rows().getLast();
        pictures.book(BookLevel.bids(last, explanation.instrument()), BookLevel.asks(last, explanation.instrument()));
    }

    private void evidence(final AlertExplanation explanation) {
        final SideEvidence own = explanation.own();
        final SideEvidence other = explanation.other();
        heading(String.format(Locale.ROOT, "%-12s %27s  %27s", "Evidence", AlertText.lower(own.side()),
                AlertText.lower(other.side())));
        print(String.format(Locale.ROOT, SIDES, "", "score", "averaged", "log-odds", "score", "averaged", "log-odds"));
        for (final SideEvidence.Of of : own.signals()) {
            final SideEvidence.Of opposite = other.of(of.signal());
            print(String.format(Locale.ROOT, SIDES, AlertText.lower(of.signal()), number(of.score()), number(of.averaged()),
                    signed(of.logOdds()), number(opposite.score()), number(opposite.averaged()), signed(opposite.logOdds())));
        }
        print(String.format(Locale.ROOT, "%-12s %27s  %27s", "composite", signed(own.composite()), signed(other.composite())));
        print(String.format(Locale.ROOT, "%-12s %27s  %27s", "net", signed(own.net()), signed(other.net())));
        print(String.format(Locale.ROOT, "threshold %s, %s; cleared below %s; coverage %.0f%%", signed(explanation.rules().threshold()),
                explanation.aboveSinceNs() == 0 ? "not exceeded"
                        : "exceeded since " + AlertText.time(explanation.aboveSinceNs()), signed(explanation.rules().clearBelow()),
                100 * explanation.alert().coverage()));
    }

    private void signal(final Explanation signal, final SideEvidence.Of evidence) {
        heading(AlertText.lower(signal.signal()) + (Float.isNaN(signal.score()) ? ": not available" : ": score " + number(signal.score())
                + ", averaged " + number(evidence.averaged()) + ", log-odds " + signed(evidence.logOdds())));
        print(String.format(Locale.ROOT, FEATURE, "feature", "rows", "value", "median", "scale", "z", "points", "evidence"));
        final List<Feature> features = signal.features().stream()
                .sorted(Comparator.comparingDouble(feature -> -Math.abs(feature.evidence()))).toList();
        features.stream().limit(SHOWN).forEach(feature -> print(String.format(Locale.ROOT, FEATURE, feature.name(), feature.rows(),
                number(feature.value()), number(feature.median()), number(feature.scale()), signed(feature.z()), feature.points(),
                signed(feature.evidence()))));
        print(String.format(Locale.ROOT, "  %d more change the evidence by less; with all of them as usual it would be %s",
                features.size() - SHOWN, signed(signal.usual())));
        print(String.format(Locale.ROOT, GATE, "gate", "rows", "value", "needs", "passes"));
        for (final Gate gate : signal.gates()) {
            print(String.format(Locale.ROOT, GATE, gate.name(), gate.rows() == 0 ? "" : gate.rows(), number(gate.value()), gate.needs(),
                    gate.passes() == 0 ? "BLOCKS" : gate.passes() == 1 ? "holds" : number(gate.passes())));
        }
    }

    private void heading(final String text) {
        out.println("");
        print(text);
    }

    private void print(final String text) {
        out.println(text.stripTrailing());
    }

    /** With as many digits as matter. */
    static String number(final double value) {
        return Double.isNaN(value) ? "-"
                : String.format(Locale.ROOT, Math.abs(value) >= 1_000 ? "%,.0f" : Math.abs(value) >= 10 ? "%.2f" : "%.3f", value);
    }

    /** With its sign. */
    static String signed(final double value) {
        return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%+.3f", value);
    }
}
