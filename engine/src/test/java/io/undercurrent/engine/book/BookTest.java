package io.undercurrent.engine.book;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.undercurrent.codec.Ascii8;
import io.undercurrent.codec.Decimals;
import io.undercurrent.codec.Events;
import io.undercurrent.codec.sbe.BookKind;
import io.undercurrent.codec.sbe.ClearScope;
import io.undercurrent.codec.sbe.Side;
import io.undercurrent.codec.sbe.SnapshotPhase;
import io.undercurrent.engine.feed.EventPublisher;
import java.util.SplittableRandom;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

class BookTest {
    private static final long ARCA = Ascii8.pack("ARCX");
    private static final long BATS = Ascii8.pack("BATS");

    private Book book = new Book(BookKind.BY_ORDER);
    private BookOutcome outcome = BookOutcome.IGNORED;
    private final EventPublisher out = new EventPublisher(new DirectSlots((buffer, at) -> outcome = book.apply(buffer, at)), 1);

    private static long d(final String text) {
        return Decimals.parse(text);
    }

    private void add(final long id, final Side side, final String price, final int size) {
        out.orderAdd(1, id, side, d(price), size);
    }

    private void set(final Side side, final String price, final int size) {
        out.levelSet(1, side, d(price), size, 0);
    }

    private void kind(final BookKind kind) {
        book = new Book(kind);
    }

    private void expect(final BookOutcome expected, final boolean visible) {
        assertEquals(expected, outcome);
        assertEquals(visible, book.visibleChanged());
    }

    private String best() {
        return (book.size(Side.BID, 0) == 0 ? "-" : Decimals.format(book.bestBid()) + "x" + book.size(Side.BID, 0)) + " "
                + (book.size(Side.ASK, 0) == 0 ? "-" : Decimals.format(book.bestAsk()) + "x" + book.size(Side.ASK, 0));
    }

    @Test
    void anEmptyBookSaysSoInsteadOfZero() {
        assertEquals(BookState.EMPTY, book.state());
        assertEquals(BookView.NO_PRICE, book.bestBid());
        assertEquals(BookView.NO_PRICE, book.price(Side.ASK, 9));
        assertEquals(0, book.size(Side.BID, 0));
        add(1, Side.BID, "10", 5);
        assertEquals(BookState.ONE_SIDED, book.state());
        assertFalse(book.state().valid());
    }

    @Test
    void sumsOrdersOfOnePriceAndCountsThem() {
        add(1, Side.BID, "10", 5);
        add(2, Side.BID, "10", 7);
        add(3, Side.BID, "9.99", 1);
        assertEquals(12, book.size(Side.BID, 0));
        assertEquals(2, book.orderCount(Side.BID, 0));
        assertEquals(13, book.visibleSize(Side.BID));
        assertEquals(2, book.levels(Side.BID));
    }

    @Test
    void anOrderReducedToNothingIsGoneAndMoreThanNothingIsCounted() {
        add(1, Side.ASK, "10", 5);
        out.orderReduce(1, 1, Side.ASK, 2);
        expect(BookOutcome.APPLIED, true);
        assertEquals("- 10x3", best());
        out.orderExecute(1, 1, Side.ASK, d("10"), 3);
        expect(BookOutcome.APPLIED, true);
        assertEquals("- -", best());
        add(2, Side.ASK, "10", 5);
        out.orderExecute(1, 2, Side.ASK, d("10"), 6);
        expect(BookOutcome.EXCEEDS_SIZE, true);
        assertEquals("- -", best());
        out.orderDelete(1, 2, Side.ASK);
        expect(BookOutcome.UNKNOWN_ORDER, false);
    }

    @Test
    void aSecondAddOfOneIdReplacesTheFirstEvenOnTheOtherSide() {
        add(1, Side.BID, "10", 5);
        add(1, Side.ASK, "11", 6);
        expect(BookOutcome.DUPLICATE_ID, true);
        assertEquals("- 11x6", best());
        assertEquals(Side.BID, book.delta().removedSide());
        assertEquals(Side.ASK, book.delta().addedSide());
        add(1, Side.ASK, "11", 6);
        expect(BookOutcome.DUPLICATE_ID, false);
    }

    @Test
    void aReplaceKeepsTheSideOfTheOrderWhateverTheEventSays() {
        add(1, Side.BID, "10", 5);
        out.orderReplace(1, 1, 2, Side.ASK, d("10.01"), 4);
        expect(BookOutcome.APPLIED, true);
        assertEquals("10.01x4 -", best());
        out.orderDelete(1, 1, Side.BID);
        expect(BookOutcome.UNKNOWN_ORDER, false);
        out.orderDelete(1, 2, Side.ASK);
        expect(BookOutcome.APPLIED, true);
        assertEquals("- -", best());
    }

