package io.undercurrent.app;

import io.undercurrent.codec.sbe.AlertDecoder;
import io.undercurrent.codec.sbe.FeedStateDecoder;
import io.undercurrent.codec.sbe.GapDecoder;
import io.undercurrent.codec.sbe.HeartbeatDecoder;
import io.undercurrent.codec.sbe.InstrumentDefinitionDecoder;
import io.undercurrent.codec.sbe.MessageHeaderDecoder;
import io.undercurrent.codec.sbe.RejectedDecoder;
import io.undercurrent.codec.sbe.SessionDecoder;
import io.undercurrent.codec.sbe.TradeDecoder;
import io.undercurrent.codec.sbe.TradingStatusDecoder;
import java.nio.charset.StandardCharsets;
import org.agrona.DirectBuffer;

/** The fields of the events that change no book, behind the event header. */
final class MarketEventFields {
    private final FieldSink out;
    private final MessageHeaderDecoder header;

    MarketEventFields(final FieldSink out, final MessageHeaderDecoder header) {
        this.out = out;
        this.header = header;
    }

    /** Returns whether the event is one of these. */
    boolean write(final int templateId, final DirectBuffer buffer, final int offset) {
        switch (templateId) {
            case InstrumentDefinitionDecoder.TEMPLATE_ID ->
                definition(new InstrumentDefinitionDecoder().wrapAndApplyHeader(buffer, offset, header));
            case TradeDecoder.TEMPLATE_ID -> trade(new TradeDecoder().wrapAndApplyHeader(buffer, offset, header));
            case TradingStatusDecoder.TEMPLATE_ID -> {
                final TradingStatusDecoder event = new TradingStatusDecoder().wrapAndApplyHeader(buffer, offset, header);
                out.text("state", event.state().name());
                out.text("reason", event.reason());
            }
            case SessionDecoder.TEMPLATE_ID -> {
                final SessionDecoder event = new SessionDecoder().wrapAndApplyHeader(buffer, offset, header);
                out.text("session", event.session().name());
                out.text("phase", event.phase().name());
            }
            case HeartbeatDecoder.TEMPLATE_ID -> new HeartbeatDecoder().wrapAndApplyHeader(buffer, offset, header);
            case GapDecoder.TEMPLATE_ID -> {
                final GapDecoder event = new GapDecoder().wrapAndApplyHeader(buffer, offset, header);
                out.number("fromSourceSequence", event.fromSourceSequence());
                out.number("toSourceSequence", event.toSourceSequence());
            }
            case FeedStateDecoder.TEMPLATE_ID -> {
                final FeedStateDecoder event = new FeedStateDecoder().wrapAndApplyHeader(buffer, offset, header);
                out.number("generation", event.generation());
                out.text("condition", event.condition().name());
            }
            case RejectedDecoder.TEMPLATE_ID -> rejected(new RejectedDecoder().wrapAndApplyHeader(buffer, offset, header));
            case AlertDecoder.TEMPLATE_ID -> alert(new AlertDecoder().wrapAndApplyHeader(buffer, offset, header));
            default -> {
                return false;
            }
        }
        return true;
    }

    private void definition(final InstrumentDefinitionDecoder event) {
        out.text("symbol", event.symbol());
        out.text("venue", event.venue());
        out.text("currency", event.currency());
        out.decimal("priceIncrement", event.priceIncrement());
        out.decimal("sizeIncrement", event.sizeIncrement());
        out.text("bookKind", event.bookKind().name());
        out.names("capabilities", BitNames.CAPABILITIES.of(event.capabilities().getRaw()));
        out.time("regularOpen", event.regularOpenNs());
        out.time("regularClose", event.regularCloseNs());
    }

    private void trade(final TradeDecoder event) {
        out.decimal("price", event.price());
        out.decimal("size", event.size());
        out.text("aggressor", event.aggressor().name());
        out.id("tradeId", event.tradeId());
        out.text("venue", event.venue());
        out.text("conditions", event.conditions());
        out.names("tradeFlags", BitNames.TRADE_FLAGS.of(event.tradeFlags().getRaw()));
        if (event.actingVersion() >= TradeDecoder.restingOrderIdSinceVersion()) {
            out.id("restingOrderId", event.restingOrderId());
        }
    }

    private void rejected(final RejectedDecoder event) {
        out.text("reason", event.reason().name());
        out.number("sourcePosition", event.sourcePosition());
        out.number("totalLength", event.totalLength());
        out.number("storedLength", event.storedLength());
        final byte[] raw = new byte[Math.min(event.storedLength(), RejectedDecoder.rawLength())];
        event.getRaw(raw, 0, raw.length);
        // one character a byte, so that the bytes can be had back
        out.text("raw", new String(raw, StandardCharsets.ISO_8859_1));
    }

    private void alert(final AlertDecoder event) {
        out.text("symbol", event.symbol());
        out.text("side", event.side().name());
        out.text("phase", event.phase().name());
        out.text("severity", event.severity().name());
        out.text("leading", event.leading().name());
        out.real("netLogOdds", event.netLogOdds());
        out.real("composite", event.composite());
        out.real("coverage", event.coverage());
        out.real("absorption", event.absorption());
        out.real("creep", event.creep());
        out.real("darkPool", event.darkPool());
        out.real("sinkhole", event.sinkhole());
        out.real("contraction", event.contraction());
        out.decimal("bestBid", event.bestBid());
        out.decimal("bestAsk", event.bestAsk());
        out.time("windowStart", event.windowStartNs());
        out.time("windowEnd", event.windowEndNs());
        out.number("rowIndex", event.rowIndex());
        out.number("asOfSequence", event.asOfSequence());
    }
}
