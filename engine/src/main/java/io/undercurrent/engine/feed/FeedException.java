package io.undercurrent.engine.feed;

/** A source can't be read: its message is one line that names the source, what is wrong and what to do. */
public final class FeedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public FeedException(final String message) {
        super(message);
    }

    public FeedException(final String message, final Throwable cause) {
        super(message, cause);
    }
}
