package io.undercurrent.app;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What pictures are drawn with: eighths of a line. */
enum Glyphs {
    BLOCKS(" ▁▂▃▄▅▆▇█"),
    ASCII(" _.-=+*%#");

    private static final int EIGHTHS = 8;

    private final String eighths;

    Glyphs(final String eighths) {
        this.eighths = eighths;
    }

    /** Blocks, if the output is in a charset that has them. */
    static Glyphs ofOutput() {
        return "UTF-8".equalsIgnoreCase(System.getProperty("stdout.encoding", "")) ? BLOCKS : ASCII;
    }

    /**
     * Lines, the upper one first, with a column for each value; NaN is a gap.
     *
     * @param from what has no height; the highest value has all
     */
    List<String> columns(final double[] values, final double from, final int lines) {
        final double high = Arrays.stream(values).filter(value -> !Double.isNaN(value)).max().orElse(from);
        final List<String> drawn = new ArrayList<>();
        for (int line = lines - 1; line >= 0; line--) {
            final StringBuilder text = new StringBuilder();
            for (final double value : values) {
                text.append(eighths.charAt(Math.clamp(height(value - from, high - from, lines) - (long) line * EIGHTHS, 0, EIGHTHS)));
            }
            drawn.add(text.toString());
        }
        return drawn;
    }

    /** In eighths. What is not nothing is seen. */
    private static int height(final double value, final double whole, final int lines) {
        return !(value > 0) ? 0 : Math.max(1, (int) Math.round(value / whole * lines * EIGHTHS));
    }

    /** A bar of at most so many characters. */
    String bar(final long value, final long whole, final int width) {
        return String.valueOf(eighths.charAt(EIGHTHS)).repeat(value > 0 ? (int) Math.max(1, Math.round((double) value / whole * width)) : 0);
    }
}
