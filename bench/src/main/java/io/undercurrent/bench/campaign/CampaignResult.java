package io.undercurrent.bench.campaign;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.LinkedHashMap;
import java.util.SequencedSet;
import java.util.LinkedHashSet;

/** What the rounds of one campaign have come to. One thread. */
final class CampaignResult {
    private static final double NS_PER_MS = 1e6;

    private final CampaignName name;
    private final SequencedMap<String, Tally> arms = new LinkedHashMap<>();
    private final List<String> failures = new ArrayList<>();

    CampaignResult(final CampaignName name) {
        this.name = name;
    }

    void add(final String arm, final Tally tally) {
        arms.computeIfAbsent(arm, _ -> new Tally()).add(tally);
    }

    void fail(final String what) {
        failures.add(what);
    }

    CampaignName name() {
        return name;
    }

    List<String> failures() {
        return failures;
    }

    Tally arm(final String arm) {
        return arms.getOrDefault(arm, new Tally());
    }

    Tally total() {
        final Tally total = new Tally();
        arms.values().forEach(total::add);
        return total;
    }

    /** A Markdown table: a line for each arm and, if there are several, one for all. */
    String table() {
        final SequencedSet<String> columns = new LinkedHashSet<>();
        total().names().forEach(columns::add);
        final StringBuilder table = new StringBuilder("| |");
        columns.forEach(column -> table.append(' ').append(column).append(" |"));
        table.append("\n|---|").append("---|".repeat(columns.size())).append('\n');
        arms.forEach((arm, tally) -> line(table, arm, tally, columns));
        if (arms.size() > 1) {
            line(table, "all", total(), columns);
        }
        return table.toString();
    }

    private static void line(final StringBuilder table, final String arm, final Tally tally, final SequencedSet<String> columns) {
        table.append("| ").append(arm).append(" |");
        for (final String column : columns) {
            final long value = tally.get(column);
            table.append(column.startsWith(Tally.LONGEST) ? String.format(Locale.ROOT, " %,.1f |", value / NS_PER_MS)
                    : String.format(Locale.ROOT, " %,d |", value));
        }
        table.append('\n');
    }
}
