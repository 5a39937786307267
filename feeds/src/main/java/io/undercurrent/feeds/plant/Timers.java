package io.undercurrent.feeds.plant;

import java.util.Comparator;
import java.util.PriorityQueue;

/** What happens later, by time and, at one time, in the order in which it was set. One thread. */
final class Timers {
    private final PriorityQueue<Timer> queue = new PriorityQueue<>(Comparator.comparingLong(Timer::dueNs).thenComparingLong(Timer::number));
    private long set;

    private record Timer(long dueNs, long number, Runnable action) {
    }

    void at(final long dueNs, final Runnable action) {
        queue.add(new Timer(dueNs, set++, action));
    }

    /** {@code Long.MAX_VALUE}: nothing is set. */
    long nextNs() {
        return queue.isEmpty() ? Long.MAX_VALUE : queue.peek().dueNs();
    }

    void runNext() {
        queue.remove().action().run();
    }

    void clear() {
        queue.clear();
    }
}
