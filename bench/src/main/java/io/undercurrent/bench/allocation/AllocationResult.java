package io.undercurrent.bench.allocation;

import java.util.List;
import java.util.stream.IntStream;

/**
 * What a run allocated after its warm-up.
 *
 * @param threads that were read; {@code bytes} and {@code warmUpBytes} have one figure for each
 * @param warmUpBytes what they allocated before, in the slices that do not count
 * @param slices after it; {@code events} and {@code bytes} are theirs
 * @param zeroSlices of these, in how many nothing at all was allocated
 */
public record AllocationResult(
        String label, List<String> threads, List<Long> warmUpBytes, int slices, int zeroSlices, long events, List<Long> bytes) {
    static AllocationResult of(final String label, final List<String> threads, final List<Slice> all, final long warmUpEvents) {
        final List<Slice> warmUp = all.stream().filter(slice -> slice.lastEvent() - slice.events() < warmUpEvents).toList();
        final List<Slice> steady = all.subList(warmUp.size(), all.size());
        return new AllocationResult(label, threads, sums(threads.size(), warmUp), steady.size(),
                (int) steady.stream().filter(slice -> slice.sum() == 0).count(), steady.stream().mapToLong(Slice::events).sum(),
                sums(threads.size(), steady));
    }

    private static List<Long> sums(final int threads, final List<Slice> slices) {
        return IntStream.range(0, threads).mapToObj(i -> slices.stream().mapToLong(slice -> slice.bytes().get(i)).sum()).toList();
    }

    public double bytesPerEvent() {
        return bytes.stream().mapToLong(Long::longValue).sum() / (double) Math.max(1, events);
    }
}
