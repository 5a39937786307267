package io.undercurrent.bench.allocation;

import java.util.List;

/**
 * What a run allocated after its warm-up.
 *
 * @param slices in which no journal mapped a block; {@code events} and {@code bytes} are theirs
 * @param zeroSlices of these, in how many nothing at all was allocated
 * @param blocks mapped in the other slices, which allocated {@code blockBytes}
 */
public record AllocationResult(
        String label, List<String> threads, int slices, int zeroSlices, long events, long bytes, int blocks, long blockBytes) {
    static AllocationResult of(final String label, final List<String> threads, final List<Slice> all) {
        final List<Slice> plain = all.stream().filter(slice -> slice.newBlocks() == 0).toList();
        final List<Slice> mapping = all.stream().filter(slice -> slice.newBlocks() != 0).toList();
        return new AllocationResult(label, threads, plain.size(), (int) plain.stream().filter(slice -> slice.bytes() == 0).count(),
                plain.stream().mapToLong(Slice::events).sum(), plain.stream().mapToLong(Slice::bytes).sum(),
                mapping.stream().mapToInt(Slice::newBlocks).sum(), mapping.stream().mapToLong(Slice::bytes).sum());
    }

    public double bytesPerEvent() {
        return (double) bytes / events;
    }

    public long bytesPerBlock() {
        return blocks == 0 ? 0 : blockBytes / blocks;
    }
}
