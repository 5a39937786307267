package io.undercurrent.journal;

/** A journal can't be opened, read or written. The message is one line that names the place, what is wrong and what to do. */
public sealed class JournalException extends RuntimeException permits JournalFullException {
    private static final long serialVersionUID = 1L;

    public JournalException(final String message) {
        super(message);
    }

    public JournalException(final String message, final Throwable cause) {
        super(message, cause);
    }
}
