package io.undercurrent.journal;

import io.undercurrent.codec.Events;
import io.undercurrent.codec.sbe.GapEncoder;
import io.undercurrent.codec.sbe.MessageHeaderEncoder;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * The gap event with which a run begins if events before it are lost: of no instrument, no source number and no time (0), it names the
 * first and the last sequence that the journal does not hold, and has the number behind them.
 */
final class MissingEvents {
    static final int LENGTH = Events.HEADER_LENGTH + GapEncoder.BLOCK_LENGTH;

    private MissingEvents() {
    }

    static DirectBuffer event(final long from, final long to) {
        final UnsafeBuffer event = new UnsafeBuffer(new byte[LENGTH]);
        new GapEncoder().wrapAndApplyHeader(event, 0, new MessageHeaderEncoder()).fromSourceSequence(from).toSourceSequence(to);
        Events.header(event, to + 1, 0, 0, 0, 0, 0);
        return event;
    }
}
