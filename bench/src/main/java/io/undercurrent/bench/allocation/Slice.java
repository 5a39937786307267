package io.undercurrent.bench.allocation;

/**
 * What was allocated while some events went through the engine.
 *
 * @param lastEvent number of events when it ended, from the start of the run
 * @param bytes allocated by the feed's and the engine's threads together
 * @param newBlocks blocks that the journals mapped meanwhile
 */
record Slice(long lastEvent, long events, long bytes, int newBlocks) {
}
