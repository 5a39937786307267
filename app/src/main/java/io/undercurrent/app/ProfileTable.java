package io.undercurrent.app;

import io.undercurrent.feeds.profile.Fact;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Stylised facts for people: a row a fact, a column an instrument. */
final class ProfileTable {
    private static final int LABEL = 46;
    private static final int CELL = 9;

    private final Output out;

    ProfileTable(final Output out) {
        this.out = out;
    }

    void write(final List<ProfileCommand.Measured> measured) {
        final StringBuilder line = new StringBuilder(pad("", LABEL));
        measured.forEach(one -> cell(line, one.symbol().length() < CELL ? one.symbol() : one.symbol().substring(0, CELL - 1)));
        out.println(line);
        final Map<String, Fact> rows = new LinkedHashMap<>();
        measured.forEach(one -> one.facts().forEach(fact -> rows.putIfAbsent(key(fact), fact)));
        String group = "";
        for (final Map.Entry<String, Fact> row : rows.entrySet()) {
            final Fact fact = row.getValue();
            if (!fact.group().equals(group)) {
                group = fact.group();
                out.println(group);
            }
            line.setLength(0);
            line.append(pad("  " + fact.name() + (fact.unit().isEmpty() ? "" : ", " + fact.unit()), LABEL));
            for (final ProfileCommand.Measured one : measured) {
                cell(line, text(one.facts().stream().filter(other -> key(other).equals(row.getKey())).mapToDouble(Fact::value).findFirst()
                        .orElse(Double.NaN)));
            }
            out.println(line.toString().stripTrailing());
        }
    }

    private static String key(final Fact fact) {
        return fact.group() + '/' + fact.name() + '/' + fact.unit();
    }

    private static void cell(final StringBuilder line, final String text) {
        line.append(" ".repeat(Math.max(1, CELL - text.length()))).append(text);
    }

    private static String pad(final String text, final int width) {
        return text + " ".repeat(Math.max(1, width - text.length()));
    }

    /** Three figures or so; nothing for what is not known. */
    private static String text(final double value) {
        if (!Double.isFinite(value)) {
            return "";
        }
        final double size = Math.abs(value);
        final int decimals = size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3;
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }
}
