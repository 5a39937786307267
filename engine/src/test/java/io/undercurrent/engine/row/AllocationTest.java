package io.undercurrent.engine.row;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import io.undercurrent.codec.Events;
import io.undercurrent.codec.sbe.BookKind;
import io.undercurrent.engine.book.DirectSlots;
import io.undercurrent.engine.feed.EventPublisher;
import io.undercurrent.signals.RowColumn;
import io.undercurrent.signals.Sweep;
import java.lang.management.ManagementFactory;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AllocationTest {
    private static final int EVENTS = 20_000;
    /** Where the exchange time stands in every event. */
    private static final int TIME_AT = Events.HEADER_LENGTH + 16;

    /** What takes more than a sum to count. */
    private static final List<RowColumn> COUNTS = List.of(
            RowColumn.BID_HIT_BURSTS, RowColumn.BID_MATCHED_HITS, RowColumn.BID_AT_ONCE_HITS, RowColumn.BID_UNSEEN_BURSTS,
            RowColumn.OFF_RETAIL_BURSTS);

    private final Sweep sweep = new Sweep(1);
    private final MarketState market = new MarketState(RowSettings.standard(1), new SweepSink() {
        @Override
        public Sweep next() {
            return sweep;
        }

        @Override
        public void filled(final Sweep filled) {
            rows += filled.count();
            // no iterator: it may be allocated
            for (int i = 0; i < COUNTS.size(); i++) {
                if (filled.value(0, COUNTS.get(i).ordinal()) > 0) {
                    counted.add(COUNTS.get(i));
                }
            }
        }
    }, BookListener.NONE);
    private final Set<RowColumn> counted = EnumSet.noneOf(RowColumn.class);
    private long rows;
    private Object[] keep = new Object[0];

    @ParameterizedTest
    @EnumSource(value = BookKind.class, names = "NULL_VAL", mode = EnumSource.Mode.EXCLUDE)
    void booksAndRowsAllocateNothingPerEvent(final BookKind kind) {
        new EventPublisher(new DirectSlots(market::onEvent), 1).define(RowTape.spec("X", kind, RowTape.ALL));
        final RandomMarket tape = new RandomMarket(7, kind, 60, EVENTS, true);
        final UnsafeBuffer buffer = tape.buffer();
        final int[] offsets = tape.offsets();
        final long[] times = new long[EVENTS];
        Arrays.setAll(times, i -> Events.exchangeTimeNs(buffer, offsets[i]));
        final ThreadMXBean meter = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long shift = 0;
        for (int round = 0; round < 15; round++) {
            play(buffer, offsets, times, shift, false);
            shift += tape.durationNs();
        }
        final long rowsBefore = rows;
        // the virtual machine allocates a little on this thread when it compiles or first uses the meter: not in every round
        long allocated = Long.MAX_VALUE;
        for (int round = 0; round < 5; round++) {
            final long before = meter.getCurrentThreadAllocatedBytes();
            play(buffer, offsets, times, shift, false);
            allocated = Math.min(allocated, meter.getCurrentThreadAllocatedBytes() - before);
            shift += tape.durationNs();
        }
        assertEquals(0, allocated, "bytes for " + EVENTS + " events");
        assertTrue(rows > rowsBefore);
        assertEquals(EnumSet.copyOf(COUNTS), counted);

        keep = new Object[EVENTS];
        final long controlBefore = meter.getCurrentThreadAllocatedBytes();
        play(buffer, offsets, times, shift, true);
        final long control = meter.getCurrentThreadAllocatedBytes() - controlBefore;
        assertTrue(control >= 16L * EVENTS, "the meter must see one object per event, saw " + control + " bytes");
    }

    private void play(
            final UnsafeBuffer buffer, final int[] offsets, final long[] times, final long shift, final boolean wasteful) {
        for (int i = 0; i < EVENTS; i++) {
            buffer.putLong(offsets[i] + TIME_AT, times[i] + shift, ByteOrder.LITTLE_ENDIAN);
            market.onEvent(buffer, offsets[i]);
            if (wasteful) {
                keep[i] = new Object();
            }
        }
    }
}
