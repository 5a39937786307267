package io.undercurrent.journal;

/**
 * What must have happened to an event before {@link JournalAppender#acknowledgedSequence} counts it. Whatever the level, an event whose
 * append returned outlives the process, however that ends; the levels differ in what a power cut or a crash of the system may take.
 */
public enum Durability {
    /** It is in the system's page cache. A power cut may take what the system hasn't written back yet, usually up to 30 seconds. */
    APPENDED,
    /**
     * It is forced to the disk. The keeper forces every {@link JournalOptions#forceIntervalMs}; appending doesn't wait for it. A power cut
     * takes nothing that was acknowledged; what was appended since then may be gone.
     */
    INTERVAL,
    /** It is forced to the disk, and its append returned only after that: each append costs a force. A power cut takes nothing at all. */
    BATCH
}