    @Test
    void aReplaceOntoAnotherOrdersIdDropsThatOrderAndSeesWhetherAnythingVisibleChanged() {
        for (int i = 0; i < 11; i++) {
            add(i, Side.BID, Integer.toString(100 - i), 5);
        }
        // from the eleventh level onto the id of the best order: the best level looks as before
        out.orderReplace(1, 10, 0, Side.BID, d("100"), 5);
        expect(BookOutcome.DUPLICATE_ID, false);
        assertEquals(10, book.levels(Side.BID));
        out.orderReplace(1, 9, 0, Side.BID, d("100"), 5);
        expect(BookOutcome.DUPLICATE_ID, true);
        assertEquals(9, book.levels(Side.BID));
    }

    @Test
    void refusesBadSizesPricesAndSidesAndStaysAsItIs() {
        add(1, Side.BID, "10", 5);
        final long hash = book.stateHash();
        out.orderAdd(1, 2, Side.BID, d("10"), 0);
        expect(BookOutcome.BAD_SIZE, false);
        out.orderAdd(1, 2, Side.BID, d("10"), -5);
        expect(BookOutcome.BAD_SIZE, false);
        out.orderAdd(1, 2, Side.BID, d("10"), Long.MAX_VALUE);
        expect(BookOutcome.BAD_SIZE, false);
        out.orderReduce(1, 1, Side.BID, -1);
        expect(BookOutcome.BAD_SIZE, false);
        out.orderReplace(1, 1, 1, Side.BID, d("10"), 0);
        expect(BookOutcome.BAD_SIZE, false);
        out.orderAdd(1, 2, Side.BID, 0, 5);
        expect(BookOutcome.BAD_PRICE, false);
        out.orderAdd(1, 2, Side.BID, Book.MAX_PRICE + 1, 5);
        expect(BookOutcome.BAD_PRICE, false);
        out.orderAdd(1, 2, Side.NULL_VAL, d("10"), 5);
        expect(BookOutcome.BAD_SIDE, false);
        out.levelSet(1, Side.BID, d("10"), 5, 1);
        expect(BookOutcome.WRONG_KIND, false);
        assertEquals(hash, book.stateHash());
    }

    @Test
    void garbageIsAnOutcomeAndNeverAnException() {
        final long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("BookTest garbage seed " + seed);
        final SplittableRandom random = new SplittableRandom(seed);
        final byte[] bytes = new byte[Events.MAX_LENGTH];
        final UnsafeBuffer buffer = new UnsafeBuffer(bytes);
        for (int i = 0; i < 200_000; i++) {
            random.nextBytes(bytes);
            // a plausible message header, mostly, in front of garbage
            buffer.putShort(0, (short) random.nextInt(130));
            buffer.putShort(2, (short) random.nextInt(20));
            final int length = random.nextInt(Events.MAX_LENGTH + 1);
            book.apply(new UnsafeBuffer(bytes, 0, length), 0);
        }
        assertEquals(BookOutcome.MALFORMED, book.apply(new UnsafeBuffer(bytes, 0, 0), 0));
        assertTrue(book.levels(Side.BID) + book.levels(Side.ASK) >= 0);
    }

    @Test
    void replacesTheQuoteOfAParticipant() {
        kind(BookKind.BY_PARTICIPANT);
        add(ARCA, Side.BID, "10", 3);
        add(BATS, Side.BID, "10", 4);
        add(ARCA, Side.ASK, "10.02", 5);
        assertEquals("10x7 10.02x5", best());
        add(ARCA, Side.BID, "9.99", 2);
        expect(BookOutcome.APPLIED, true);
        assertEquals("10x4 10.02x5", best());
        assertEquals(2, book.levels(Side.BID));
        out.orderDelete(1, ARCA, Side.ASK);
        expect(BookOutcome.APPLIED, true);
        assertEquals("10x4 -", best());
        out.orderDelete(1, ARCA, Side.ASK);
        expect(BookOutcome.UNKNOWN_ORDER, false);
    }

    @Test
    void tellsWhichQuotesBehindTheBestAreStale() {
        kind(BookKind.BY_PARTICIPANT);
        out.at(100, 100, 0, 0);
        add(ARCA, Side.BID, "10", 3);
        add(BATS, Side.BID, "9.99", 4);
        add(7, Side.BID, "9.5", 5);
        out.at(200, 200, 0, 0);
        add(8, Side.BID, "9.99", 6);
        assertEquals(0, book.staleSize(Side.BID, 100, d("9.5")));
        assertEquals(9, book.staleSize(Side.BID, 101, d("9.5")));
        assertEquals(4, book.staleSize(Side.BID, 101, d("9.99")));
        assertEquals(0, book.staleSize(Side.ASK, 101, d("9.5")));
    }

    @Test
    void setsAndDeletesLevelsAndSizeZeroDeletesToo() {
        kind(BookKind.BY_LEVEL);
        set(Side.BID, "10", 5);
        set(Side.BID, "9", 6);
        set(Side.ASK, "11", 7);
        set(Side.BID, "10", 8);
        assertEquals("10x8 11x7", best());
        set(Side.BID, "10", 8);
        expect(BookOutcome.APPLIED, false);
        set(Side.BID, "10", 0);
        expect(BookOutcome.APPLIED, true);
        out.levelDelete(1, Side.BID, d("10"));
        expect(BookOutcome.UNKNOWN_LEVEL, false);
        out.levelDelete(1, Side.BID, d("9"));
        expect(BookOutcome.APPLIED, true);
        assertEquals("- 11x7", best());
    }

