package io.undercurrent.score.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A table of text: the first column to the left, the others to the right, each as wide as its widest cell. One thread. */
final class TextTable {
    private static final String GAP = "  ";

    private final List<List<String>> rows = new ArrayList<>();

    TextTable row(final String... cells) {
        rows.add(List.of(cells));
        return this;
    }

    TextTable row(final List<String> cells) {
        rows.add(List.copyOf(cells));
        return this;
    }

    void print(final Consumer<String> out) {
        final List<Integer> widths = new ArrayList<>();
        for (final List<String> row : rows) {
            for (int i = 0; i < row.size(); i++) {
                if (i == widths.size()) {
                    widths.add(0);
                }
                widths.set(i, Math.max(widths.get(i), row.get(i).length()));
            }
        }
        for (final List<String> row : rows) {
            final StringBuilder line = new StringBuilder();
            for (int i = 0; i < row.size(); i++) {
                final String space = " ".repeat(widths.get(i) - row.get(i).length());
                line.append(i == 0 ? "" : GAP).append(i == 0 ? row.get(i) + space : space + row.get(i));
            }
            out.accept(line.toString().stripTrailing());
        }
    }
}
