package io.undercurrent.feeds.output;

import io.undercurrent.codec.Decimals;
import io.undercurrent.codec.Events;
import io.undercurrent.codec.Times;
import io.undercurrent.codec.sbe.BookKind;
import io.undercurrent.codec.sbe.InstrumentDefinitionDecoder;
import io.undercurrent.codec.sbe.MessageHeaderDecoder;
import io.undercurrent.codec.sbe.Side;
import io.undercurrent.codec.sbe.TradeDecoder;
import io.undercurrent.engine.book.Book;
import io.undercurrent.engine.book.BookView;
import io.undercurrent.engine.feed.Feed;
import io.undercurrent.feeds.RecordingSlots;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.agrona.DirectBuffer;

/** What events tell of books and trades, as far as a format can say it: for comparing what was written with what is read back. */
final class Told {
    private final Sayable sayable;
    private final Map<Integer, String> symbols = new HashMap<>();
    private final Map<Integer, Book> books = new HashMap<>();
    private final Map<String, NavigableMap<Long, String>> levels = new TreeMap<>();
    private final Map<String, List<String>> trades = new TreeMap<>();

    private Told(final Sayable sayable) {
        this.sayable = sayable;
    }

    /** Runs the feed to its end. */
    static Told by(final Feed feed, final Sayable sayable) {
        final Told told = new Told(sayable);
        RecordingSlots.run(feed, told::onEvent);
        return told;
    }

    private void onEvent(final DirectBuffer event) {
        final int id = Events.instrumentId(event, 0);
        final long timeNs = Events.exchangeTimeNs(event, 0) / sayable.timeUnitNs() * sayable.timeUnitNs();
        switch (Events.templateId(event, 0)) {
            case InstrumentDefinitionDecoder.TEMPLATE_ID -> {
                final InstrumentDefinitionDecoder definition =
                        new InstrumentDefinitionDecoder().wrapAndApplyHeader(event, 0, new MessageHeaderDecoder());
                symbols.put(id, definition.symbol());
                final BookKind kind = definition.bookKind();
                books.computeIfAbsent(id, key -> new Book(kind));
            }
            case TradeDecoder.TEMPLATE_ID -> sayable.print(Print.of(event, 0)).ifPresent(print ->
                    trades.computeIfAbsent(symbols.get(id), key -> new ArrayList<>()).add(Times.format(timeNs) + " " + text(print)));
            default -> {
                final Book book = books.get(id);
                if (book != null) {
                    book.apply(event, 0);
                    levels.computeIfAbsent(symbols.get(id), key -> new TreeMap<>()).put(timeNs, text(book));
                }
            }
        }
    }

    private static String text(final Print print) {
        return Decimals.format(print.price()) + " x " + Decimals.format(print.size()) + " " + print.aggressor() + " " + print.flags();
    }

    private String text(final BookView book) {
        final StringBuilder text = new StringBuilder();
        for (final Side side : List.of(Side.BID, Side.ASK)) {
            for (int k = 0; k < Math.min(book.levels(side), sayable.levels()); k++) {
                text.append(side).append(' ').append(Decimals.format(book.price(side, k))).append(" x ")
                        .append(Decimals.format(book.size(side, k))).append(sayable.levels() > 1 ? " of " + book.orderCount(side, k) : "")
                        .append("; ");
            }
        }
        return text.toString();
    }

    /** The book of each symbol whenever it became another one, after all events of the time. */
    Map<String, List<String>> books() {
        final Map<String, List<String>> changes = new TreeMap<>();
        levels.forEach((symbol, states) -> {
            final List<String> distinct = new ArrayList<>();
            String before = "";
            for (final Map.Entry<Long, String> state : states.entrySet()) {
                if (!state.getValue().equals(before)) {
                    before = state.getValue();
                    distinct.add(Times.format(state.getKey()) + " " + before);
                }
            }
            changes.put(symbol, distinct);
        });
        return changes;
    }

    Map<String, List<String>> trades() {
        return trades;
    }
}
