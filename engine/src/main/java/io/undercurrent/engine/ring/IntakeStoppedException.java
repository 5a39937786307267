package io.undercurrent.engine.ring;

/** A stage of the engine has failed, so nothing more is taken in. The message says which and why. */
public final class IntakeStoppedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public IntakeStoppedException(final FailureLatch.Failure failure) {
        super(failure.message(), failure.cause());
    }
}
