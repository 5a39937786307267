package io.undercurrent.bench.jmh;

import io.undercurrent.codec.Events;
import io.undercurrent.codec.sbe.Aggressor;
import io.undercurrent.codec.sbe.MessageHeaderEncoder;
import io.undercurrent.codec.sbe.OrderAddDecoder;
import io.undercurrent.codec.sbe.OrderAddEncoder;
import io.undercurrent.codec.sbe.Side;
import io.undercurrent.codec.sbe.TradeDecoder;
import io.undercurrent.codec.sbe.TradeEncoder;
import io.undercurrent.engine.feed.EventPublisher;
import java.nio.ByteOrder;
import java.util.concurrent.TimeUnit;
import org.agrona.concurrent.UnsafeBuffer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Writing an event into a slot as feeds do (time, header, fields, padding), and reading all of it back. The baselines put and get the same
 * bytes at fixed offsets.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 4, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 300, timeUnit = TimeUnit.MILLISECONDS)
public class CodecBenchmark {
    private static final ByteOrder ORDER = ByteOrder.LITTLE_ENDIAN;
    private static final int INSTRUMENT = 1;
    private static final int BLOCK = Events.HEADER_LENGTH;

    private final FixedSlot slots = new FixedSlot();
    private final EventPublisher out = new EventPublisher(slots, 1);
    private final UnsafeBuffer slot = slots.buffer();
    private final UnsafeBuffer add = new FixedSlot().buffer();
    private final UnsafeBuffer print = new FixedSlot().buffer();
    private final OrderAddDecoder orderAdd = new OrderAddDecoder();
    private final TradeDecoder trade = new TradeDecoder();
    private long next;

    @Setup
    public void setup() {
        encodeOrderAdd();
        add.putBytes(0, slot, 0, Events.MAX_LENGTH);
        encodeTrade();
        print.putBytes(0, slot, 0, Events.MAX_LENGTH);
    }

    @Benchmark
    public UnsafeBuffer encodeOrderAdd() {
        next++;
        out.at(next, next, next, 0);
        out.orderAdd(INSTRUMENT, next, Side.BID, next, next);
        return slot;
    }

    @Benchmark
    public UnsafeBuffer baselineEncodeOrderAdd() {
        next++;
        header(OrderAddEncoder.BLOCK_LENGTH, OrderAddEncoder.TEMPLATE_ID);
        slot.putLong(BLOCK + 40, next, ORDER);
        slot.putLong(BLOCK + 48, next, ORDER);
        slot.putLong(BLOCK + 56, next, ORDER);
        slot.putLong(BLOCK + 64, 0, ORDER);
        return slot;
    }

    @Benchmark
    public UnsafeBuffer encodeTrade() {
        next++;
        out.at(next, next, next, 0);
        out.trade(INSTRUMENT, next, next, Aggressor.BUY, next, next, 0, next, next);
        return slot;
    }

    @Benchmark
    public UnsafeBuffer baselineEncodeTrade() {
        next++;
        header(TradeEncoder.BLOCK_LENGTH, TradeEncoder.TEMPLATE_ID);
        slot.putLong(BLOCK + 40, next, ORDER);
        slot.putLong(BLOCK + 48, next, ORDER);
        slot.putLong(BLOCK + 56, next, ORDER);
        slot.putLong(BLOCK + 64, next, ORDER);
        slot.putLong(BLOCK + 72, next, ORDER);
        slot.putLong(BLOCK + 80, 1L << 16, ORDER);
        slot.putLong(BLOCK + 88, next, ORDER);
        return slot;
    }

    private void header(final int blockLength, final int templateId) {
        slot.putLong(0, blockLength | (long) templateId << 16 | (long) MessageHeaderEncoder.SCHEMA_ID << 32
                | (long) MessageHeaderEncoder.SCHEMA_VERSION << 48, ORDER);
        slot.putLong(BLOCK, next, ORDER);
        slot.putLong(BLOCK + 8, next, ORDER);
        slot.putLong(BLOCK + 16, next, ORDER);
        slot.putLong(BLOCK + 24, next, ORDER);
        slot.putLong(BLOCK + 32, INSTRUMENT, ORDER);
    }

    @Benchmark
    public long decodeOrderAdd() {
        orderAdd.wrap(add, BLOCK, Events.blockLength(add, 0), Events.version(add, 0));
        return commonOf(add) + orderAdd.orderId() + orderAdd.price() + orderAdd.size() + orderAdd.sideRaw();
    }

    @Benchmark
    public long baselineDecodeOrderAdd() {
        return plainCommonOf(add) + add.getLong(BLOCK + 40, ORDER) + add.getLong(BLOCK + 48, ORDER) + add.getLong(BLOCK + 56, ORDER)
                + add.getByte(BLOCK + 64);
    }

    @Benchmark
    public long decodeTrade() {
        trade.wrap(print, BLOCK, Events.blockLength(print, 0), Events.version(print, 0));
        return commonOf(print) + trade.price() + trade.size() + trade.tradeId() + trade.aggressorRaw() + trade.restingOrderId()
                + print.getLong(BLOCK + TradeDecoder.venueEncodingOffset(), ORDER)
                + print.getLong(BLOCK + TradeDecoder.conditionsEncodingOffset(), ORDER);
    }

    @Benchmark
    public long baselineDecodeTrade() {
        return plainCommonOf(print) + print.getLong(BLOCK + 40, ORDER) + print.getLong(BLOCK + 48, ORDER)
                + print.getLong(BLOCK + 56, ORDER) + print.getLong(BLOCK + 64, ORDER) + print.getLong(BLOCK + 72, ORDER)
                + print.getByte(BLOCK + 82) + print.getLong(BLOCK + 88, ORDER);
    }

    private static long commonOf(final UnsafeBuffer event) {
        return Events.templateId(event, 0) + Events.sequence(event, 0) + Events.exchangeTimeNs(event, 0) + Events.receiveTimeNs(event, 0)
                + Events.instrumentId(event, 0) + Events.flags(event, 0);
    }

    private static long plainCommonOf(final UnsafeBuffer event) {
        return event.getShort(2, ORDER) + event.getLong(BLOCK, ORDER) + event.getLong(BLOCK + 16, ORDER)
                + event.getLong(BLOCK + 24, ORDER) + event.getInt(BLOCK + 32, ORDER) + event.getShort(BLOCK + 36, ORDER);
    }
}
