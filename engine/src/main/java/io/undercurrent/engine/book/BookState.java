package io.undercurrent.engine.book;

/** What the two best prices say of a book. */
public enum BookState {
    EMPTY,
    /** Only bids, or only asks. */
    ONE_SIDED,
    /** Best bid below best ask. */
    TWO_SIDED,
    /** Best bid equal to best ask. */
    LOCKED,
    /** Best bid above best ask; kept as it is. */
    CROSSED;

    /** Both sides there and not crossed. A locked book is valid. */
    public boolean valid() {
        return this == TWO_SIDED || this == LOCKED;
    }
}
