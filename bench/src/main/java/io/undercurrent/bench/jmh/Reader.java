package io.undercurrent.bench.jmh;

import io.undercurrent.codec.Events;
import io.undercurrent.engine.ring.RingHandler;
import org.agrona.DirectBuffer;

/** Does next to nothing with an event: reads its sequence. */
final class Reader implements RingHandler {
    private long last;

    @Override
    public String name() {
        return "reader";
    }

    @Override
    public void onEvent(final DirectBuffer event, final boolean endOfBatch) {
        final long sequence = Events.sequence(event, 0);
        if (sequence != last + 1) {
            throw new IllegalStateException("event " + sequence + " came after " + last);
        }
        last = sequence;
    }
}
