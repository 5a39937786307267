package io.undercurrent.engine.book;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.undercurrent.codec.sbe.BookKind;
import io.undercurrent.codec.sbe.ClearScope;
import io.undercurrent.codec.sbe.Side;
import io.undercurrent.codec.sbe.SnapshotPhase;
import io.undercurrent.engine.feed.EventPublisher;
import java.math.BigInteger;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each kind of book beside a slow obvious one, through random events of which many are wrong. */
class BookAgainstTwinTest {
    private static final int EVENTS = 12_000;
    private static final int INSTRUMENT = 1;
    private static final long TICK = 10_000_000L;

    private SplittableRandom random = new SplittableRandom();
    private BookOutcome outcome = BookOutcome.IGNORED;

    @ParameterizedTest
    @EnumSource(value = BookKind.class, names = "NULL_VAL", mode = EnumSource.Mode.EXCLUDE)
    void agreesWithItsTwinOnRandomEventsGoodAndBad(final BookKind kind) {
        for (int run = 0; run < 4; run++) {
            final long seed = Long.getLong("seed", System.nanoTime()) + run;
            System.out.println("BookAgainstTwinTest " + kind + " seed " + seed);
            // narrow books have many orders a level, wide ones many more levels than are visible
            compare(kind, seed, run % 2 == 0 ? 8 : 60, "seed " + seed + " " + kind);
        }
    }

    private void compare(final BookKind kind, final long seed, final int width, final String label) {
        random = new SplittableRandom(seed);
        final Book book = new Book(kind);
        final Book again = new Book(kind);
        final TreeBook twin = new TreeBook(kind);
        final EventPublisher out = new EventPublisher(new DirectSlots((buffer, at) -> {
            outcome = book.apply(buffer, at);
            again.apply(buffer, at);
        }), 1);
        for (int i = 0; i < EVENTS; i++) {
            final List<TreeBook.Level> before = twin.visible();
            final boolean wasWhole = twin.whole();
            out.at(1_000L + i, 1_000L + i, i, 0);
            final BookOutcome expected = step(kind, out, twin, width);
            final String where = label + " event " + i;
            assertEquals(expected, outcome, where);
            final List<TreeBook.Level> after = twin.visible();
            final boolean changed = twin.whole() && !after.equals(wasWhole ? before : twin.beforeSnapshot());
            assertEquals(changed, book.visibleChanged(), where);
            assertEquals(twin.whole(), book.whole(), where);
            check(book, twin, i % 64 == 0 ? Integer.MAX_VALUE : 12, where);
        }
        assertEquals(again.stateHash(), book.stateHash(), label);
    }

    private static void check(final Book book, final TreeBook twin, final int depth, final String where) {
        for (final Side side : List.of(Side.BID, Side.ASK)) {
            final List<TreeBook.Level> levels = twin.levels(side);
            assertEquals(levels.size(), book.levels(side), where);
            BigInteger sum = BigInteger.ZERO;
            for (int k = 0; k < Math.min(depth, levels.size() + 3); k++) {
                final TreeBook.Level level =
                    k < levels.size() ? levels.get(k) : new TreeBook.Level(BookView.NO_PRICE, BigInteger.ZERO, 0);
                assertEquals(level.price(), book.price(side, k), where);
                assertEquals(level.size().longValueExact(), book.size(side, k), where);
                assertEquals(level.count(), book.orderCount(side, k), where);
                assertEquals(level.size().longValueExact(), book.sizeAt(side, level.price()), where);
                sum = k < 10 ? sum.add(level.size()) : sum;
            }
            assertEquals(sum.min(BigInteger.valueOf(Long.MAX_VALUE)).longValueExact(), book.visibleSize(side), where);
        }
        final List<TreeBook.Level> bids = twin.levels(Side.BID);
        final List<TreeBook.Level> asks = twin.levels(Side.ASK);
        final BookState state = (bids.isEmpty() && asks.isEmpty()) ? BookState.EMPTY
                : (bids.isEmpty() || asks.isEmpty()) ? BookState.ONE_SIDED
                : bids.getFirst().price() < asks.getFirst().price() ? BookState.TWO_SIDED
                : bids.getFirst().price() == asks.getFirst().price() ? BookState.LOCKED : BookState.CROSSED;
        assertEquals(state, book.state(), where);
    }

