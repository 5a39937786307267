package io.undercurrent.bench.market;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.undercurrent.codec.Events;
import io.undercurrent.codec.sbe.BookKind;
import io.undercurrent.codec.sbe.Side;
import io.undercurrent.engine.book.Book;
import io.undercurrent.engine.book.BookOutcome;
import io.undercurrent.engine.book.BookState;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is measured beside each other does the same work. */
class TreeMapBookTest {
    private static final int EVENTS = 50_000;

    @ParameterizedTest
    @EnumSource(value = BookKind.class, names = "NULL_VAL", mode = EnumSource.Mode.EXCLUDE)
    void bothBooksEndWithTheSameLevels(final BookKind kind) {
        final EventTape tape = BookStreams.record(kind, EVENTS);
        final Book book = new Book(kind);
        final TreeMapBook twin = new TreeMapBook(kind);
        int unknown = 0;
        for (int at = 0; at < tape.end(); at += Events.length(tape.buffer(), at)) {
            final BookOutcome outcome = book.apply(tape.buffer(), at);
            unknown += outcome == BookOutcome.UNKNOWN_ORDER ? 1 : 0;
            assertTrue(outcome.applied() || outcome == BookOutcome.UNKNOWN_ORDER, outcome.toString());
            twin.apply(tape.buffer(), at);
        }
        assertEquals(EVENTS, tape.count());
        // a participant may take back a quote twice
        assertTrue(unknown < EVENTS / 100, unknown + " unknown");
        for (final Side side : List.of(Side.BID, Side.ASK)) {
            assertEquals(twin.levelCount(side), book.levels(side));
            assertEquals(twin.bestPrice(side), book.price(side, 0));
            for (int level = 0; level < book.levels(side); level++) {
                assertEquals(twin.sizeAt(side, book.price(side, level)), book.size(side, level));
            }
        }
        System.out.println(kind + ": " + book.levels(Side.BID) + " bid levels, " + book.levels(Side.ASK) + " ask levels, " + book.state());
        assertTrue(kind == BookKind.BY_PARTICIPANT || book.state() == BookState.TWO_SIDED, book.state().toString());
    }
}
