package io.undercurrent.engine.counters;

/** Everything the engine counts. The order is that of {@code undercurrent stat}; ids are positions and stay within one run's file. */
public enum EngineCounter {
    STATE("where the engine is: 1 recovers the journal, 2 takes events, 3 has ended"),
    RECOVERY_BYTES("read at the start of a run that was not closed in order"),
    EVENTS_LOST("that the journal has lost before this start, in place of which it has a gap event"),
    EVENTS_PUBLISHED("events published into the ring"),
    EVENTS_JOURNALLED("sequence of the last event in the journal"),
    EVENTS_ACKNOWLEDGED("sequence of the last event that outlives a power cut; alerts wait for it (journal.durability)"),
    EVENTS_BOOKED("sequence of the last event the books have seen"),
    EXCERPTS("excerpts appended to the events journal"),
    EVENTS_PAUSED("1: intake waits because the journal's disk has no room"),
    ALERTS_PAUSED("1: alerts wait for the same reason, and intake with them"),
    JOURNAL_PAUSES("times one of them began to"),
    JOURNAL_FREE_BYTES("free on the journal's disk"),
    RUNS_REMOVED("old runs that the retention policy removed at the start"),
    RING_FULL_WAITS("times the feed waited for a free slot"),
    RING_USED("events in the ring that the journal or the books have not seen, when the feed last looked"),
    REJECTED("inputs rejected by the feed"),
    BAD_TIMES("events whose exchange time went back"),
    BOOK_ANOMALIES("book events that did not fit: unknown ids, bad sizes and the like"),
    UNKNOWN_INSTRUMENTS("events for instruments never defined"),
    SATURATIONS("row values that did not fit and were cut"),
    CROSSED("times a book became crossed"),
    CROSSED_LONG("times a book stayed crossed for over 2 s"),
    ABSORPTION_OVERFLOWS("trades whose absorption could not be followed: too many at once"),
    WINDOW_RESTARTS("windows begun again after a gap, halt or session change"),
    INSTRUMENTS_WITHOUT_WINDOW("instruments past signals.maxInstruments"),
    SWEEPS("row boundaries evaluated"),
    ROWS("rows evaluated"),
    SIGNALS_BACKEND("what computes the signals: 1 cpu, 2 cuda, 3 reference, 4 cpu because cuda failed, 0 another"),
    CUDA_LAUNCHES("batches of sweeps sent to the GPU"),
    CUDA_SWEEPS("row boundaries evaluated by the GPU"),
    CUDA_FAILURES("times the GPU failed and the CPU went on"),
    SWEEP_WAITS("times the books waited for a free sweep buffer"),
    BOOKS_DETACHMENTS("times the books left the ring because the signals were behind"),
    BOOKS_DETACHED("1: the books are away from the ring and catch up from the journal"),
    BOOKS_BEHIND("events that passed the books while they were away and are not booked yet"),
    ALERTS("alerts appended to the alerts journal"),
    FAILED("1: the engine has failed and intake is stopped");

    private final String meaning;

    EngineCounter(final String meaning) {
        this.meaning = meaning;
    }

    public String meaning() {
        return meaning;
    }

    /** Its name as users see it: {@code ring-full-waits}. */
    public String label() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
