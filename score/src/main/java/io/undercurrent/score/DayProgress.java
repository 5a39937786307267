package io.undercurrent.score;

/** Told how many days are done, one call at a time. */
@FunctionalInterface
public interface DayProgress {
    /** For nobody. */
    DayProgress NONE = (done, of) -> { };

    void days(int done, int of);
}