    /** Publishes one event and tells the twin. */
    private BookOutcome step(final BookKind kind, final EventPublisher out, final TreeBook twin, final int width) {
        final Side side = side();
        final int rare = random.nextInt(1_000);
        if (rare < 3) {
            final ClearScope scope = rare == 0 ? ClearScope.BID : rare == 1 ? ClearScope.ASK : ClearScope.BOTH;
            out.bookClear(INSTRUMENT, scope);
            if (scope != ClearScope.ASK) {
                twin.clear(Side.BID);
            }
            if (scope != ClearScope.BID) {
                twin.clear(Side.ASK);
            }
            return BookOutcome.APPLIED;
        }
        if (rare < 6) {
            out.snapshot(INSTRUMENT, SnapshotPhase.BEGIN);
            twin.beginSnapshot();
            return BookOutcome.APPLIED;
        }
        if (rare < 16) {
            out.snapshot(INSTRUMENT, SnapshotPhase.END);
            return twin.endSnapshot();
        }
        if (rare < 20) {
            out.heartbeat();
            return BookOutcome.IGNORED;
        }
        final boolean stranger = random.nextInt(50) == 0;
        return switch (stranger ? BookKind.get((short) random.nextInt(4)) : kind) {
            case BY_ORDER, BY_PARTICIPANT -> entry(kind, out, twin, width, side);
            case BY_LEVEL -> level(out, twin, width, side);
            case TOP -> quote(out, twin, width);
            case NULL_VAL -> throw new AssertionError();
        };
    }

    private BookOutcome entry(
            final BookKind kind, final EventPublisher out, final TreeBook twin, final int width, final Side side) {
        final int ids = kind == BookKind.BY_ORDER ? 8 * width : width;
        final long id = random.nextInt(ids) * 4L;
        final long price = price(side, width);
        final long size = size();
        final int choice = random.nextInt(10);
        if (choice < 4) {
            out.orderAdd(INSTRUMENT, id, side, price, size);
            return twin.add(id, side, price, size);
        }
        if (choice < 6) {
            final long newId = random.nextInt(3) > 0 ? random.nextInt(2 * ids) * 4L : id;
            out.orderReplace(INSTRUMENT, id, newId, side, price, size);
            return twin.replace(id, newId, side, price, size);
        }
        if (choice == 6) {
            out.orderReduce(INSTRUMENT, id, side, size);
            return twin.reduce(id, side, size);
        }
        if (choice == 7) {
            out.orderExecute(INSTRUMENT, id, side, price, size);
            return twin.reduce(id, side, size);
        }
        out.orderDelete(INSTRUMENT, id, side);
        return twin.delete(id, side);
    }

    private BookOutcome level(final EventPublisher out, final TreeBook twin, final int width, final Side side) {
        final long price = price(side, width);
        if (random.nextInt(4) == 0) {
            out.levelDelete(INSTRUMENT, side, price);
            return twin.setLevel(side, price, 0, 0);
        }
        final long size = size();
        final int count = random.nextInt(-1, 3);
        out.levelSet(INSTRUMENT, side, price, size, count);
        return twin.setLevel(side, price, size, count);
    }

    private BookOutcome quote(final EventPublisher out, final TreeBook twin, final int width) {
        final long bidPrice = price(Side.BID, width);
        final long bidSize = size();
        final long askPrice = price(Side.ASK, width);
        final long askSize = size();
        out.quote(INSTRUMENT, bidPrice, bidSize, askPrice, askSize);
        return twin.quote(bidPrice, bidSize, askPrice, askSize);
    }

    private Side side() {
        if (random.nextInt(100) == 0) {
            return Side.NULL_VAL;
        }
        return random.nextBoolean() ? Side.BID : Side.ASK;
    }

    /** Bids and asks overlap a little, so that books lock and cross. */
    private long price(final Side side, final int width) {
        return switch (random.nextInt(200)) {
            case 0 -> 0;
            case 1 -> -TICK;
            case 2 -> Book.MAX_PRICE + 1;
            case 3 -> Long.MIN_VALUE;
            case 4 -> Book.MAX_PRICE;
            case 5 -> 1;
            default -> (1_000 + (side == Side.BID ? -1 : 1) * random.nextInt(-1, width)) * TICK;
        };
    }

    private long size() {
        return switch (random.nextInt(200)) {
            case 0 -> 0;
            case 1 -> -1;
            case 2 -> Long.MIN_VALUE;
            case 3, 4 -> Long.MAX_VALUE;
            case 5, 6, 7 -> Long.MAX_VALUE / 2;
            default -> random.nextInt(1, 8) * 100L;
        };
    }
}
