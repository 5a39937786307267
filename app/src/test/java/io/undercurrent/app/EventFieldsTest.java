package io.undercurrent.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.undercurrent.codec.Ascii8;
import io.undercurrent.codec.Capability;
import io.undercurrent.codec.EventFlag;
import io.undercurrent.codec.Events;
import io.undercurrent.codec.TradeFlag;
import io.undercurrent.codec.sbe.Aggressor;
import io.undercurrent.codec.sbe.BookKind;
import io.undercurrent.codec.sbe.ClearScope;
import io.undercurrent.codec.sbe.FeedCondition;
import io.undercurrent.codec.sbe.RejectReason;
import io.undercurrent.codec.sbe.SessionKind;
import io.undercurrent.codec.sbe.SessionPhase;
import io.undercurrent.codec.sbe.Side;
import io.undercurrent.codec.sbe.SnapshotPhase;
import io.undercurrent.codec.sbe.TradingState;
import io.undercurrent.engine.feed.EventPublisher;
import io.undercurrent.engine.feed.EventSlots;
import io.undercurrent.engine.feed.InstrumentSpec;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

class EventFieldsTest {
    private static final long NS = 1_341_234_567_000_000_001L;
    private static final long ONE = 1_000_000_000L;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Output out = new Output(bytes);
    private final MutableDirectBuffer slot = new UnsafeBuffer(ByteBuffer.allocateDirect(Events.MAX_LENGTH));

    private EventPublisher publisherTo(final FieldSink sink) {
        final EventFields fields = new EventFields("events", sink);
        return new EventPublisher(new EventSlots() {
            @Override
            public MutableDirectBuffer claim() {
                return slot;
            }

            @Override
            public void publish() {
                fields.write(slot, 0, Events.length(slot, 0));
            }
        }, 1);
    }

    private String printed() {
        out.flush();
        return bytes.toString(StandardCharsets.US_ASCII);
    }

    private static void publishOneOfEach(final EventPublisher to) {
        to.at(NS, NS + 1, 7, EventFlag.LAST_IN_PACKET | EventFlag.SNAPSHOT);
        final int id = to.define(new InstrumentSpec("A B", "XNAS", "USD", ONE / 100, ONE, BookKind.BY_ORDER,
                Capability.DEPTH | Capability.EXECUTIONS, NS, NS));
        to.orderAdd(id, Long.MAX_VALUE, Side.BID, 3 * ONE / 2, 100 * ONE);
        to.orderReplace(id, 5, 6, Side.ASK, ONE, ONE);
        to.orderReduce(id, 6, Side.ASK, ONE);
        to.orderDelete(id, 6, Side.ASK);
        to.orderExecute(id, 5, Side.BID, ONE, ONE);
        to.levelSet(id, Side.BID, ONE, ONE, 3);
        to.levelDelete(id, Side.BID, ONE);
        to.bookClear(id, ClearScope.BOTH);
        to.snapshot(id, SnapshotPhase.BEGIN);
        to.quote(id, ONE, ONE, 2 * ONE, ONE);
        to.trade(id, ONE, ONE, Aggressor.BUY, Ascii8.pack("D"), Ascii8.pack("@ F"), TradeFlag.OFF_EXCHANGE | 1 << 9, 11, 12);
        to.tradingStatus(id, TradingState.HALTED, Ascii8.pack("LUDP"));
        to.session(SessionKind.REGULAR, SessionPhase.START);
        to.heartbeat();
        to.gap(id, 4, 6);
        to.feedState(2, FeedCondition.LOST);
        final byte[] raw = {'a', '"', '=', 0, (byte) 0xFF, '\n'};
        to.rejected(id, RejectReason.BAD_PRICE, 99, raw, 0, raw.length);
    }

    @Test
    void everyFieldOfEveryEventIsInItsLine() {
        publishOneOfEach(publisherTo(new TextFields(out)));
        final List<String> lines = printed().lines().toList();

        assertEquals(18, lines.size());
        final String common = "sourceSequence=7 exchangeTime=2012-07-02T13:09:27.000000001Z receiveTime=2012-07-02T13:09:27.000000002Z "
                + "instrumentId=1 flags=lastInPacket|snapshot ";
        assertEquals("events InstrumentDefinition sequence=1 " + common + "symbol=\"A B\" venue=XNAS currency=USD priceIncrement=0.01 "
                + "sizeIncrement=1 bookKind=BY_ORDER capabilities=depth|executions regularOpen=2012-07-02T13:09:27.000000001Z "
                + "regularClose=2012-07-02T13:09:27.000000001Z", lines.getFirst());
        assertEquals("events OrderAdd sequence=2 " + common + "orderId=9223372036854775807 side=BID price=1.5 size=100", lines.get(1));
        assertEquals("events OrderReplace sequence=3 " + common + "orderId=5 side=ASK newOrderId=6 price=1 size=1", lines.get(2));
        assertEquals("events LevelSet sequence=7 " + common + "side=BID price=1 size=1 orderCount=3", lines.get(6));
        assertEquals("events Quote sequence=11 " + common + "bidPrice=1 bidSize=1 askPrice=2 askSize=1", lines.get(10));
        assertEquals("events Trade sequence=12 " + common + "price=1 size=1 aggressor=BUY tradeId=11 venue=D conditions=\"@ F\" "
                + "tradeFlags=offExchange|bit9 restingOrderId=12", lines.get(11));
        assertEquals("events Rejected sequence=18 " + common + "reason=BAD_PRICE sourcePosition=99 totalLength=6 storedLength=6 "
                + "raw=\"a\\\"=\\x00\\xff\\x0a\"", lines.getLast());
    }

    @Test
    void inJsonEveryEventIsAnObjectOfItsLineAndIdsAreText() {
        publishOneOfEach(publisherTo(new JsonFields(new Json(out))));
        final String text = printed();

        assertEquals(18, Cli.jsonValues(text));
        assertEquals(18, text.lines().count());
        assertTrue(text.contains("\"orderId\":\"9223372036854775807\",\"side\":\"BID\",\"price\":1.5,\"size\":100}"), text);
        assertTrue(text.contains("\"raw\":\"a\\\"=\\u0000\\u00FF\\n\""), text);
    }

    @Test
    void anEventOfAnUnknownTypeIsShownAsItsBytes() {
        slot.setMemory(0, Events.MIN_LENGTH, (byte) 0);
        slot.putShort(0, (short) (Events.MIN_LENGTH - Events.HEADER_LENGTH), ByteOrder.LITTLE_ENDIAN);
        slot.putShort(2, (short) 999, ByteOrder.LITTLE_ENDIAN);
        new EventFields("events", new TextFields(out)).write(slot, 0, Events.MIN_LENGTH);

        assertTrue(printed().startsWith("events Type999 sequence=0 "), printed());
        assertTrue(printed().contains(" bytes=2800e703"), printed());
    }
}
