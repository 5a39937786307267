package io.undercurrent.codec;

import io.undercurrent.codec.sbe.Aggressor;
import io.undercurrent.codec.sbe.AlertEncoder;
import io.undercurrent.codec.sbe.AlertPhase;
import io.undercurrent.codec.sbe.AlertSide;
import io.undercurrent.codec.sbe.BookClearEncoder;
import io.undercurrent.codec.sbe.BookKind;
import io.undercurrent.codec.sbe.ClearScope;
import io.undercurrent.codec.sbe.FeedCondition;
import io.undercurrent.codec.sbe.FeedStateEncoder;
import io.undercurrent.codec.sbe.GapEncoder;
import io.undercurrent.codec.sbe.HeartbeatEncoder;
import io.undercurrent.codec.sbe.InstrumentDefinitionEncoder;
import io.undercurrent.codec.sbe.LevelDeleteEncoder;
import io.undercurrent.codec.sbe.LevelSetEncoder;
import io.undercurrent.codec.sbe.MessageHeaderEncoder;
import io.undercurrent.codec.sbe.OrderAddEncoder;
import io.undercurrent.codec.sbe.OrderDeleteEncoder;
import io.undercurrent.codec.sbe.OrderExecuteEncoder;
import io.undercurrent.codec.sbe.OrderReduceEncoder;
import io.undercurrent.codec.sbe.OrderReplaceEncoder;
import io.undercurrent.codec.sbe.QuoteEncoder;
import io.undercurrent.codec.sbe.RejectReason;
import io.undercurrent.codec.sbe.RejectedEncoder;
import io.undercurrent.codec.sbe.SessionEncoder;
import io.undercurrent.codec.sbe.SessionKind;
import io.undercurrent.codec.sbe.SessionPhase;
import io.undercurrent.codec.sbe.Severity;
import io.undercurrent.codec.sbe.Side;
import io.undercurrent.codec.sbe.SignalKind;
import io.undercurrent.codec.sbe.SnapshotEncoder;
import io.undercurrent.codec.sbe.SnapshotPhase;
import io.undercurrent.codec.sbe.TradeEncoder;
import io.undercurrent.codec.sbe.TradingState;
import io.undercurrent.codec.sbe.TradingStatusEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** One message of every kind, with a different value in every field. */
final class SampleEvents {
    private static final int BODY = Events.HEADER_LENGTH;

    private SampleEvents() {
    }

