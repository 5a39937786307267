package io.undercurrent.bench.campaign;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/**
 * Named counts of one or many rounds; names that begin with {@value #LONGEST} hold nanoseconds of which the most counts, the others add up.
 * One thread.
 */
final class Tally {
    static final String LONGEST = "longest ";
    static final String ROUNDS = "rounds";
    static final String ACKNOWLEDGED = "acknowledged";
    static final String RECOVERED = "recovered";
    static final String LOST = "lost";
    static final String WRONG = "delivered but wrong";
    static final String INVISIBLE = "invisible after recovery";
    static final String RECOVERY = LONGEST + "recovery, ms";

    private static final String SEPARATOR = "\t";

    private final SequencedMap<String, Long> counts = new LinkedHashMap<>();

    Tally() {
        for (final String name : new String[] {ROUNDS, ACKNOWLEDGED, RECOVERED, LOST, WRONG, INVISIBLE, RECOVERY}) {
            counts.put(name, 0L);
        }
    }

    void add(final String name, final long value) {
        counts.merge(name, value, name.startsWith(LONGEST) ? Long::max : Long::sum);
    }

    void add(final Tally other) {
        other.counts.forEach(this::add);
    }

    long get(final String name) {
        return counts.getOrDefault(name, 0L);
    }

    Iterable<String> names() {
        return counts.keySet();
    }

    /** One line, for {@link #parse}. */
    String line() {
        final StringBuilder line = new StringBuilder();
        for (final Map.Entry<String, Long> entry : counts.entrySet()) {
            line.append(entry.getKey()).append('=').append(entry.getValue()).append(SEPARATOR);
        }
        return line.toString();
    }

    static Tally parse(final String line) {
        final Tally tally = new Tally();
        for (final String field : line.split(SEPARATOR, -1)) {
            final int equals = field.lastIndexOf('=');
            if (equals > 0) {
                tally.add(field.substring(0, equals), Long.parseLong(field.substring(equals + 1)));
            }
        }
        return tally;
    }
}
