package io.undercurrent.bench.allocation;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Counts the bytes that the calling thread and the engine's threads allocate, slice by slice. What it allocates itself is left out. The
 * JVM counts the calling thread to the byte, and the others as far as they have filled their present buffer: to the byte as well while
 * they do nothing.
 */
final class AllocationMeter {
    private static final String ENGINE_THREADS = "undercurrent-";

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final List<Slice> slices = new ArrayList<>();
    private final long[] ids;
    private final String[] names;
    private final long[] before;
    private final long[] now;
    private long eventsBefore;

    /** Knows the threads that run now. */
    AllocationMeter() {
        final long self = Thread.currentThread().threadId();
        final List<Thread> found = Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.threadId() == self || thread.getName().startsWith(ENGINE_THREADS)).toList();
        // the calling thread comes last: what finding and reading the others allocates is not in its first figure
        ids = found.stream().mapToLong(Thread::threadId).sorted().filter(id -> id != self).toArray();
        names = Stream.concat(
                found.stream().filter(thread -> thread.threadId() != self).sorted(Comparator.comparingLong(Thread::threadId)),
                Stream.of(Thread.currentThread())).map(Thread::getName).toArray(String[]::new);
        before = new long[ids.length + 1];
        now = new long[ids.length + 1];
        begin(0);
    }

    private void begin(final long events) {
        eventsBefore = events;
        read(before);
    }

    private void read(final long[] target) {
        for (int i = 0; i < ids.length; i++) {
            target[i] = threads.getThreadAllocatedBytes(ids[i]);
        }
        target[ids.length] = threads.getCurrentThreadAllocatedBytes();
    }

    /** Ends a slice, which the engine has handled, and begins the next. */
    void slice(final long events) {
        read(now);
        final List<Long> bytes = new ArrayList<>();
        for (int i = 0; i < now.length; i++) {
            bytes.add(now[i] - before[i]);
        }
        slices.add(new Slice(events, events - eventsBefore, bytes));
        begin(events);
    }

    List<Slice> slices() {
        return List.copyOf(slices);
    }

    /** Names of the threads it reads, in the order of a slice's bytes. */
    List<String> threads() {
        return List.of(names);
    }
}
