package io.undercurrent.feeds.plant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.undercurrent.codec.Times;
import io.undercurrent.codec.sbe.AlertSide;
import io.undercurrent.codec.sbe.BookKind;
import io.undercurrent.engine.feed.Feed;
import io.undercurrent.engine.row.BookListener;
import io.undercurrent.engine.row.MarketState;
import io.undercurrent.engine.row.RowSettings;
import io.undercurrent.engine.row.SweepSink;
import io.undercurrent.feeds.RecordingSlots;
import io.undercurrent.feeds.sim.Episode;
import io.undercurrent.feeds.sim.EpisodeKind;
import io.undercurrent.feeds.sim.EpisodeStyle;
import io.undercurrent.signals.RowColumn;
import io.undercurrent.signals.Sweep;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each planted programme is seen in the rows of its time, against the rows of the same recording with nothing planted. */
class PlantedRowsTest {
    private static final int FROM_S = 300;
    private static final int TO_S = 900;

    /** Columns by second. */
    private static List<int[]> rows(final Feed feed) {
        final List<int[]> rows = new ArrayList<>();
        final Sweep sweep = new Sweep(1);
        final MarketState market = new MarketState(RowSettings.standard(1), new SweepSink() {
            @Override
            public Sweep next() {
                return sweep;
            }

            @Override
            public void filled(final Sweep filled) {
                final int[] row = new int[RowColumn.values().length];
                for (final RowColumn column : RowColumn.values()) {
                    row[column.ordinal()] = filled.value(0, column.ordinal());
                }
                rows.add(row);
            }
        }, BookListener.NONE);
        RecordingSlots.run(feed, event -> market.onEvent(event, 0));
        return rows;
    }

    private static SmallMarket market(final BookKind kind) {
        return new SmallMarket(kind, 20 * Times.MINUTE_NS, 4);
    }

    private static List<int[]> planted(final BookKind book, final EpisodeKind kind, final EpisodeStyle style, final AlertSide side) {
        return rows(new PlantedFeed(market(book), new Planting(3, List.of(new Episode(SmallMarket.SYMBOL, kind, side, style, List.of(),
                FROM_S * Times.SECOND_NS, (TO_S - FROM_S) * Times.SECOND_NS, 0.2)))));
    }

    private static double sum(final List<int[]> rows, final RowColumn column, final int from, final int to) {
        return rows.subList(from, to).stream().mapToDouble(row -> row[column.ordinal()]).sum();
    }