    /** Name of the message in the schema, and its bytes; in the order of their ids. */
    static Map<String, byte[]> all() {
        final Map<String, byte[]> events = new LinkedHashMap<>();
        put(events, "InstrumentDefinition", InstrumentDefinitionEncoder.BLOCK_LENGTH, 1, b -> {
            final var e = new InstrumentDefinitionEncoder().wrap(b, BODY).priceIncrement(10_000_000).sizeIncrement(1_000_000_000)
                    .symbol("AAPL").venue("XNAS").currency("USD").regularOpenNs(11).regularCloseNs(12).bookKind(BookKind.BY_PARTICIPANT);
            e.capabilities().clear().offExchange(true).depth(true).ownVenueTrades(true).executions(true);
        });
        put(events, "OrderAdd", OrderAddEncoder.BLOCK_LENGTH, 2,
                b -> new OrderAddEncoder().wrap(b, BODY).orderId(21).price(22).size(23).side(Side.BID));
        put(events, "OrderReplace", OrderReplaceEncoder.BLOCK_LENGTH, 3,
                b -> new OrderReplaceEncoder().wrap(b, BODY).orderId(31).newOrderId(32).price(33).size(34).side(Side.ASK));
        put(events, "OrderReduce", OrderReduceEncoder.BLOCK_LENGTH, 4,
                b -> new OrderReduceEncoder().wrap(b, BODY).orderId(41).size(42).side(Side.BID));
        put(events, "OrderDelete", OrderDeleteEncoder.BLOCK_LENGTH, 5,
                b -> new OrderDeleteEncoder().wrap(b, BODY).orderId(51).side(Side.ASK));
        put(events, "OrderExecute", OrderExecuteEncoder.BLOCK_LENGTH, 6,
                b -> new OrderExecuteEncoder().wrap(b, BODY).orderId(61).price(62).size(63).side(Side.ASK));
        put(events, "LevelSet", LevelSetEncoder.BLOCK_LENGTH, 7,
                b -> new LevelSetEncoder().wrap(b, BODY).price(71).size(72).orderCount(73).side(Side.ASK));
        put(events, "LevelDelete", LevelDeleteEncoder.BLOCK_LENGTH, 8,
                b -> new LevelDeleteEncoder().wrap(b, BODY).price(81).side(Side.ASK));
        put(events, "BookClear", BookClearEncoder.BLOCK_LENGTH, 9,
                b -> new BookClearEncoder().wrap(b, BODY).scope(ClearScope.BOTH));
        put(events, "Snapshot", SnapshotEncoder.BLOCK_LENGTH, 10,
                b -> new SnapshotEncoder().wrap(b, BODY).phase(SnapshotPhase.END));
        put(events, "Quote", QuoteEncoder.BLOCK_LENGTH, 11,
                b -> new QuoteEncoder().wrap(b, BODY).bidPrice(111).bidSize(112).askPrice(113).askSize(114));
        put(events, "Trade", TradeEncoder.BLOCK_LENGTH, 12, b -> {
            final var e = new TradeEncoder().wrap(b, BODY).price(121).size(122).tradeId(123).venue("NTRF").conditions("0187")
                    .aggressor(Aggressor.SELL).restingOrderId(124);
            e.tradeFlags().clear().offExchange(true).hidden(true).auction(true).notCurrent(true).cancelled(true);
        });
        put(events, "TradingStatus", TradingStatusEncoder.BLOCK_LENGTH, 13,
                b -> new TradingStatusEncoder().wrap(b, BODY).state(TradingState.QUOTE_ONLY).reason("LUDP"));
        put(events, "Session", SessionEncoder.BLOCK_LENGTH, 14,
                b -> new SessionEncoder().wrap(b, BODY).session(SessionKind.POST).phase(SessionPhase.END));
        put(events, "Heartbeat", HeartbeatEncoder.BLOCK_LENGTH, 15, b -> new HeartbeatEncoder().wrap(b, BODY));
        put(events, "Gap", GapEncoder.BLOCK_LENGTH, 16,
                b -> new GapEncoder().wrap(b, BODY).fromSourceSequence(161).toSourceSequence(162));
        put(events, "FeedState", FeedStateEncoder.BLOCK_LENGTH, 17,
                b -> new FeedStateEncoder().wrap(b, BODY).generation(171).condition(FeedCondition.RESUBSCRIBED));
        put(events, "Rejected", RejectedEncoder.BLOCK_LENGTH, 18, b -> {
            final byte[] raw = "6,XYZ,,NSDQ,B,-1".getBytes(StandardCharsets.US_ASCII);
            new RejectedEncoder().wrap(b, BODY).sourcePosition(181).totalLength(182).storedLength(raw.length)
                    .reason(RejectReason.BAD_PRICE).putRaw(java.util.Arrays.copyOf(raw, RejectedEncoder.rawLength()), 0,
                            RejectedEncoder.rawLength());
        });
        put(events, "Alert", AlertEncoder.BLOCK_LENGTH, 19,
                b -> new AlertEncoder().wrap(b, BODY).asOfSequence(191).windowStartNs(192).windowEndNs(193).rowIndex(194).bestBid(195)
                        .bestAsk(196).symbol("BRK.B").absorption(0.25f).creep(0.5f).darkPool(Float.NaN).sinkhole(0.75f).contraction(1f)
                        .composite(-1.5f).netLogOdds(4.5f).coverage(0.8f).side(AlertSide.DISTRIBUTION).phase(AlertPhase.CLEARED)
                        .severity(Severity.URGENT).leading(SignalKind.CONTRACTION));
        return events;
    }

    private interface Body {
        void encode(MutableDirectBuffer buffer);
    }

    private static void put(
            final Map<String, byte[]> events, final String name, final int blockLength, final int templateId, final Body body) {
        final MutableDirectBuffer buffer = new UnsafeBuffer(new byte[Events.MAX_LENGTH]);
        new MessageHeaderEncoder().wrap(buffer, 0).blockLength(blockLength).templateId(templateId)
                .schemaId(MessageHeaderEncoder.SCHEMA_ID).version(MessageHeaderEncoder.SCHEMA_VERSION);
        Events.header(buffer, 1, 2, 3, 4, 5, EventFlag.LAST_IN_PACKET | EventFlag.BAD_TIME);
        body.encode(buffer);
        final byte[] bytes = new byte[Events.length(buffer, 0)];
        buffer.getBytes(0, bytes);
        events.put(name, bytes);
    }
}
