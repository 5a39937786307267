package io.undercurrent.score;

import java.util.function.Supplier;

/**
 * A day whose truth is known. Opening it again gives the same events.
 *
 * @param seed what it depends on, and its name
 * @param instruments the most that it has
 * @param open may be called from any thread
 */
public record LabelledDay(DayKind kind, long seed, int instruments, Supplier<LabelledFeed> open) {
}