    private static double ratio(final List<int[]> planted, final List<int[]> clean, final RowColumn column) {
        return (sum(planted, column, FROM_S, TO_S) + 1) / (sum(clean, column, FROM_S, TO_S) + 1);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void absorptionIsHitAndRefilledOrHidden(final EpisodeStyle style) {
        final List<int[]> clean = rows(market(BookKind.BY_ORDER));
        final List<int[]> planted = planted(BookKind.BY_ORDER, EpisodeKind.ABSORPTION, style, AlertSide.ACCUMULATION);
        assertEquals(clean.size(), planted.size());
        assertTrue(ratio(planted, clean, RowColumn.BID_HIT) > 1.4, "hit " + ratio(planted, clean, RowColumn.BID_HIT));
        final RowColumn shown = style == EpisodeStyle.NON_DISPLAYED ? RowColumn.BID_HIDDEN : RowColumn.BID_REFILL;
        if (style == EpisodeStyle.NON_DISPLAYED) {
            final double held = sum(planted, RowColumn.BID_HIDDEN, FROM_S, TO_S) + sum(planted, RowColumn.BID_REFILL, FROM_S, TO_S)
                    - sum(clean, RowColumn.BID_HIDDEN, FROM_S, TO_S) - sum(clean, RowColumn.BID_REFILL, FROM_S, TO_S);
            assertTrue(held > 0.5 * (sum(planted, RowColumn.BID_HIT, FROM_S, TO_S) - sum(clean, RowColumn.BID_HIT, FROM_S, TO_S)), "held " + held);
        } else {
            assertTrue(ratio(planted, clean, shown) > 2, shown + " " + ratio(planted, clean, shown));
        }
        assertEquals(1, ratio(planted, clean, RowColumn.ASK_HIT), 0.02);
        final RowColumn answer = switch (style) {
            case NATIVE_ICEBERG -> RowColumn.BID_AT_ONCE_HITS;
            case SYNTHETIC_REFILL -> RowColumn.BID_MATCHED_HITS;
            default -> RowColumn.BID_UNSEEN_BURSTS;
        };
        assertTrue(ratio(planted, clean, answer) > 5, answer + " " + ratio(planted, clean, answer));
    }

    @Test
    void absorptionOfBuyingIsItsMirror() {
        final List<int[]> clean = rows(market(BookKind.BY_ORDER));
        final List<int[]> planted =
                planted(BookKind.BY_ORDER, EpisodeKind.ABSORPTION, EpisodeStyle.SYNTHETIC_REFILL, AlertSide.DISTRIBUTION);
        assertTrue(ratio(planted, clean, RowColumn.ASK_HIT) > 1.4, "hit " + ratio(planted, clean, RowColumn.ASK_HIT));
        assertTrue(ratio(planted, clean, RowColumn.ASK_REFILL) > 2, "refilled " + ratio(planted, clean, RowColumn.ASK_REFILL));
        assertEquals(1, ratio(planted, clean, RowColumn.BID_HIT), 0.02);
    }

    @Test
    void nothingIsDifferentBeforeTheProgramme() {
        final List<int[]> clean = rows(market(BookKind.BY_ORDER));
        final List<int[]> planted =
                planted(BookKind.BY_ORDER, EpisodeKind.SINKHOLE, EpisodeStyle.NONE, AlertSide.ACCUMULATION);
        for (final RowColumn column : RowColumn.values()) {
            assertEquals(sum(clean, column, 0, FROM_S - 1), sum(planted, column, 0, FROM_S - 1), column.name());
        }
    }

    @Test
    void theOtherKindsShowWhatTheySay() {
        final List<int[]> clean = rows(market(BookKind.BY_ORDER));
        final List<int[]> creep = planted(BookKind.BY_ORDER, EpisodeKind.CREEP, EpisodeStyle.NONE, AlertSide.ACCUMULATION);
        assertTrue(ratio(creep, clean, RowColumn.SMALL_BUY_BURSTS) > 1.4, "small " + ratio(creep, clean, RowColumn.SMALL_BUY_BURSTS));
        assertEquals(1, ratio(creep, clean, RowColumn.SMALL_SELL_BURSTS), 0.02);
        final List<int[]> dark = planted(BookKind.BY_ORDER, EpisodeKind.DARK_POOL, EpisodeStyle.NONE, AlertSide.ACCUMULATION);
        assertTrue(ratio(dark, clean, RowColumn.OFF_MID_BURSTS) > 1.2, "off " + ratio(dark, clean, RowColumn.OFF_MID_BURSTS));
        final List<int[]> deep = planted(BookKind.BY_ORDER, EpisodeKind.SINKHOLE, EpisodeStyle.NONE, AlertSide.ACCUMULATION);
        assertTrue(ratio(deep, clean, RowColumn.BID_DEPTH10) > 1.3, "depth " + ratio(deep, clean, RowColumn.BID_DEPTH10));
        assertTrue(ratio(deep, clean, RowColumn.BID_EXECUTED_DEEP) > 2, "deep " + ratio(deep, clean, RowColumn.BID_EXECUTED_DEEP));
    }

    @ParameterizedTest
    @EnumSource(names = {"BY_ORDER", "BY_LEVEL", "TOP"})
    void contractionNarrowsTheSpread(final BookKind kind) {
        final List<int[]> clean = rows(market(kind));
        final List<int[]> planted = planted(kind, EpisodeKind.CONTRACTION, EpisodeStyle.NONE, AlertSide.ACCUMULATION);
        assertTrue(ratio(planted, clean, RowColumn.SPREAD_TIME) < 0.85, "spread " + ratio(planted, clean, RowColumn.SPREAD_TIME));
    }
}
