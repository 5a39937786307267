package io.undercurrent.engine.config;

import io.undercurrent.signals.FittedConstants;
import java.math.BigDecimal;
import java.util.List;

/**
 * Every key of the configuration: its place in the YAML file, its default, its range, and what it is. Keys are checked when the
 * configuration is read, never later.
 */
public enum Setting {
    JOURNAL_DIR("journal.dir", Kind.TEXT, "data/journal", 1, 4096, "folder of the events and alerts journals and the counters"),
    JOURNAL_BATCH_BYTES("journal.batchBytes", Kind.INTEGER, "65536", 256, 65_536,
            "most bytes of events in one excerpt"),
    JOURNAL_SEGMENT_BYTES("journal.segmentBytes", Kind.INTEGER, "1073741824", 1 << 20, 1L << 40,
            "a segment file is closed and the next begun past this size"),
    JOURNAL_DURABILITY("journal.durability", Kind.CHOICE, "interval", "appended, interval, batch",
            "when an event counts as acknowledged, which alerts wait for: once appended (outlives the process), once forced to the disk at "
                    + "an interval, or each batch forced by itself (outlive a power cut)"),
    JOURNAL_FORCE_INTERVAL_MS("journal.forceIntervalMs", Kind.INTEGER, "10", 1, 10_000, "durability interval: time between two forces"),
    JOURNAL_AHEAD_BYTES("journal.aheadBytes", Kind.INTEGER, "16777216", 0, 1L << 30,
            "disk space reserved and memory touched ahead of the writer; 0: none, and a full disk can end the process"),
    JOURNAL_MIN_FREE_BYTES("journal.minFreeBytes", Kind.INTEGER, "268435456", 0, 1L << 50,
            "with less free disk space than this the engine does not start, and intake pauses"),
    JOURNAL_MIN_FREE_MINUTES("journal.minFreeMinutes", Kind.INTEGER, "0", 0, 10_080,
            "intake pauses when the disk would be full sooner than this at the present rate; 0: never"),
    JOURNAL_KEEP_DAYS("journal.keepDays", Kind.INTEGER, "0", 0, 36_500,
            "at its start the engine removes runs that ended longer ago and that no registered tailer needs; 0: never"),
    JOURNAL_KEEP_BYTES("journal.keepBytes", Kind.INTEGER, "0", 0, 1L << 50,
            "at its start the engine removes the oldest runs of a stream that holds more, as far as no registered tailer needs them; 0: never"),
    RING_SLOTS("ring.slots", Kind.POWER_OF_TWO, "65536", 64, 1 << 22, "slots of 256 bytes between the feed and the handlers"),
    RING_WAIT("ring.wait", Kind.CHOICE, "auto", "auto, sleeping, yielding, spinning",
            "how handlers wait; auto: sleeping on few processors, else yielding"),
    ROWS_INTERVAL_MS("rows.intervalMs", Kind.INTEGER, "1000", 100, 60_000, "length of a row in event time"),
    ROWS_QUIET_LIMIT_MS("rows.quietLimitMs", Kind.INTEGER, "600000", 60_000, 86_400_000,
            "a jump of event time over this closes no rows and begins all windows again"),
    SIGNALS_BACKEND("signals.backend", Kind.CHOICE, "auto", "auto, cpu, cuda, reference",
            "what computes the signals, always with the same result; auto: cuda if it can be used and is worth it, else cpu"),
    SIGNALS_CUDA_FROM_INSTRUMENTS("signals.cudaFromInstruments", Kind.INTEGER, "64", 1, 65_536,
            "auto takes cuda when signals.maxInstruments is at least this; a guess, not measured on a GPU yet"),
    SIGNALS_CUDA_DEADLINE_MS("signals.cudaDeadlineMs", Kind.INTEGER, "500", 1, 60_000,
            "a GPU that takes longer for a launch is given up; the CPU goes on"),
    SIGNALS_CUDA_BUFFERS("signals.cudaBuffers", Kind.INTEGER, "4", 2, 64, "launches that can be filled or under way at a time"),
    SIGNALS_MAX_INSTRUMENTS("signals.maxInstruments", Kind.INTEGER, "1024", 1, 65_536,
            "most instruments with windows; further ones have books but no signals, and are counted"),
    SIGNALS_SWEEP_BUFFERS("signals.sweepBuffers", Kind.INTEGER, "0", 0, 4096,
            "sweeps that can wait for the signals, 300 bytes an instrument each; 0: up to 64, as far as 64 MiB go"),
    SIGNALS_OVERLOAD("signals.overload", Kind.CHOICE, "auto", "auto, wait, catch-up",
            "when the signals are behind: the feed waits, or the books catch up from the journal; auto: wait where a replay has no pace"),
    ALERTS_THRESHOLD("alerts.thresholdLogOdds", Kind.DECIMAL, text(FittedConstants.standard().threshold()), -100, 100,
            "net log-odds (one side's evidence less the other's) above which an alert is raised"),
    ALERTS_CLEAR("alerts.clearLogOdds", Kind.DECIMAL, text(FittedConstants.standard().clearBelow()), -100, 100,
            "net log-odds below which it ends: half-way down to what quiet shows"),
    ALERTS_WARM_UP_MS("alerts.warmUpMs", Kind.INTEGER, "2400000", 0, 86_400_000,
            "a window younger than this raises nothing: its baselines rest on too little"),
    ALERTS_HOLD_MS("alerts.holdMs", Kind.INTEGER, "10000", 0, 3_600_000, "how long the threshold must be exceeded, in event time"),
    ALERTS_COOLDOWN_MS("alerts.cooldownMs", Kind.INTEGER, "300000", 0, 86_400_000,
            "how long after clearing nothing is raised for the same instrument and side"),
    ALERTS_WARNING("alerts.warningLogOdds", Kind.DECIMAL, text(FittedConstants.standard().warning()), -100, 100,
            "net log-odds of severity WARNING"),
    ALERTS_CRITICAL("alerts.criticalLogOdds", Kind.DECIMAL, text(FittedConstants.standard().critical()), -100, 100,
            "net log-odds of severity CRITICAL"),
    ALERTS_URGENT("alerts.urgentLogOdds", Kind.DECIMAL, text(FittedConstants.standard().urgent()), -100, 100,
            "net log-odds of severity URGENT");

