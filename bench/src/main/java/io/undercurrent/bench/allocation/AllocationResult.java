package io.undercurrent.bench.allocation;

import java.util.List;
import java.util.stream.IntStream;

/**
 * What a run allocated after its warm-up.
 *
 * @param threads that were read; {@code bytes} and {@code warmUpBytes} have one figure for each
 * @param warmUpBytes what they allocated before, in the slices that do not count
 * @param slices in which no journal mapped a block; {@code events} and {@code bytes} are theirs
 * @param zeroSlices of these, in how many nothing at all was allocated
 * @param blocks mapped in the other slices, which allocated {@code blockBytes}
 */
public record AllocationResult(
        String label, List<String> threads, List<Long> warmUpBytes, int slices, int zeroSlices, long events, List<Long> bytes, int blocks,
        long blockBytes) {
    static AllocationResult of(final String label, final List<String> threads, final List<Slice> all, final long warmUpEvents) {
        final List<Slice> warmUp = all.stream().filter(slice -> slice.lastEvent() - slice.events() < warmUpEvents).toList();
        final List<Slice> steady = all.subList(warmUp.size(), all.size());
        final List<Slice> plain = steady.stream().filter(slice -> slice.newBlocks() == 0).toList();
        final List<Slice> mapping = steady.stream().filter(slice -> slice.newBlocks() != 0).toList();
        return new AllocationResult(label, threads, sums(threads.size(), warmUp), plain.size(),
                (int) plain.stream().filter(slice -> slice.sum() == 0).count(), plain.stream().mapToLong(Slice::events).sum(),
                sums(threads.size(), plain), mapping.stream().mapToInt(Slice::newBlocks).sum(),
                mapping.stream().mapToLong(Slice::sum).sum());
    }

    private static List<Long> sums(final int threads, final List<Slice> slices) {
        return IntStream.range(0, threads).mapToObj(i -> slices.stream().mapToLong(slice -> slice.bytes().get(i)).sum()).toList();
    }

    public double bytesPerEvent() {
        return bytes.stream().mapToLong(Long::longValue).sum() / (double) Math.max(1, events);
    }

    public long bytesPerBlock() {
        return blocks == 0 ? 0 : blockBytes / blocks;
    }
}
