package io.undercurrent.engine.book;

/** What became of an event given to a {@link Book}. */
public enum BookOutcome {
    APPLIED(true),
    /** An add, or the new id of a replace, names an order that is there: the old one is dropped, the new one stands. */
    DUPLICATE_ID(true),
    /** A reduction or execution of more than the entry has: the entry is gone. */
    EXCEEDS_SIZE(true),
    /** No such order, or no quote of this participant on this side: nothing done. */
    UNKNOWN_ORDER(false),
    /** No level to delete at this price: nothing done. */
    UNKNOWN_LEVEL(false),
    /** A size that is negative, zero where that means nothing, or more than a level can hold: nothing done. */
    BAD_SIZE(false),
    /** A price outside 1 … {@link Book#MAX_PRICE}: nothing done. */
    BAD_PRICE(false),
    /** Neither bid nor ask, or no such scope or phase: nothing done. */
    BAD_SIDE(false),
    /** An event for another kind of book: nothing done. */
    WRONG_KIND(false),
    /** Shorter than its type: nothing done. */
    MALFORMED(false),
    /** Of a type that never changes such a book, or the end of a snapshot that did not begin. */
    IGNORED(false);

    private final boolean applied;

    BookOutcome(final boolean applied) {
        this.applied = applied;
    }

    /** The book took the event in. */
    public boolean applied() {
        return applied;
    }

    /** The event did not fit what the book knows, whether or not the book could make something of it. */
    public boolean isAnomaly() {
        return this != APPLIED && this != IGNORED;
    }
}
