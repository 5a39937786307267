package io.undercurrent.feeds.profile;

import io.undercurrent.codec.Events;
import io.undercurrent.codec.sbe.InstrumentDefinitionDecoder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.agrona.DirectBuffer;

/** The stylised facts of every instrument in a sequence of events: give it each event in order, then ask. One thread. */
public final class MarketProfile {
    private final Map<Integer, InstrumentProfile> instruments = new LinkedHashMap<>();
    private final InstrumentDefinitionDecoder definition = new InstrumentDefinitionDecoder();

    public void onEvent(final DirectBuffer buffer, final int offset) {
        final int id = Events.instrumentId(buffer, offset);
        if (Events.templateId(buffer, offset) == InstrumentDefinitionDecoder.TEMPLATE_ID) {
            definition.wrap(buffer, offset + Events.HEADER_LENGTH, Events.blockLength(buffer, offset), Events.version(buffer, offset));
            instruments.computeIfAbsent(id, any -> new InstrumentProfile(definition))
                    .begin(definition.regularOpenNs(), definition.regularCloseNs());
            return;
        }
        final InstrumentProfile instrument = instruments.get(id);
        if (instrument != null) {
            instrument.onEvent(buffer, offset);
        }
    }

    /** In the order of their first definitions. */
    public List<InstrumentProfile> instruments() {
        return List.copyOf(instruments.values());
    }
}
