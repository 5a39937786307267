package io.undercurrent.bench.allocation;

import java.util.List;

/**
 * What was allocated while some events went through the engine.
 *
 * @param lastEvent number of events when it ended, from the start of the run
 * @param bytes allocated by each of the meter's threads
 */
record Slice(long lastEvent, long events, List<Long> bytes) {
    long sum() {
        return bytes.stream().mapToLong(Long::longValue).sum();
    }
}
