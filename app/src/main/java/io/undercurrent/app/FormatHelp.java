package io.undercurrent.app;

import java.util.ArrayList;
import java.util.List;

/** A format and its line of help, wrapped to the width of the help. */
final class FormatHelp {
    private static final int INDENT = 12;

    private FormatHelp() {
    }

    static List<String> lines(final String name, final String help) {
        final List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder(String.format("  %-10s", name));
        for (final String word : help.split(" ", -1)) {
            if (line.length() + 1 + word.length() >= Undercurrent.HELP_WIDTH) {
                lines.add(line.toString());
                line = new StringBuilder(" ".repeat(INDENT));
            }
            line.append(' ').append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
