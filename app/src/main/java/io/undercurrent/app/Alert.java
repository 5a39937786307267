package io.undercurrent.app;

import io.undercurrent.codec.Events;
import io.undercurrent.codec.sbe.AlertDecoder;
import io.undercurrent.codec.sbe.AlertPhase;
import io.undercurrent.codec.sbe.AlertSide;
import io.undercurrent.codec.sbe.MessageHeaderDecoder;
import io.undercurrent.codec.sbe.Severity;
import io.undercurrent.codec.sbe.SignalKind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.agrona.DirectBuffer;

/**
 * An alert as the journal holds it. A float of NaN: not available.
 *
 * @param sequence in the alerts journal
 * @param timeNs end of the row that raised or cleared it, UTC
 * @param bestBid in 1e-9; 0: none
 * @param bestAsk in 1e-9; 0: none
 * @param asOfSequence the last event it rests on
 */
record Alert(
        long sequence, long timeNs, int instrumentId, String symbol, AlertSide side, AlertPhase phase, Severity severity,
        SignalKind leading, float netLogOdds, float composite, float coverage, float absorption, float creep, float darkPool,
        float sinkhole, float contraction, long bestBid, long bestAsk, long windowStartNs, long windowEndNs, long rowIndex,
        long asOfSequence) {

    static boolean is(final DirectBuffer buffer, final int offset) {
        return Events.templateId(buffer, offset) == AlertDecoder.TEMPLATE_ID;
    }

    /** The alert encoded at the offset. */
    static Alert of(final DirectBuffer buffer, final int offset) {
        final AlertDecoder alert = new AlertDecoder().wrapAndApplyHeader(buffer, offset, new MessageHeaderDecoder());
        return new Alert(Events.sequence(buffer, offset), Events.exchangeTimeNs(buffer, offset), Events.instrumentId(buffer, offset),
                alert.symbol(), alert.side(), alert.phase(), alert.severity(), alert.leading(), alert.netLogOdds(), alert.composite(),
                alert.coverage(), alert.absorption(), alert.creep(), alert.darkPool(), alert.sinkhole(), alert.contraction(),
                alert.bestBid(), alert.bestAsk(), alert.windowStartNs(), alert.windowEndNs(), alert.rowIndex(), alert.asOfSequence());
    }

    /** All alerts of a stream from the sequence on. */
    static List<Alert> read(final Path stream, final long from) {
        final List<Alert> alerts = new ArrayList<>();
        Journals.read(stream, from, (buffer, offset, length) -> {
            if (is(buffer, offset)) {
                alerts.add(of(buffer, offset));
            }
        });
        return alerts;
    }

    boolean isRaised() {
        return phase == AlertPhase.RAISED;
    }
}
