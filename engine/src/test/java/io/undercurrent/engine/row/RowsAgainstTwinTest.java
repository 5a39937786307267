package io.undercurrent.engine.row;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.undercurrent.codec.Capability;
import io.undercurrent.codec.TradeFlag;
import io.undercurrent.codec.sbe.Aggressor;
import io.undercurrent.codec.sbe.BookKind;
import io.undercurrent.codec.sbe.ClearScope;
import io.undercurrent.codec.sbe.Side;
import io.undercurrent.engine.book.TreeBook;
import io.undercurrent.signals.RowColumn;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every column of every row of random tapes against rows that are looked up in the whole history. */
class RowsAgainstTwinTest {
    private static final int EVENTS = 4_000;
    private static final long GRID_NS = 250_000_000L;
    private static final Set<RowColumn> NOT_SUMS = EnumSet.of(RowColumn.LOT, RowColumn.CAPABILITIES);

    private SplittableRandom random = new SplittableRandom();
    private RowTape tape = new RowTape();
    private RowTwin twin = new RowTwin(BookKind.BY_ORDER, true);
    private final Set<RowColumn> seen = EnumSet.noneOf(RowColumn.class);
    private boolean byOrder;
    private final List<LitPrint> recent = new ArrayList<>();

    private record LitPrint(long price, long size) {
    }

    @ParameterizedTest
    @EnumSource(value = BookKind.class, names = {"BY_ORDER", "BY_LEVEL"})
    void agreesWithItsTwinOnRandomTapes(final BookKind kind) {
        for (int run = 0; run < 6; run++) {
            // the first two are always the same and show every column
            final long seed = run < 2 ? run + 3 : Long.getLong("seed", System.nanoTime()) + run;
            System.out.println("RowsAgainstTwinTest " + kind + " seed " + seed);
            play(kind, seed);
            compare("seed " + seed);
        }
        // a column that is always 0 would prove nothing
        assertEquals(EnumSet.allOf(RowColumn.class), seen);
    }

    private void play(final BookKind kind, final long seed) {
        random = new SplittableRandom(seed);
        byOrder = kind == BookKind.BY_ORDER;
        recent.clear();
        tape = new RowTape().define(kind, byOrder ? RowTape.ALL : RowTape.ALL & ~Capability.EXECUTIONS);
        twin = new RowTwin(kind, byOrder);
        long timeNs = RowTape.START_NS;
        for (int i = 0; i < EVENTS; i++) {
            timeNs += switch (random.nextInt(8)) {
                case 0, 1, 2 -> 0;
                // sometimes to the same moments of the second, so that times are just as far apart as a limit says
                case 3 -> random.nextInt(3) == 0 ? GRID_NS - timeNs % GRID_NS : random.nextInt(300_000_000);
                case 4 -> random.nextInt(60) == 0 ? random.nextInt(2_000_000_000) : 250_000;
                default -> random.nextInt(5_000_000);
            };
            tape.atNs(timeNs);
            twin.at(timeNs);
            final int what = random.nextInt(8);
            if (what < 2) {
                print();
            } else if (what == 2 && !recent.isEmpty()) {
                answer();
            } else if (byOrder) {
                order();
            } else {
                level();
            }
        }
        final long endNs = (timeNs / 1_000_000_000L + 2) * 1_000_000_000L;
        tape.atNs(endNs).out.heartbeat();
        twin.at(endNs);
    }

    private void compare(final String label) {
        final long endNs = tape.market.nowNs();
        final Map<Long, Map<RowColumn, Long>> expected = twin.rows(endNs);
        assertTrue(tape.rows.size() > 20, label);
        for (final Row row : tape.rows) {
            final Map<RowColumn, Long> sums = expected.getOrDefault(row.closeNs() / 1_000_000_000L - 1, Map.of());
            for (final RowColumn column : RowColumn.values()) {
                if (!NOT_SUMS.contains(column)) {
                    assertEquals(sums.getOrDefault(column, 0L), row.get(column),
                            () -> label + " " + column + " of the row that closed " + (row.closeNs() - RowTape.START_NS) / 1e9);
                }
            }
        }
        for (final RowColumn column : RowColumn.values()) {
            if (tape.rows.stream().anyMatch(row -> row.get(column) != 0)) {
                seen.add(column);
            }
        }
    }

