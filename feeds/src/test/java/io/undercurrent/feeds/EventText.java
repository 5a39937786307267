package io.undercurrent.feeds;

import io.undercurrent.codec.Ascii8;
import io.undercurrent.codec.Decimals;
import io.undercurrent.codec.EventFlag;
import io.undercurrent.codec.Events;
import io.undercurrent.codec.Times;
import io.undercurrent.codec.TradeFlag;
import io.undercurrent.codec.sbe.BookClearDecoder;
import io.undercurrent.codec.sbe.FeedStateDecoder;
import io.undercurrent.codec.sbe.GapDecoder;
import io.undercurrent.codec.sbe.HeartbeatDecoder;
import io.undercurrent.codec.sbe.InstrumentDefinitionDecoder;
import io.undercurrent.codec.sbe.LevelDeleteDecoder;
import io.undercurrent.codec.sbe.LevelSetDecoder;
import io.undercurrent.codec.sbe.MessageHeaderDecoder;
import io.undercurrent.codec.sbe.OrderAddDecoder;
import io.undercurrent.codec.sbe.OrderDeleteDecoder;
import io.undercurrent.codec.sbe.OrderExecuteDecoder;
import io.undercurrent.codec.sbe.OrderReduceDecoder;
import io.undercurrent.codec.sbe.OrderReplaceDecoder;
import io.undercurrent.codec.sbe.QuoteDecoder;
import io.undercurrent.codec.sbe.RejectedDecoder;
import io.undercurrent.codec.sbe.SessionDecoder;
import io.undercurrent.codec.sbe.SnapshotDecoder;
import io.undercurrent.codec.sbe.TradeDecoder;
import io.undercurrent.codec.sbe.TradingStatusDecoder;
import java.nio.ByteOrder;
import org.agrona.DirectBuffer;

/** An event as one line, for tests that read like a tape: {@code 13:30:00.000000001 #7 add 5 BID 10.5 x 100 LAST}. */
public final class EventText {
    private static final MessageHeaderDecoder HEADER = new MessageHeaderDecoder();

    private EventText() {
    }

    /** Time of day (UTC), the source's number if any, what happened, flags. */
    public static String of(final DirectBuffer event) {
        final long sourceSequence = Events.sourceSequence(event, 0);
        return Times.format(Events.exchangeTimeNs(event, 0)).substring(11).replace("Z", "")
                + (sourceSequence == 0 ? "" : " #" + sourceSequence) + " " + what(event) + flags(Events.flags(event, 0));
    }

    private static String flags(final int flags) {
        return ((flags & EventFlag.LAST_IN_PACKET) != 0 ? " LAST" : "") + ((flags & EventFlag.SNAPSHOT) != 0 ? " SNAPSHOT" : "")
                + ((flags & EventFlag.GAP_BEFORE) != 0 ? " GAP_BEFORE" : "") + ((flags & EventFlag.BAD_TIME) != 0 ? " BAD_TIME" : "");
    }

