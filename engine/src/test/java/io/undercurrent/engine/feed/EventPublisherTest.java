package io.undercurrent.engine.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.undercurrent.codec.EventFlag;
import io.undercurrent.codec.Events;
import io.undercurrent.codec.TradeFlag;
import io.undercurrent.codec.sbe.Aggressor;
import io.undercurrent.codec.sbe.RejectReason;
import io.undercurrent.codec.sbe.RejectedDecoder;
import io.undercurrent.codec.sbe.Side;
import io.undercurrent.codec.sbe.TradeDecoder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

class EventPublisherTest {
    /** Hands out a slot full of the last event's left-overs, as the ring does. */
    private static final class Recording implements EventSlots {
        private final byte[] slot = new byte[Events.MAX_LENGTH];
        private final MutableDirectBuffer buffer = new UnsafeBuffer(slot);
        private final List<DirectBuffer> events = new ArrayList<>();

        @Override
        public MutableDirectBuffer claim() {
            Arrays.fill(slot, (byte) 0xEE);
            return buffer;
        }

        @Override
        public void publish() {
            events.add(new UnsafeBuffer(Arrays.copyOf(slot, Events.length(buffer, 0))));
        }
    }

    private final Recording slots = new Recording();
    private final EventPublisher out = new EventPublisher(slots, 1);

    private static long hash(final DirectBuffer event) {
        long hash = 0;
        for (int i = 0; i < event.capacity(); i++) {
            hash = hash * 31 + event.getByte(i);
        }
        return hash;
    }

    @Test
    void numbersEventsWithoutAGap() {
        out.at(10, 11, 12, 0);
        out.orderAdd(1, 5, Side.BID, 100, 1);
        out.orderDelete(1, 5, Side.BID);
        assertEquals(1, Events.sequence(slots.events.get(0), 0));
        assertEquals(2, Events.sequence(slots.events.get(1), 0));
        assertEquals(2, out.lastSequence());
    }

    @Test
    void marksAndCountsTimesThatGoBack() {
        out.at(10, 10, 0, EventFlag.LAST_IN_PACKET);
        out.heartbeat();
        out.at(9, 9, 0, EventFlag.LAST_IN_PACKET);
        out.heartbeat();
        out.at(10, 10, 0, 0);
        out.heartbeat();
        assertEquals(EventFlag.LAST_IN_PACKET, Events.flags(slots.events.get(0), 0));
        assertEquals(EventFlag.LAST_IN_PACKET | EventFlag.BAD_TIME, Events.flags(slots.events.get(1), 0));
        assertEquals(0, Events.flags(slots.events.get(2), 0));
        assertEquals(1, out.badTimes());
        assertEquals(10, out.latestTimeNs());
    }

    @Test
    void aReusedSlotLeavesNoTraceInTheEvent() {
        out.at(1, 1, 1, 0);
        out.trade(1, 5, 6, Aggressor.SELL, 7, 8, TradeFlag.HIDDEN, 9, 10);
        final EventPublisher other = new EventPublisher(slots, 1);
        slots.buffer.setMemory(0, Events.MAX_LENGTH, (byte) 0x11);
        other.at(1, 1, 1, 0);
        other.trade(1, 5, 6, Aggressor.SELL, 7, 8, TradeFlag.HIDDEN, 9, 10);
        assertEquals(hash(slots.events.get(0)), hash(slots.events.get(1)));
        final TradeDecoder trade = new TradeDecoder();
        trade.wrap(slots.events.get(0), Events.HEADER_LENGTH, TradeDecoder.BLOCK_LENGTH, TradeDecoder.SCHEMA_VERSION);
        assertEquals(TradeFlag.HIDDEN, trade.tradeFlags().getRaw());
        assertEquals(10, trade.restingOrderId());
    }

    @Test
    void keepsTheFirstBytesOfARejectedInputAndItsWholeLength() {
        final byte[] line = new byte[1000];
        Arrays.fill(line, (byte) 'x');
        out.at(1, 1, 0, 0);
        out.rejected(0, RejectReason.MALFORMED, 17, line, 0, line.length);
        final RejectedDecoder rejected = new RejectedDecoder();
        rejected.wrap(slots.events.get(0), Events.HEADER_LENGTH, RejectedDecoder.BLOCK_LENGTH, RejectedDecoder.SCHEMA_VERSION);
        assertEquals(1000, rejected.totalLength());
        assertEquals(RejectedDecoder.rawLength(), rejected.storedLength());
        assertEquals(17, rejected.sourcePosition());
        assertEquals('x', rejected.raw(RejectedDecoder.rawLength() - 1));
        assertEquals(1, out.rejects(RejectReason.MALFORMED));
    }

    @Test
    void copiesAnEventWithItsNumberAndGoesOnBehindIt() {
        out.at(5, 6, 7, 0);
        out.levelDelete(1, Side.ASK, 100);
        final EventPublisher copier = new EventPublisher(slots, 1);
        copier.copy(slots.events.get(0), 0, slots.events.get(0).capacity());
        assertEquals(hash(slots.events.get(0)), hash(slots.events.get(1)));
        assertEquals(1, copier.lastSequence());
        assertEquals(5, copier.latestTimeNs());
    }
}
