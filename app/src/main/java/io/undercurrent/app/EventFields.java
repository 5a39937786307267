package io.undercurrent.app;

import io.undercurrent.codec.Events;
import io.undercurrent.codec.sbe.MessageHeaderDecoder;
import org.agrona.DirectBuffer;

/**
 * Every field of any event, named as in the schema. A type that this version does not know is shown as its bytes, so that nothing is left
 * out. One thread.
 */
final class EventFields {
    private static final char[] HEX = "0123456789abcdef".toCharArray();

    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final String stream;
    private final FieldSink out;
    private final BookEventFields bookEvents;
    private final MarketEventFields marketEvents;

    /** @param stream the journal's stream that the events come from */
    EventFields(final String stream, final FieldSink out) {
        this.stream = stream;
        this.out = out;
        bookEvents = new BookEventFields(out, header);
        marketEvents = new MarketEventFields(out, header);
    }

    /** As a journal's tailer delivers it. */
    void write(final DirectBuffer buffer, final int offset, final int length) {
        out.begin(stream, EventNames.of(Events.templateId(buffer, offset)));
        out.number("sequence", Events.sequence(buffer, offset));
        out.number("sourceSequence", Events.sourceSequence(buffer, offset));
        out.time("exchangeTime", Events.exchangeTimeNs(buffer, offset));
        out.time("receiveTime", Events.receiveTimeNs(buffer, offset));
        out.number("instrumentId", Events.instrumentId(buffer, offset));
        out.names("flags", BitNames.EVENT_FLAGS.of(Events.flags(buffer, offset)));
        writeBody(buffer, offset, length);
        out.end();
    }

    /** Only what its type has, behind the event header. */
    void writeBody(final DirectBuffer buffer, final int offset, final int length) {
        final int templateId = Events.templateId(buffer, offset);
        if (!bookEvents.write(templateId, buffer, offset) && !marketEvents.write(templateId, buffer, offset)) {
            out.text("bytes", hex(buffer, offset, length));
        }
    }

    private static String hex(final DirectBuffer buffer, final int offset, final int length) {
        final StringBuilder text = new StringBuilder(2 * length);
        for (int i = offset; i < offset + length; i++) {
            final int value = buffer.getByte(i) & 0xFF;
            text.append(HEX[value >> 4]).append(HEX[value & 0xF]);
        }
        return text.toString();
    }
}
