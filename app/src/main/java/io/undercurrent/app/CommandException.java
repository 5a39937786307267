package io.undercurrent.app;

/** A command can't do what it was asked to: its message is one line that says what and what to do. */
final class CommandException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CommandException(final String message) {
        super(message);
    }

    CommandException(final String message, final Throwable cause) {
        super(message, cause);
    }
}
