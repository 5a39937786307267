package io.undercurrent.app;

/** Nobody reads the output any more, as with {@code | head}: a quiet end, not a failure. */
final class OutputClosedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    OutputClosedException(final Throwable cause) {
        super("nobody reads the output any more", cause);
    }
}
