package io.undercurrent.engine.row;

import io.undercurrent.codec.Events;
import io.undercurrent.codec.sbe.BookKind;
import io.undercurrent.engine.book.Book;
import io.undercurrent.engine.book.DirectSlots;
import io.undercurrent.engine.feed.EventPublisher;
import io.undercurrent.signals.Sweep;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Prints nanoseconds per event of each kind of book, and of books with rows, on random streams: the median of many rounds and the fastest
 * and slowest of them. Run it by hand on the test class path.
 */
final class BookAndRowTimes {
    private static final int EVENTS = 200_000;
    private static final int ROUNDS = 25;
    private static final int WARM_UP = 10;

    private BookAndRowTimes() {
    }

    private interface Target {
        void play(UnsafeBuffer buffer, int[] offsets);
    }

    public static void main(final String[] args) {
        System.out.println("ns/event: median of " + ROUNDS + " rounds of " + EVENTS + " events (fastest – slowest)");
        for (int pass = 0; pass < 2; pass++) {
            kind("by order, 30 levels, some 450 orders", BookKind.BY_ORDER, 30);
            kind("by order, 5,000 levels, some 75,000 orders", BookKind.BY_ORDER, 5_000);
            kind("by participant, 60 of them", BookKind.BY_PARTICIPANT, 60);
            kind("by level, 5,000 a side", BookKind.BY_LEVEL, 5_000);
            kind("top", BookKind.TOP, 1);
        }
    }

    private static void kind(final String name, final BookKind kind, final int levels) {
        final Book book = new Book(kind);
        final RandomMarket quiet = new RandomMarket(3, kind, levels, EVENTS, false);
        time(name, quiet, (buffer, offsets) -> {
            for (int i = 0; i < EVENTS; i++) {
                book.apply(buffer, offsets[i]);
            }
        });
        final Sweep sweep = new Sweep(1);
        final MarketState market = new MarketState(RowSettings.standard(1), new SweepSink() {
            @Override
            public Sweep next() {
                return sweep;
            }

            @Override
            public void filled(final Sweep filled) {
            }
        }, BookListener.NONE);
        new EventPublisher(new DirectSlots(market::onEvent), 1).define(RowTape.spec("X", kind, RowTape.ALL));
        final RandomMarket traded = new RandomMarket(3, kind, levels, EVENTS, true);
        final UnsafeBuffer buffer = traded.buffer();
        final int[] at = traded.offsets();
        final long[] times = new long[EVENTS];
        Arrays.setAll(times, i -> Events.exchangeTimeNs(buffer, at[i]));
        final long[] shift = {0};
        time(name + ", with rows, one print in 20", traded, (b, offsets) -> {
            for (int i = 0; i < EVENTS; i++) {
                b.putLong(offsets[i] + Events.HEADER_LENGTH + 16, times[i] + shift[0], ByteOrder.LITTLE_ENDIAN);
                market.onEvent(b, offsets[i]);
            }
            shift[0] += traded.durationNs();
        });
    }

    private static void time(final String name, final RandomMarket market, final Target target) {
        final UnsafeBuffer buffer = market.buffer();
        final int[] offsets = market.offsets();
        for (int i = 0; i < WARM_UP; i++) {
            target.play(buffer, offsets);
        }
        final double[] ns = new double[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            final long begin = System.nanoTime();
            target.play(buffer, offsets);
            ns[i] = (System.nanoTime() - begin) / (double) EVENTS;
        }
        Arrays.sort(ns);
        System.out.printf("%-66s %6.0f (%.0f – %.0f)%n", name, ns[ROUNDS / 2], ns[0], ns[ROUNDS - 1]);
    }
}
