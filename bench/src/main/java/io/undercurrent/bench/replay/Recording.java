package io.undercurrent.bench.replay;

import io.undercurrent.engine.feed.Feed;
import java.util.function.Supplier;

/**
 * Something that can be replayed again and again.
 *
 * @param label for the table
 * @param opener opens it from its beginning
 */
public record Recording(String label, Supplier<Feed> opener) {
}
