package io.undercurrent.feeds.output;

import io.undercurrent.codec.EventFlag;
import io.undercurrent.codec.Events;
import org.agrona.DirectBuffer;

/**
 * When something happened.
 *
 * @param sourceSequence the source's own number; 0: none
 * @param lastInPacket nothing else happened with it
 */
public record Moment(long exchangeTimeNs, long receiveTimeNs, long sourceSequence, boolean lastInPacket) {
    static Moment of(final DirectBuffer buffer, final int offset) {
        return new Moment(Events.exchangeTimeNs(buffer, offset), Events.receiveTimeNs(buffer, offset),
                Events.sourceSequence(buffer, offset), (Events.flags(buffer, offset) & EventFlag.LAST_IN_PACKET) != 0);
    }
}
