package io.undercurrent.feeds.itch;

import io.undercurrent.codec.Ascii8;
import io.undercurrent.codec.Times;
import io.undercurrent.codec.sbe.RejectReason;
import io.undercurrent.codec.sbe.TradingState;
import io.undercurrent.engine.feed.EventPublisher;
import io.undercurrent.feeds.FeedOptions;
import io.undercurrent.feeds.RecordDecoder;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** Publishes ITCH messages. Times are exchange times only, so the receive time repeats them. */
final class ItchDecoder implements RecordDecoder {
    private static final long OPERATIONAL = Ascii8.pack("OPERATE");

    private final FeedOptions options;
    private final ItchDay day;
    private final ItchMessage message;
    private final ItchOrderMessages orders;
    private final ItchPrints prints;
    private final long[] passed = new long[ItchType.values().length];

    ItchDecoder(final FeedOptions options) {
        this.options = options;
        day = new ItchDay(options);
        message = day.message;
        orders = new ItchOrderMessages(day);
        prints = new ItchPrints(day);
    }

    /** Files of one day continue each other. */
    @Override
    public void begin(final Path path, final String name) {
        final ItchName next = ItchName.of(path, name, options);
        if (!next.equals(day.name)) {
            day.begin(next);
            orders.begin();
        }
    }

    @Override
    public RejectReason decode(final EventPublisher out, final byte[] record, final int offset, final int length) {
        day.forget();
        final int expected = ItchType.lengthOf(record[offset]);
        if (length != expected) {
            return expected == 0 ? RejectReason.UNKNOWN_TYPE : RejectReason.MALFORMED;
        }
        day.wrap(record, offset);
        return message.timeNs() < Times.DAY_NS ? publish(out, ItchType.of(record[offset])) : RejectReason.BAD_TIME;
    }

    private RejectReason publish(final EventPublisher out, final ItchType type) {
        return switch (type) {
            case SYSTEM_EVENT -> day.sessions.event(out, message.letter(11), day.timeNs) ? ACCEPTED : RejectReason.MALFORMED;
            case STOCK_DIRECTORY -> day.isNamed(11) ? ACCEPTED : RejectReason.UNKNOWN_INSTRUMENT;
            case TRADING_ACTION -> tradingAction(out);
            case OPERATIONAL_HALT -> message.letter(19) == day.name.letter() ? operationalHalt(out) : passOver(type);
            case ADD_ORDER, ADD_ORDER_ATTRIBUTED -> orders.add(out);
            case ORDER_EXECUTED, ORDER_EXECUTED_WITH_PRICE, ORDER_CANCEL, ORDER_DELETE, ORDER_REPLACE -> orders.change(out, type);
            case TRADE -> prints.trade(out);
            case CROSS_TRADE -> prints.isEmptyCross() ? passOver(type) : prints.cross(out);
            case BROKEN_TRADE -> prints.broken(out);
            case SHORT_SALE_RESTRICTION, MARKET_PARTICIPANT_POSITION, CIRCUIT_BREAKER_LEVELS, CIRCUIT_BREAKER_STATUS, IPO_QUOTING_PERIOD,
                    AUCTION_COLLAR, NET_ORDER_IMBALANCE, RETAIL_INTEREST, DIRECT_LISTING -> passOver(type);
        };
    }

    private RejectReason passOver(final ItchType type) {
        passed[type.ordinal()]++;
        return ACCEPTED;
    }

    private RejectReason tradingAction(final EventPublisher out) {
        return status(out, switch (message.letter(19)) {
            case 'H', 'P' -> TradingState.HALTED;
            case 'Q' -> TradingState.QUOTE_ONLY;
            case 'T' -> TradingState.TRADING;
            default -> TradingState.NULL_VAL;
        }, message.text(21, 4));
    }

    /** On one exchange alone, unlike a trading action. */
    private RejectReason operationalHalt(final EventPublisher out) {
        return status(out, switch (message.letter(20)) {
            case 'H' -> TradingState.HALTED;
            case 'T' -> TradingState.TRADING;
            default -> TradingState.NULL_VAL;
        }, OPERATIONAL);
    }

    /** Kept for its first order where that is still to come. */
    private RejectReason status(final EventPublisher out, final TradingState state, final long reason) {
        if (!day.isNamed(11)) {
            return RejectReason.UNKNOWN_INSTRUMENT;
        }
        if (state == TradingState.NULL_VAL) {
            return RejectReason.MALFORMED;
        }
        if (!day.stock.wanted) {
            return day.passOverSymbol();
        }
        day.stock.state = state;
        day.stock.reason = reason;
        if (day.stock.instrumentId != 0) {
            day.open(out);
            out.tradingStatus(day.stock.instrumentId, state, reason);
        }
        return ACCEPTED;
    }

    @Override
    public int instrumentId() {
        return day.stock.instrumentId;
    }

    @Override
    public Map<String, Long> passedOver() {
        final Map<String, Long> counts = new TreeMap<>();
        for (final ItchType type : ItchType.values()) {
            if (passed[type.ordinal()] > 0) {
                counts.put(type.name(), passed[type.ordinal()]);
            }
        }
        if (day.otherSymbols() > 0) {
            counts.put("OTHER_SYMBOL", day.otherSymbols());
        }
        return counts;
    }
}
