package io.undercurrent.feeds.plant;

import io.undercurrent.codec.EventFlag;
import io.undercurrent.codec.Events;
import io.undercurrent.codec.TradeFlag;
import io.undercurrent.codec.sbe.BookKind;
import io.undercurrent.codec.sbe.InstrumentDefinitionDecoder;
import io.undercurrent.codec.sbe.MessageHeaderDecoder;
import io.undercurrent.codec.sbe.Side;
import io.undercurrent.codec.sbe.TradeDecoder;
import io.undercurrent.engine.book.Book;
import io.undercurrent.engine.book.BookState;
import io.undercurrent.engine.feed.Feed;
import io.undercurrent.feeds.RecordingSlots;
import io.undercurrent.feeds.sim.Truth;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** Plays a planted feed and keeps, of each instrument, a book of all events and one of the recorded ones alone. */
final class Played {
    private static final int NOT_COUNTED = TradeFlag.CANCELLED | TradeFlag.NOT_CURRENT | TradeFlag.AUCTION;

    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final Map<Integer, Instrument> instruments = new HashMap<>();
    private final List<Truth> expected;
    private final long[] executed;
    private final long[] total;
    private long planted;

    private static final class Instrument {
        private String symbol = "";
        private long sizeIncrement;
        private Book both = new Book(BookKind.BY_ORDER);
        private Book recorded = new Book(BookKind.BY_ORDER);
    }

    private Played(final List<Truth> expected) {
        this.expected = expected;
        executed = new long[expected.size()];
        total = new long[expected.size()];
    }

    /** Plays it to its end; what was executed is counted for these. */
    static Played of(final Feed feed, final List<Truth> expected) {
        final Played played = new Played(expected);
        RecordingSlots.run(feed, played::event);
        return played;
    }

    private void event(final DirectBuffer event) {
        final boolean own = PlantedFeed.isPlanted(event, 0);
        planted += own ? 1 : 0;
        final Instrument of = instruments.computeIfAbsent(Events.instrumentId(event, 0), any -> new Instrument());
        switch (Events.templateId(event, 0)) {
            case InstrumentDefinitionDecoder.TEMPLATE_ID -> define(of, event);
            case TradeDecoder.TEMPLATE_ID -> print(of, event, own);
            default -> book(of, event, own);
        }
    }

    private void define(final Instrument of, final DirectBuffer event) {
        final InstrumentDefinitionDecoder definition = new InstrumentDefinitionDecoder().wrapAndApplyHeader(event, 0, header);
        of.symbol = definition.symbol();
        of.sizeIncrement = definition.sizeIncrement();
        if (of.both.kind() != definition.bookKind()) {
            of.both = new Book(definition.bookKind());
            of.recorded = new Book(definition.bookKind());
        }
    }

    private void print(final Instrument of, final DirectBuffer event, final boolean own) {
        final TradeDecoder trade = new TradeDecoder().wrapAndApplyHeader(event, 0, header);
        if ((Recorded.flags(event) & NOT_COUNTED) != 0 || (Events.flags(event, 0) & (EventFlag.REPLAYED | EventFlag.SNAPSHOT)) != 0
                || trade.price() <= 0) {
            return;
        }
        if (!own) {
            requireOver(of, event);
            final boolean elsewhere = of.both.kind() == BookKind.TOP || (Recorded.flags(event) & TradeFlag.OFF_EXCHANGE) != 0;
            require(elsewhere || of.both.bestBid() <= Math.max(trade.price(), of.recorded.bestBid()), event, "passes a planted bid by");
            require(elsewhere || of.both.bestAsk() >= Math.min(trade.price(), of.recorded.bestAsk()), event, "passes a planted offer by");
        }
        final long timeNs = Events.exchangeTimeNs(event, 0);
        for (int i = 0; i < expected.size(); i++) {
            final Truth truth = expected.get(i);
            if (truth.symbol().equals(of.symbol) && timeNs >= truth.startNs() && timeNs < truth.endNs()) {
                total[i] += trade.size() / of.sizeIncrement;
                executed[i] += own ? trade.size() / of.sizeIncrement : 0;
            }
        }
    }

    private void book(final Instrument of, final DirectBuffer event, final boolean own) {
        final boolean sound = of.recorded.state() == BookState.TWO_SIDED;
        final boolean anomaly = of.both.apply(event, 0).isAnomaly();
        if (own) {
            require(!anomaly, event, "does not fit the book");
            require(of.both.state() == BookState.TWO_SIDED || !sound, event, "leaves the book " + of.both.state());
        } else {
            // a recorded deletion of a level that only a planted order shows does not fit the recorded book
            require(of.recorded.apply(event, 0).isAnomaly() == anomaly || of.both.kind() == BookKind.BY_LEVEL, event,
                    "fits one book, and not the other");
            require(of.recorded.state() != BookState.TWO_SIDED || of.both.state() == BookState.TWO_SIDED, event,
                    "leaves the book " + of.both.state());
            requireOver(of, event);
        }
    }

    private void requireOver(final Instrument of, final DirectBuffer event) {
        require(isPlantedNow(of, Events.exchangeTimeNs(event, 0)) || looksAsRecorded(of), event, "shows what is planted and over");
    }

    private boolean isPlantedNow(final Instrument of, final long timeNs) {
        return expected.stream().anyMatch(truth -> truth.symbol().equals(of.symbol) && timeNs >= truth.startNs() && timeNs <= truth.endNs());
    }

    private static boolean looksAsRecorded(final Instrument of) {
        return of.both.bestBid() == of.recorded.bestBid() && of.both.bestAsk() == of.recorded.bestAsk()
                && of.both.visibleSize(Side.BID) == of.recorded.visibleSize(Side.BID)
                && of.both.visibleSize(Side.ASK) == of.recorded.visibleSize(Side.ASK);
    }

    private static void require(final boolean holds, final DirectBuffer event, final String what) {
        if (!holds) {
            throw new AssertionError("event " + Events.sequence(event, 0) + (PlantedFeed.isPlanted(event, 0) ? ", planted, " : " ") + what);
        }
    }

    /** Planted volume of each of the truths. */
    List<Long> executed() {
        return Arrays.stream(executed).boxed().toList();
    }

    /** All volume of each. */
    List<Long> total() {
        return Arrays.stream(total).boxed().toList();
    }

    long planted() {
        return planted;
    }

    /** Nothing planted stands any more. */
    boolean isAsRecorded() {
        return instruments.values().stream().allMatch(of -> of.both.stateHash() == of.recorded.stateHash());
    }

    /** The event without the number it has got in this journal. */
    static byte[] bytes(final DirectBuffer event) {
        final byte[] bytes = new byte[Events.length(event, 0)];
        event.getBytes(0, bytes);
        final MutableDirectBuffer copy = new UnsafeBuffer(bytes);
        Events.sequence(copy, 0, 0);
        return bytes;
    }
}