    /** How a value is read. */
    public enum Kind { TEXT, INTEGER, POWER_OF_TWO, DECIMAL, CHOICE }

    private final String key;
    private final Kind kind;
    private final String defaultValue;
    private final long min;
    private final long max;
    private final String choices;
    private final String meaning;

    Setting(final String key, final Kind kind, final String defaultValue, final long min, final long max, final String meaning) {
        this(key, kind, defaultValue, min, max, "", meaning);
    }

    Setting(final String key, final Kind kind, final String defaultValue, final String choices, final String meaning) {
        this(key, kind, defaultValue, 0, 0, choices, meaning);
    }

    Setting(
            final String key, final Kind kind, final String defaultValue, final long min, final long max, final String choices,
            final String meaning) {
        this.key = key;
        this.kind = kind;
        this.defaultValue = defaultValue;
        this.min = min;
        this.max = max;
        this.choices = choices;
        this.meaning = meaning;
    }

    /** A number as {@link Kind#DECIMAL} is written. */
    public static String text(final float value) {
        return new BigDecimal(Float.toString(value)).toPlainString();
    }

    /** Dotted place in the YAML file. */
    public String key() {
        return key;
    }

    public Kind kind() {
        return kind;
    }

    public String defaultValue() {
        return defaultValue;
    }

    public String meaning() {
        return meaning;
    }

    /** What a {@link Kind#CHOICE} can be; else empty. */
    public List<String> choices() {
        return choices.isEmpty() ? List.of() : List.of(choices.split(", ", -1));
    }

    /** The allowed values, in words. */
    public String range() {
        return switch (kind) {
            case TEXT -> "text of " + min + " to " + max + " characters";
            case INTEGER -> "a whole number from " + min + " to " + max;
            case POWER_OF_TWO -> "a power of two from " + min + " to " + max;
            case DECIMAL -> "a number from " + min + " to " + max;
            case CHOICE -> "one of " + choices;
        };
    }

    boolean allows(final String value) {
        return switch (kind) {
            case TEXT -> value.length() >= min && value.length() <= max;
            case CHOICE -> choices().contains(value);
            case INTEGER, POWER_OF_TWO -> allowsWhole(value);
            case DECIMAL -> allowsDecimal(value);
        };
    }

    private boolean allowsWhole(final String value) {
        if (!value.matches("-?[0-9]{1,18}")) {
            return false;
        }
        final long number = Long.parseLong(value);
        return number >= min && number <= max && (kind == Kind.INTEGER || Long.bitCount(number) == 1);
    }

    private boolean allowsDecimal(final String value) {
        if (!value.matches("-?[0-9]{1,12}(\\.[0-9]{1,12})?")) {
            return false;
        }
        final double number = Double.parseDouble(value);
        return number >= min && number <= max;
    }
}
