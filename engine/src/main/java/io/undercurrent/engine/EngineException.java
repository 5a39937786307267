package io.undercurrent.engine;

/** The engine can't start or has failed: its message is one line that says what and what to do. */
public final class EngineException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public EngineException(final String message) {
        super(message);
    }

    public EngineException(final String message, final Throwable cause) {
        super(message, cause);
    }
}