    private Side side() {
        return random.nextBoolean() ? Side.BID : Side.ASK;
    }

    /** Around 10.00; the sides overlap a little; sometimes a stub. */
    private long price(final Side side) {
        final int away = random.nextInt(40) == 0 ? random.nextInt(100) : random.nextInt(-1, 14);
        return (1_000 + (side == Side.BID ? -away : away + 1)) * RowTwin.CENT;
    }

    private long id(final Side side) {
        return random.nextInt(side == Side.BID ? 60 : -60, side == Side.BID ? 120 : 0);
    }

    /** Puts size where there was a print, mostly just as much as was printed. */
    private void answer() {
        final LitPrint print = recent.get(random.nextInt(recent.size()));
        final RowTwin.Quote quote = twin.quote();
        final Side side = !quote.valid() ? side() : 2 * print.price < quote.bid() + quote.ask() ? Side.BID : Side.ASK;
        final long size = random.nextInt(4) == 0 ? print.size + RowTwin.SHARE : print.size;
        final List<TreeBook.Level> before = twin.book().visible();
        final Difference difference = new Difference(twin.book());
        final long id = id(side);
        if (!byOrder) {
            final long level = difference.size(side, print.price) + size;
            tape.out.levelSet(1, side, print.price, level, 1);
            twin.book().setLevel(side, print.price, level, 1);
        } else if (twin.book().has(id)) {
            tape.out.orderReplace(1, id, id, side, print.price, size);
            twin.book().replace(id, id, side, print.price, size);
        } else {
            tape.out.orderAdd(1, id, side, print.price, size);
            twin.book().add(id, side, print.price, size);
        }
        difference.tell(twin, before, false);
    }

    private void order() {
        final Side side = side();
        final long id = id(side);
        final long price = price(side);
        final long size = random.nextInt(1, 600) * RowTwin.SHARE;
        final long part = random.nextInt(1, 200) * RowTwin.SHARE;
        final List<TreeBook.Level> before = twin.book().visible();
        final Difference difference = new Difference(twin.book());
        switch (random.nextInt(60)) {
            case 0 -> {
                tape.out.bookClear(1, ClearScope.BOTH);
                twin.book().clear(Side.BID);
                twin.book().clear(Side.ASK);
                twin.cleared();
                twin.changed(before, side, 0, 0, 0, false);
                return;
            }
            case 1, 2, 3, 4, 5, 6, 7, 8 -> {
                tape.out.orderReplace(1, id, id, side, price, size);
                twin.book().replace(id, id, side, price, size);
            }
            case 9, 10, 11, 12, 13, 14, 15 -> {
                tape.out.orderReduce(1, id, side, part);
                twin.book().reduce(id, side, part);
            }
            case 16, 17, 18, 19, 20, 21, 22, 23, 24 -> {
                tape.out.orderExecute(1, id, side, price, size);
                twin.book().reduce(id, side, size);
                difference.tell(twin, before, true);
                return;
            }
            case 25, 26, 27, 28, 29, 30, 31, 32 -> {
                tape.out.orderDelete(1, id, side);
                twin.book().delete(id, side);
            }
            default -> {
                if (!twin.book().has(id)) {
                    tape.out.orderAdd(1, id, side, price, size);
                    twin.book().add(id, side, price, size);
                }
            }
        }
        difference.tell(twin, before, false);
    }

    private void level() {
        final Side side = side();
        final long price = price(side);
        final List<TreeBook.Level> before = twin.book().visible();
        final Difference difference = new Difference(twin.book());
        if (random.nextInt(200) == 0) {
            tape.out.bookClear(1, ClearScope.BOTH);
            twin.book().clear(Side.BID);
            twin.book().clear(Side.ASK);
            twin.cleared();
            twin.changed(before, side, 0, 0, 0, false);
            return;
        }
        final long size = random.nextInt(3) == 0 ? 0 : random.nextInt(1, 600) * RowTwin.SHARE;
        tape.out.levelSet(1, side, price, size, 1);
        twin.book().setLevel(side, price, size, 1);
        difference.tell(twin, before, false);
    }

