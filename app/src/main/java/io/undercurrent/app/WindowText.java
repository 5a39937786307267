package io.undercurrent.app;

import io.undercurrent.codec.Decimals;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** The newest rows and the book at their end as a small picture of text. One thread. */
final class WindowText {
    private static final int MAX_CELLS = 60;
    private static final int LABEL = 15;
    private static final int LEGEND = 25;
    private static final int PRICE_LINES = 4;
    private static final int MAX_BAR = 24;
    private static final int BOOK_TEXT = 50;
    private static final BookLevel NO_LEVEL = new BookLevel(0, 0);
    private static final double UNIT = Decimals.ONE;

    private final Output out;
    private final Glyphs glyphs;
    private final int width;

    /** @param width columns, at least 60 */
    WindowText(final Output out, final Glyphs glyphs, final int width) {
        this.out = out;
        this.glyphs = glyphs;
        this.width = width;
    }

    /** Cells of a picture that is so wide. */
    static int cells(final int width) {
        return Math.min(MAX_CELLS, width - LABEL - LEGEND);
    }

    void window(final List<WindowCell> cells) {
        draw("price", cells, cell -> cell.mid() == 0 ? Double.NaN : cell.mid() / UNIT, false, PRICE_LINES);
        draw("spread", cells, cell -> cell.spread() == 0 ? Double.NaN : cell.spread() / UNIT, true, 1);
        draw("bid depth", cells, cell -> cell.bidDepth() / UNIT, true, 1);
        draw("ask depth", cells, cell -> cell.askDepth() / UNIT, true, 1);
        draw("buy volume", cells, cell -> cell.buyVolume() / UNIT, true, 1);
        draw("sell volume", cells, cell -> cell.sellVolume() / UNIT, true, 1);
        draw("net log-odds", cells, WindowCell::net, false, 1);
    }

    /** @param fromZero heights are counted from 0, not from the lowest value */
    private void draw(
            final String label, final List<WindowCell> cells, final ToDoubleFunction<WindowCell> of, final boolean fromZero,
            final int lines) {
        final double[] values = cells.stream().mapToDouble(of).toArray();
        final List<Double> known = new ArrayList<>();
        for (final double value : values) {
            if (!Double.isNaN(value)) {
                known.add(value);
            }
        }
        if (known.isEmpty()) {
            out.println(row(label, "", "not known"));
            return;
        }
        final double low = known.stream().mapToDouble(value -> value).min().orElseThrow();
        final double high = known.stream().mapToDouble(value -> value).max().orElseThrow();
        // the lowest is seen too
        final double from = fromZero ? 0 : low - (high > low ? (high - low) / (8 * lines) : 1);
        final List<String> drawn = glyphs.columns(values, from, lines);
        final String legend = ExplanationText.number(low) + " to " + ExplanationText.number(high);
        for (int line = 0; line < lines; line++) {
            out.println(row(line == 0 ? label : "", drawn.get(line), line == lines - 1 ? legend : ""));
        }
    }

    private static String row(final String label, final String drawn, final String legend) {
        return String.format(Locale.ROOT, "  %-" + (LABEL - 2) + "s%s  %s", label, drawn, legend).stripTrailing();
    }

    void book(final List<BookLevel> bids, final List<BookLevel> asks) {
        long most = 0;
        for (final BookLevel level : bids) {
            most = Math.max(most, level.size());
        }
        for (final BookLevel level : asks) {
            most = Math.max(most, level.size());
        }
        final int bar = Math.min(MAX_BAR, (width - BOOK_TEXT) / 2);
        for (int level = 0; level < Math.max(bids.size(), asks.size()); level++) {
            final BookLevel bid = level < bids.size() ? bids.get(level) : NO_LEVEL;
            final BookLevel ask = level < asks.size() ? asks.get(level) : NO_LEVEL;
            out.println(String.format(Locale.ROOT, "  %10s %" + bar + "s %10s | %-10s %-" + bar + "s %s", size(bid),
                    glyphs.bar(bid.size(), most, bar), price(bid), price(ask), glyphs.bar(ask.size(), most, bar), size(ask)).stripTrailing());
        }
    }

    private static String size(final BookLevel level) {
        return level.size() == 0 ? "" : Decimals.format(level.size());
    }

    private static String price(final BookLevel level) {
        return level.size() == 0 ? "" : Decimals.format(level.price());
    }
}
