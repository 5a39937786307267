package io.undercurrent.feeds.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.undercurrent.codec.Events;
import io.undercurrent.codec.Times;
import io.undercurrent.codec.sbe.AlertSide;
import io.undercurrent.codec.sbe.BookKind;
import io.undercurrent.codec.sbe.GapDecoder;
import io.undercurrent.codec.sbe.Side;
import io.undercurrent.codec.sbe.SnapshotDecoder;
import io.undercurrent.codec.sbe.TradeDecoder;
import io.undercurrent.engine.book.Book;
import io.undercurrent.engine.book.BookOutcome;
import io.undercurrent.engine.book.BookState;
import io.undercurrent.engine.feed.EventPublisher;
import io.undercurrent.engine.feed.EventSlots;
import io.undercurrent.engine.feed.Feed;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

/** A troubled feed shows what its label says, and the market behind it is the clean one. */
class FeedTroubleTest {
    private static final long SESSION_NS = 30 * Times.MINUTE_NS;
    private static final long START_NS = 5 * Times.MINUTE_NS;
    private static final long DURATION_NS = 20 * Times.MINUTE_NS;
    private static final String SYMBOL = SimulatedInstrument.defaults().getFirst().symbol();

    /** Keeps the book of the first instrument, and how long it was in which state while the trouble went on. */
    private static final class Watch implements EventSlots {
        private final UnsafeBuffer slot = new UnsafeBuffer(new byte[Events.MAX_LENGTH]);
        private final Book book = new Book(BookKind.BY_ORDER);
        private final Map<BookState, Long> timeNs = new EnumMap<>(BookState.class);
        private final long startNs;
        private long lastNs;
        private long wideNs;
        private int snapshots;
        private int gaps;
        private int trades;
        private int misfits;

        Watch(final SimulatorOptions options) {
            startNs = options.sessionStartNs() + START_NS;
            final EventPublisher out = new EventPublisher(this, 1);
            try (SimulatorFeed feed = new SimulatorFeed(options)) {
                while (feed.poll(out, 1000) != Feed.DONE) {
                    // to the end
                }
            }
        }

        @Override
        public MutableDirectBuffer claim() {
            return slot;
        }

        @Override
        public void publish() {
            final long nowNs = Events.exchangeTimeNs(slot, 0);
            if (Events.instrumentId(slot, 0) != 1) {
                return;
            }
            if (lastNs >= startNs && nowNs < startNs + DURATION_NS) {
                timeNs.merge(book.state(), nowNs - lastNs, Long::sum);
                final boolean wide = book.state() == BookState.TWO_SIDED && book.bestAsk() > 1.05 * book.bestBid();
                wideNs += wide ? nowNs - lastNs : 0;
                trades += Events.templateId(slot, 0) == TradeDecoder.TEMPLATE_ID ? 1 : 0;
            }
            lastNs = nowNs;
            snapshots += Events.templateId(slot, 0) == SnapshotDecoder.TEMPLATE_ID ? 1 : 0;
            gaps += Events.templateId(slot, 0) == GapDecoder.TEMPLATE_ID ? 1 : 0;
            final BookOutcome outcome = book.apply(slot, 0);
            misfits += outcome.applied() || outcome == BookOutcome.IGNORED ? 0 : 1;
        }

        double share(final BookState state) {
            return timeNs.getOrDefault(state, 0L) / (double) DURATION_NS;
        }

        List<List<Long>> levels() {
            final List<List<Long>> levels = new ArrayList<>();
            for (final Side side : new Side[] {Side.BID, Side.ASK}) {
                for (int i = 0; i < book.levels(side); i++) {
                    levels.add(List.of(book.price(side, i), book.size(side, i), (long) book.orderCount(side, i)));
                }
            }
            return levels;
        }
    }

    private static Watch watch(final long seed, final EpisodeKind kind) {
        final SimulatorOptions clean = SimulatorOptions.clean(seed, SESSION_NS);
        final Watch troubled = new Watch(clean.withEpisodes(
                List.of(new Episode(SYMBOL, kind, AlertSide.ACCUMULATION, START_NS, DURATION_NS, 0.1))));
        assertEquals(0, troubled.misfits, "seed " + seed + ": the feed never tells of an order that it has not shown");
        assertEquals(new Watch(clean).levels(), troubled.levels(), "seed " + seed + ": behind the trouble the market is the clean one");
        return troubled;
    }

    @Test
    void resetsAreFollowedBySnapshots() {
        final Watch watch = watch(1, EpisodeKind.RESET);
        assertTrue(watch.snapshots >= 20, watch.snapshots + " snapshot events");
        assertEquals(0, watch.gaps);
    }

    @Test
    void gapsAreSaidAndNothingIsToldInThem() {
        final Watch watch = watch(2, EpisodeKind.GAP);
        assertTrue(watch.gaps >= 5, watch.gaps + " gaps");
        assertTrue(watch.snapshots >= 2 * watch.gaps, watch.snapshots + " snapshot events");
    }

    @Test
    void aCrossedFeedIsCrossedLockedAndTightInTurn() {
        final Watch watch = watch(3, EpisodeKind.CROSSED);
        assertTrue(watch.share(BookState.CROSSED) > 0.2, watch.timeNs.toString());
        assertTrue(watch.share(BookState.LOCKED) > 0.05, watch.timeNs.toString());
        assertTrue(watch.share(BookState.TWO_SIDED) > 0.2, watch.timeNs.toString());
    }

    @Test
    void aOneSidedFeedHasOneSideForMinutesWhileTradesGoOn() {
        final Watch watch = watch(4, EpisodeKind.ONE_SIDED);
        assertTrue(watch.share(BookState.ONE_SIDED) > 0.4, watch.timeNs.toString());
        assertTrue(watch.trades > 100, watch.trades + " trades");
    }

    @Test
    void stubQuotesLeaveASpreadThatNobodyMeans() {
        final Watch watch = watch(5, EpisodeKind.STUB_QUOTES);
        assertTrue(watch.wideNs > 0.4 * DURATION_NS, watch.wideNs + " ns wide");
    }
}