    /** Only what happened. */
    public static String what(final DirectBuffer event) {
        return switch (Events.templateId(event, 0)) {
            case InstrumentDefinitionDecoder.TEMPLATE_ID -> definition(new InstrumentDefinitionDecoder().wrapAndApplyHeader(event, 0, HEADER));
            case OrderAddDecoder.TEMPLATE_ID -> {
                final OrderAddDecoder add = new OrderAddDecoder().wrapAndApplyHeader(event, 0, HEADER);
                yield "add " + add.orderId() + " " + add.side() + " " + at(add.price(), add.size());
            }
            case OrderReplaceDecoder.TEMPLATE_ID -> {
                final OrderReplaceDecoder replace = new OrderReplaceDecoder().wrapAndApplyHeader(event, 0, HEADER);
                yield "replace " + replace.orderId() + " by " + replace.newOrderId() + " " + replace.side() + " "
                        + at(replace.price(), replace.size());
            }
            case OrderReduceDecoder.TEMPLATE_ID -> {
                final OrderReduceDecoder reduce = new OrderReduceDecoder().wrapAndApplyHeader(event, 0, HEADER);
                yield "reduce " + reduce.orderId() + " " + reduce.side() + " by " + number(reduce.size());
            }
            case OrderDeleteDecoder.TEMPLATE_ID -> {
                final OrderDeleteDecoder delete = new OrderDeleteDecoder().wrapAndApplyHeader(event, 0, HEADER);
                yield "delete " + delete.orderId() + " " + delete.side();
            }
            case OrderExecuteDecoder.TEMPLATE_ID -> {
                final OrderExecuteDecoder execute = new OrderExecuteDecoder().wrapAndApplyHeader(event, 0, HEADER);
                yield "execute " + execute.orderId() + " " + execute.side() + " " + at(execute.price(), execute.size());
            }
            case LevelSetDecoder.TEMPLATE_ID -> {
                final LevelSetDecoder level = new LevelSetDecoder().wrapAndApplyHeader(event, 0, HEADER);
                yield "level " + level.side() + " " + at(level.price(), level.size());
            }
            case LevelDeleteDecoder.TEMPLATE_ID -> {
                final LevelDeleteDecoder level = new LevelDeleteDecoder().wrapAndApplyHeader(event, 0, HEADER);
                yield "no level " + level.side() + " " + number(level.price());
            }
            case BookClearDecoder.TEMPLATE_ID -> "clear " + new BookClearDecoder().wrapAndApplyHeader(event, 0, HEADER).scope();
            case SnapshotDecoder.TEMPLATE_ID -> "snapshot " + new SnapshotDecoder().wrapAndApplyHeader(event, 0, HEADER).phase();
            case QuoteDecoder.TEMPLATE_ID -> {
                final QuoteDecoder quote = new QuoteDecoder().wrapAndApplyHeader(event, 0, HEADER);
                yield "quote " + at(quote.bidPrice(), quote.bidSize()) + " / " + at(quote.askPrice(), quote.askSize());
            }
            case TradeDecoder.TEMPLATE_ID -> trade(event, new TradeDecoder().wrapAndApplyHeader(event, 0, HEADER));
            case TradingStatusDecoder.TEMPLATE_ID -> "status " + new TradingStatusDecoder().wrapAndApplyHeader(event, 0, HEADER).state();
            case SessionDecoder.TEMPLATE_ID -> {
                final SessionDecoder session = new SessionDecoder().wrapAndApplyHeader(event, 0, HEADER);
                yield "session " + session.session() + " " + session.phase();
            }
            case HeartbeatDecoder.TEMPLATE_ID -> "heartbeat";
            case FeedStateDecoder.TEMPLATE_ID -> {
                final FeedStateDecoder state = new FeedStateDecoder().wrapAndApplyHeader(event, 0, HEADER);
                yield "feed " + state.generation() + " " + state.condition();
            }
            case GapDecoder.TEMPLATE_ID -> {
                final GapDecoder gap = new GapDecoder().wrapAndApplyHeader(event, 0, HEADER);
                yield "gap " + gap.fromSourceSequence() + ".." + gap.toSourceSequence();
            }
            case RejectedDecoder.TEMPLATE_ID -> {
                final RejectedDecoder rejected = new RejectedDecoder().wrapAndApplyHeader(event, 0, HEADER);
                yield "rejected " + rejected.reason() + " line " + rejected.sourcePosition() + " of " + rejected.totalLength() + " bytes";
            }
            default -> throw new AssertionError("template " + Events.templateId(event, 0));
        };
    }

    private static String definition(final InstrumentDefinitionDecoder definition) {
        return "define " + definition.symbol() + " " + definition.bookKind() + " price " + number(definition.priceIncrement()) + " size "
                + number(definition.sizeIncrement());
    }

    private static String trade(final DirectBuffer event, final TradeDecoder trade) {
        final int block = Events.HEADER_LENGTH;
        final int flags = event.getShort(block + TradeDecoder.tradeFlagsEncodingOffset(), ByteOrder.LITTLE_ENDIAN);
        final String venue = Ascii8.unpack(event.getLong(block + TradeDecoder.venueEncodingOffset(), ByteOrder.LITTLE_ENDIAN));
        return "trade " + at(trade.price(), trade.size()) + " " + trade.aggressor() + " on " + venue
                + (trade.restingOrderId() == 0 ? "" : " of " + trade.restingOrderId())
                + ((flags & TradeFlag.OFF_EXCHANGE) != 0 ? " OFF" : "") + ((flags & TradeFlag.HIDDEN) != 0 ? " HIDDEN" : "")
                + ((flags & TradeFlag.AUCTION) != 0 ? " AUCTION" : "") + ((flags & TradeFlag.NOT_CURRENT) != 0 ? " NOT_CURRENT" : "")
                + ((flags & TradeFlag.CANCELLED) != 0 ? " CANCELLED " + trade.tradeId() : "");
    }

    private static String at(final long price, final long size) {
        return number(price) + " x " + number(size);
    }

    private static String number(final long value) {
        return Decimals.format(value);
    }
}
