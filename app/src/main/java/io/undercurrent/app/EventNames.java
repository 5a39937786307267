package io.undercurrent.app;

import io.undercurrent.codec.sbe.AlertDecoder;
import io.undercurrent.codec.sbe.BookClearDecoder;
import io.undercurrent.codec.sbe.FeedStateDecoder;
import io.undercurrent.codec.sbe.GapDecoder;
import io.undercurrent.codec.sbe.HeartbeatDecoder;
import io.undercurrent.codec.sbe.InstrumentDefinitionDecoder;
import io.undercurrent.codec.sbe.LevelDeleteDecoder;
import io.undercurrent.codec.sbe.LevelSetDecoder;
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

/** The schema's names of its messages. */
final class EventNames {
    private EventNames() {
    }

    static String of(final int templateId) {
        return switch (templateId) {
            case InstrumentDefinitionDecoder.TEMPLATE_ID -> "InstrumentDefinition";
            case OrderAddDecoder.TEMPLATE_ID -> "OrderAdd";
            case OrderReplaceDecoder.TEMPLATE_ID -> "OrderReplace";
            case OrderReduceDecoder.TEMPLATE_ID -> "OrderReduce";
            case OrderDeleteDecoder.TEMPLATE_ID -> "OrderDelete";
            case OrderExecuteDecoder.TEMPLATE_ID -> "OrderExecute";
            case LevelSetDecoder.TEMPLATE_ID -> "LevelSet";
            case LevelDeleteDecoder.TEMPLATE_ID -> "LevelDelete";
            case BookClearDecoder.TEMPLATE_ID -> "BookClear";
            case SnapshotDecoder.TEMPLATE_ID -> "Snapshot";
            case QuoteDecoder.TEMPLATE_ID -> "Quote";
            case TradeDecoder.TEMPLATE_ID -> "Trade";
            case TradingStatusDecoder.TEMPLATE_ID -> "TradingStatus";
            case SessionDecoder.TEMPLATE_ID -> "Session";
            case HeartbeatDecoder.TEMPLATE_ID -> "Heartbeat";
            case GapDecoder.TEMPLATE_ID -> "Gap";
            case FeedStateDecoder.TEMPLATE_ID -> "FeedState";
            case RejectedDecoder.TEMPLATE_ID -> "Rejected";
            case AlertDecoder.TEMPLATE_ID -> "Alert";
            default -> "Type" + templateId;
        };
    }
}
