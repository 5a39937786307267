package io.undercurrent.app;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;

/**
 * What became of a run of the engine.
 *
 * @param rejects inputs kept away from the books, by reason; only what happened
 * @param anomalies events that a book could not take as they were, by reason; only what happened
 * @param notable what else is worth knowing of books and rows; only what happened
 * @param passedOver good input that says nothing of books, trades or status, or is of another symbol, by the source's name for it
 * @param gaps times the source said or showed that it lost events
 * @param raised alerts raised, {@code cleared} those that ended
 * @param firstNs time of the first event that has one; 0: none has
 * @param lastNs the latest time
 * @param stopped whether a signal ended it before the source did
 */
record RunSummary(
        String source, Path journal, RunBackend backend, long events, Map<String, Long> rejects, Map<String, Long> anomalies,
        Map<String, Long> notable, Map<String, Long> passedOver, long badTimes, long gaps, long instruments, long rows, long raised, long cleared, long firstNs,
        long lastNs, double seconds, boolean stopped) {
    RunSummary {
        rejects = Map.copyOf(rejects);
        anomalies = Map.copyOf(anomalies);
        notable = Map.copyOf(notable);
        passedOver = Map.copyOf(passedOver);
    }

    long eventsPerSecond() {
        return seconds > 0 ? Math.round(events / seconds) : 0;
    }

    void writeText(final Output out) {
        line(out, "events", String.format(Locale.ROOT, "%,d in %.1f s, %,d a second (%s)", events, seconds,
                eventsPerSecond(), source));
        line(out, "event time", lastNs <= 0 ? "none"
                : AlertText.time(firstNs) + " to " + AlertText.time(lastNs) + ", " + Durations.text(lastNs - firstNs));
        line(out, "rejected input", counts(rejects));
        line(out, "book anomalies", counts(anomalies));
        line(out, "time went back", count(badTimes));
        line(out, "gaps", count(gaps));
        if (!notable.isEmpty()) {
            line(out, "also", counts(notable));
        }
        if (!passedOver.isEmpty()) {
            line(out, "passed over", counts(passedOver));
        }
        backend.writeText(out);
        line(out, "rows", String.format(Locale.ROOT, "%,d of %,d instruments", rows, instruments));
        line(out, "alerts", String.format(Locale.ROOT, "%,d raised, %,d cleared", raised, cleared));
        line(out, "journal", journal.toString());
        if (stopped) {
            line(out, "stopped", "by a signal, before the end of the source; what was taken in is journalled and evaluated");
        }
    }

    static void line(final Output out, final String name, final String value) {
        out.println(String.format(Locale.ROOT, "%-16s%s", name, value));
    }

    private static String count(final long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    /** The sum, then each by name, most first: {@code 3: 2 UNKNOWN_ORDER, 1 BAD_SIZE}; 0 where there are none. */
    static String counts(final Map<String, Long> byName) {
        if (byName.isEmpty()) {
            return "0";
        }
        final long sum = byName.values().stream().mapToLong(Long::longValue).sum();
        final StringJoiner parts = new StringJoiner(", ", count(sum) + ": ", "");
        byName.entrySet().stream().sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .forEach(entry -> parts.add(count(entry.getValue()) + " " + entry.getKey()));
        return parts.toString();
    }

    /** Within the object that is open. */
    void writeJson(final Json json) {
        json.text("source", source);
        backend.writeJson(json);
        json.text("journal", journal.toString()).number("events", events)
                .number("seconds", seconds).number("eventsPerSecond", eventsPerSecond());
        if (lastNs > 0) {
            json.time("firstEventTime", firstNs).time("lastEventTime", lastNs);
        } else {
            json.nothing("firstEventTime").nothing("lastEventTime");
        }
        counts(json, "rejects", rejects);
        counts(json, "bookAnomalies", anomalies);
        counts(json, "notable", notable);
        counts(json, "passedOver", passedOver);
        json.number("badTimes", badTimes).number("gaps", gaps).number("instruments", instruments).number("rows", rows)
                .number("alertsRaised", raised).number("alertsCleared", cleared).flag("stopped", stopped);
    }

    private static void counts(final Json json, final String name, final Map<String, Long> byName) {
        json.beginObject(name);
        byName.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(entry -> json.number(entry.getKey(), entry.getValue()));
        json.endObject();
    }
}
