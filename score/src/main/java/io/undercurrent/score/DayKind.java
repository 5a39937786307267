package io.undercurrent.score;

/** What a labelled day is for. */
public enum DayKind {
    /** Programmes that should be found, and confounders. */
    PLANTED,
    /** Nothing: every alarm is false. */
    CLEAN,
    /** A feed in trouble: every alarm is false. */
    TROUBLED
}
