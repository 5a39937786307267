package io.undercurrent.feeds.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Comparator;
import java.util.PriorityQueue;
import org.junit.jupiter.api.Test;

class TimerQueueTest {
    private record Entry(long timeNs, long arrival) {
    }

    @Test
    void givesWhatAPriorityQueueGivesAndKeepsTheOrderOfEqualTimes() {
        final SimRandom random = new SimRandom(51, 0);
        final TimerQueue queue = new TimerQueue();
        final PriorityQueue<Entry> twin = new PriorityQueue<>(Comparator.comparingLong(Entry::timeNs).thenComparingLong(Entry::arrival));
        for (int i = 0; i < 20_000; i++) {
            if (random.chance(i < 10_000 ? 0.6 : 0.4) || twin.isEmpty()) {
                final Entry entry = new Entry(random.below(300), i);
                queue.put(entry.timeNs(), TimerQueue.Kind.POST, i, -i, ~i);
                twin.add(entry);
            } else {
                final Entry expected = twin.remove();
                assertEquals(expected.timeNs(), queue.nextTimeNs(), "seed 51 step " + i);
                assertEquals(TimerQueue.Kind.POST, queue.take());
                assertEquals(expected.arrival(), queue.a(), "seed 51 step " + i);
                assertEquals(-expected.arrival(), queue.b());
                assertEquals(~expected.arrival(), queue.c());
            }
        }
        while (!twin.isEmpty()) {
            queue.take();
            assertEquals(twin.remove().arrival(), queue.a());
        }
        assertEquals(TimerQueue.NEVER, queue.nextTimeNs());
    }
}
