package io.undercurrent.app;

import io.undercurrent.codec.Events;
import io.undercurrent.engine.book.BookView;
import io.undercurrent.engine.row.BookListener;
import io.undercurrent.engine.row.Instrument;
import io.undercurrent.engine.row.MarketCounter;
import io.undercurrent.engine.row.MarketState;
import io.undercurrent.engine.row.RowSettings;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.agrona.DirectBuffer;
import org.agrona.ExpandableArrayBuffer;
import org.agrona.collections.Int2ObjectHashMap;

/**
 * Rebuilds the books from events and writes a line for each event that did not fit, and each reason it did not. That a book is crossed
 * shows only when the moment of the event that crossed it is over, so that line may come after those of later events. One thread.
 */
final class Anomalies implements BookListener {
    private static final int MAX_INSTRUMENTS = 65_536;

    private final FieldSink out;
    private final EventFields fields;
    private final Optional<String> symbol;
    private final MarketState market;
    private final AnomalyReasons reasons;
    /** The last event that each book took in, by instrument. */
    private final Int2ObjectHashMap<ExpandableArrayBuffer> applied = new Int2ObjectHashMap<>();
    private final Map<String, Long> counts = new TreeMap<>();

    /** @param symbol write only of this instrument; empty: of all, and of events that belong to none */
    Anomalies(final FieldSink out, final Optional<String> symbol) {
        this.out = out;
        this.symbol = symbol;
        fields = new EventFields(JournalStream.EVENTS, out);
        market = new MarketState(RowSettings.standard(MAX_INSTRUMENTS), new IgnoredSweeps(MAX_INSTRUMENTS), this);
        reasons = new AnomalyReasons(market.counters());
    }

    /** As a journal's tailer delivers it. */
    void onEvent(final DirectBuffer buffer, final int offset, final int length) {
        market.onEvent(buffer, offset);
        for (final String reason : reasons.of(buffer, offset)) {
            final String name = market.find(Events.instrumentId(buffer, offset)).map(Instrument::symbol).orElse("");
            if (begin(name, reason, buffer, offset)) {
                fields.writeBody(buffer, offset, length);
                out.end();
            }
        }
    }

    @Override
    public void onVisibleChange(final Instrument instrument, final BookView book, final DirectBuffer buffer, final int offset) {
        // what shows is not what is looked for
    }

    @Override
    public void onApplied(final Instrument instrument, final DirectBuffer buffer, final int offset) {
        applied.computeIfAbsent(instrument.id(), id -> new ExpandableArrayBuffer())
                .putBytes(0, buffer, offset, Events.length(buffer, offset));
    }

    @Override
    public void onCrossed(final Instrument instrument, final BookView book) {
        final DirectBuffer event = applied.get(instrument.id());
        if (begin(instrument.symbol(), MarketCounter.CROSSED.name(), event, 0)) {
            out.decimal("bestBid", book.bestBid());
            out.decimal("bestAsk", book.bestAsk());
            fields.writeBody(event, 0, Events.length(event, 0));
            out.end();
        }
    }

    /** Counts it, and begins its line, unless it is of an instrument that is not asked for. */
    private boolean begin(final String name, final String reason, final DirectBuffer event, final int offset) {
        if (symbol.isPresent() && !symbol.get().equals(name)) {
            return false;
        }
        counts.merge(reason, 1L, Long::sum);
        out.begin(JournalStream.EVENTS, EventNames.of(Events.templateId(event, offset)));
        out.time("exchangeTime", Events.exchangeTimeNs(event, offset));
        out.number("sequence", Events.sequence(event, offset));
        out.number("sourceSequence", Events.sourceSequence(event, offset));
        out.text("symbol", name);
        out.text("why", reason);
        return true;
    }

    /** Lines written, by reason. */
    Map<String, Long> counts() {
        return Map.copyOf(counts);
    }

    MarketState market() {
        return market;
    }
}
