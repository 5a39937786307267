package io.undercurrent.journal;

/** There is no room on the disk. Nothing was written, and what was asked for may be asked again when there is room. */
public final class JournalFullException extends JournalException {
    private static final long serialVersionUID = 1L;

    public JournalFullException(final String message) {
        super(message);
    }
}
