package io.undercurrent.engine.ring;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Keeps the first failure of any thread of the engine. A stage that fails sets it; the feed side looks at it before each event, and every
 * wait of one stage for another looks at it too. Any thread.
 */
public final class FailureLatch {
    /** What failed. */
    public record Failure(String where, Throwable cause) {
        /** One line for a user. */
        public String message() {
            final String text = cause.getMessage();
            return where + " failed: " + (text == null ? cause.toString() : text);
        }
    }

    private final AtomicReference<Failure> first = new AtomicReference<>();

    /** Keeps the failure if it is the first. */
    public void fail(final String where, final Throwable cause) {
        first.compareAndSet(null, new Failure(where, cause));
    }

    public boolean isSet() {
        return first.get() != null;
    }

    public Optional<Failure> failure() {
        return Optional.ofNullable(first.get());
    }
}
