package io.undercurrent.journal;

/** How a run ended, or whether it did. */
public enum RunState {
    /** Closed in order; its last sequence is written down. */
    CLEAN,
    /** A living process writes it. */
    OPEN,
    /** Its writer ended without closing it. What it appended stands, up to the first invalid excerpt. */
    UNCLEAN,
    /** Its writer ended without closing it, and a later writer has read it and written down where its valid part ends. */
    RECOVERED,
    /** Its start manifest and the copy of it are missing or damaged, so nothing of it can be read. */
    UNREADABLE
}