    @Test
    void keepsABestQuoteWhoseSideMayBeEmpty() {
        kind(BookKind.TOP);
        out.quote(1, d("10"), 3, d("10.01"), 4);
        expect(BookOutcome.APPLIED, true);
        assertEquals("10x3 10.01x4", best());
        out.quote(1, d("10"), 3, d("10.01"), 4);
        expect(BookOutcome.APPLIED, false);
        out.quote(1, d("10.01"), 3, 0, 0);
        expect(BookOutcome.APPLIED, true);
        assertEquals("10.01x3 -", best());
        out.quote(1, 0, 3, d("10.01"), 4);
        expect(BookOutcome.BAD_PRICE, false);
    }

    @Test
    void tellsAChangeOfTheTenthLevelButNotOfTheEleventh() {
        kind(BookKind.BY_LEVEL);
        for (int i = 0; i < 11; i++) {
            out.levelSet(1, Side.ASK, d("10") + i, 5, 0);
            assertEquals(i < 10, book.visibleChanged());
        }
        out.levelSet(1, Side.ASK, d("10") + 10, 6, 0);
        expect(BookOutcome.APPLIED, false);
        out.levelSet(1, Side.ASK, d("10") + 9, 6, 0);
        expect(BookOutcome.APPLIED, true);
        out.levelDelete(1, Side.ASK, d("10") + 9);
        expect(BookOutcome.APPLIED, true);
    }

    @Test
    void isNotWholeWithinASnapshotAndReportsItsChangesAtTheEnd() {
        add(1, Side.BID, "10", 5);
        out.snapshot(1, SnapshotPhase.BEGIN);
        expect(BookOutcome.APPLIED, false);
        assertFalse(book.whole());
        assertEquals("- -", best());
        add(1, Side.BID, "10", 5);
        expect(BookOutcome.APPLIED, false);
        out.snapshot(1, SnapshotPhase.END);
        expect(BookOutcome.APPLIED, false);
        assertTrue(book.whole());
        out.snapshot(1, SnapshotPhase.BEGIN);
        out.snapshot(1, SnapshotPhase.BEGIN);
        add(1, Side.BID, "10", 6);
        out.snapshot(1, SnapshotPhase.END);
        expect(BookOutcome.APPLIED, true);
        out.snapshot(1, SnapshotPhase.END);
        expect(BookOutcome.IGNORED, false);
    }

    @Test
    void clearsOneSideOrBoth() {
        add(1, Side.BID, "10", 5);
        add(2, Side.ASK, "11", 6);
        out.bookClear(1, ClearScope.BID);
        expect(BookOutcome.APPLIED, true);
        assertEquals("- 11x6", best());
        out.bookClear(1, ClearScope.BID);
        expect(BookOutcome.APPLIED, false);
        add(1, Side.BID, "10", 5);
        expect(BookOutcome.APPLIED, true);
        out.bookClear(1, ClearScope.BOTH);
        assertEquals(BookState.EMPTY, book.state());
    }

    @Test
    void keepsACrossedBookAndSaysSo() {
        add(1, Side.BID, "10", 5);
        add(2, Side.ASK, "10", 6);
        assertEquals(BookState.LOCKED, book.state());
        assertTrue(book.state().valid());
        add(3, Side.ASK, "9.99", 6);
        assertEquals(BookState.CROSSED, book.state());
        assertFalse(book.state().valid());
        assertEquals("10x5 9.99x6", best());
    }

    @Test
    void knowsWhetherAPriceHadStoodBehindABetterOne() {
        add(1, Side.BID, "10", 5);
        out.orderReduce(1, 1, Side.BID, 1);
        assertFalse(book.delta().removedDeep());
        add(2, Side.BID, "10.01", 5);
        out.orderDelete(1, 2, Side.BID);
        out.orderReduce(1, 1, Side.BID, 1);
        assertTrue(book.delta().removedDeep());
        assertEquals(0, book.delta().removedLevel());
        add(3, Side.BID, "9.99", 5);
        out.orderReduce(1, 3, Side.BID, 1);
        assertTrue(book.delta().removedDeep());
        assertEquals(1, book.delta().removedLevel());
    }

    @Test
    void hidesNothingFromItsHash() {
        final Book other = book;
        add(1, Side.BID, "10", 5);
        add(2, Side.BID, "10", 5);
        kind(BookKind.BY_ORDER);
        add(1, Side.BID, "10", 4);
        add(2, Side.BID, "10", 6);
        assertEquals(other.size(Side.BID, 0), book.size(Side.BID, 0));
        assertNotEquals(other.stateHash(), book.stateHash());
        out.orderReplace(1, 1, 1, Side.BID, d("10"), 5);
        out.orderReduce(1, 2, Side.BID, 1);
        assertEquals(other.stateHash(), book.stateHash());
    }

    @Test
    void needsAKind() {
        assertThrows(IllegalArgumentException.class, () -> new Book(BookKind.NULL_VAL));
    }
}