    private void print() {
        final RowTwin.Quote quote = twin.quote();
        final long half = RowTwin.CENT / 2;
        final long price = !quote.valid() || random.nextInt(4) == 0 ? price(side()) + (random.nextInt(4) == 0 ? half : 0)
            : random.nextInt(5) == 0 ? quote.bid() + half : random.nextBoolean() ? quote.bid() : quote.ask();
        final int aggressor = random.nextInt(3) == 0 ? random.nextInt(-1, 2) : 0;
        final Aggressor told = aggressor == 0 ? Aggressor.UNKNOWN : aggressor > 0 ? Aggressor.BUY : Aggressor.SELL;
        final boolean current = random.nextInt(10) > 0;
        final int old = random.nextBoolean() ? TradeFlag.AUCTION : TradeFlag.NOT_CURRENT;
        if (random.nextInt(3) == 0) {
            final long size = size();
            final long mid = quote.valid() && random.nextBoolean() ? (quote.bid() + quote.ask()) / 2 : price;
            final long fine = mid + random.nextInt(-4, 5) * RowTwin.CENT / 20;
            tape.out.trade(1, fine, size, told, 0, 0, TradeFlag.OFF_EXCHANGE | (current ? 0 : old), 0, 0);
            twin.offPrint(fine, size, current);
        } else {
            // one, or several at a time
            for (int left = random.nextInt(4) == 0 ? random.nextInt(2, 8) : 1; left > 0; left--) {
                lit(price, size(), aggressor, told, current ? 0 : old);
            }
        }
    }

    private long size() {
        // often the same, so that several trades have a fill of one size
        final int shares = random.nextBoolean() ? 100 * random.nextInt(1, 3) : random.nextInt(random.nextInt(20) == 0 ? 30_000 : 600) + 1;
        return shares * RowTwin.SHARE;
    }

    private void lit(final long price, final long size, final int aggressor, final Aggressor told, final int old) {
        final boolean hidden = random.nextInt(10) == 0;
        tape.out.trade(1, price, size, told, 0, 0, old | (hidden ? TradeFlag.HIDDEN : 0), 0, 0);
        if (old == 0) {
            twin.litPrint(price, size, aggressor, hidden);
            if (price % RowTwin.CENT == 0) {
                recent.add(new LitPrint(price, size));
            }
            if (recent.size() > 8) {
                recent.removeFirst();
            }
        } else {
            twin.otherLitPrint(size);
        }
    }

    /** Finds what an event took from a level and put at one by comparing the levels before and after. */
    private static final class Difference {
        private final List<TreeBook.Level> bids;
        private final List<TreeBook.Level> asks;

        Difference(final TreeBook book) {
            bids = book.levels(Side.BID);
            asks = book.levels(Side.ASK);
        }

        /** At that price before. */
        long size(final Side side, final long price) {
            return sizeAt(side == Side.BID ? bids : asks, price);
        }

        private static long sizeAt(final List<TreeBook.Level> levels, final long price) {
            return levels.stream().filter(l -> l.price() == price).mapToLong(l -> l.size().longValueExact()).sum();
        }

        void tell(final RowTwin twin, final List<TreeBook.Level> before, final boolean execution) {
            if (bids.equals(twin.book().levels(Side.BID)) && asks.equals(twin.book().levels(Side.ASK))) {
                return;
            }
            for (final Side side : List.of(Side.BID, Side.ASK)) {
                for (final TreeBook.Level level : twin.book().levels(side)) {
                    final long more = level.size().longValueExact() - size(side, level.price());
                    if (more > 0) {
                        twin.added(side, level.price(), more);
                    }
                }
            }
            for (final Side side : List.of(Side.BID, Side.ASK)) {
                final List<TreeBook.Level> old = side == Side.BID ? bids : asks;
                for (int i = 0; i < old.size(); i++) {
                    final long price = old.get(i).price();
                    final long left = sizeAt(twin.book().levels(side), price);
                    final long taken = old.get(i).size().longValueExact() - left;
                    if (taken > 0) {
                        twin.changed(before, side, i, price, taken, execution);
                        return;
                    }
                }
            }
            twin.changed(before, Side.BID, 0, 0, 0, execution);
        }
    }
}
