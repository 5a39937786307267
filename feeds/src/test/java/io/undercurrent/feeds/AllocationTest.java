package io.undercurrent.feeds;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import io.undercurrent.codec.Events;
import io.undercurrent.engine.feed.EventPublisher;
import io.undercurrent.engine.feed.EventSlots;
import io.undercurrent.engine.feed.Feed;
import io.undercurrent.feeds.itch.ItchBytes;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bytes that a feed allocates per record once it runs: none. */
class AllocationTest {
    private static final int RECORDS = 200_000;
    private static final int WINDOWS = 6;
    private static final int WINDOW = 15_000;

    @TempDir
    private Path folder;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final List<Object> kept = new ArrayList<>(List.of(""));

    /** Takes events and forgets them. */
    private static final class Discard implements EventSlots {
        private final UnsafeBuffer slot = new UnsafeBuffer(new byte[Events.MAX_LENGTH]);

        @Override
        public MutableDirectBuffer claim() {
            return slot;
        }

        @Override
        public void publish() {
            // nothing is kept
        }
    }

    private void assertNoAllocation(final Feed feed) {
        final EventPublisher out = new EventPublisher(new Discard(), 1);
        try (feed) {
            allocatedWhileTaking(feed, out, RECORDS - (WINDOWS + 1) * WINDOW);
            int clean = 0;
            for (int i = 0; i < WINDOWS; i++) {
                clean += allocatedWhileTaking(feed, out, WINDOW) == 0 ? 1 : 0;
            }
            // when the JVM replaces compiled code it may put an object on the heap, a few times on a busy machine; a feed that
            // allocates does it in every window
            assertTrue(clean >= WINDOWS / 2, "windows without allocation: " + clean);
            // control: one object among as many records shows
            kept.clear();
            final long before = threads.getCurrentThreadAllocatedBytes();
            kept.add(new Object());
            allocatedWhileTaking(feed, out, WINDOW);
            assertTrue(threads.getCurrentThreadAllocatedBytes() - before >= 8);
            assertTrue(out.lastSequence() >= RECORDS / 2);
        }
    }

    private long allocatedWhileTaking(final Feed feed, final EventPublisher out, final int records) {
        final long before = threads.getCurrentThreadAllocatedBytes();
        int left = records;
        while (left > 0) {
            left -= feed.poll(out, Math.min(left, 64));
        }
        return threads.getCurrentThreadAllocatedBytes() - before;
    }

    private Path write(final String name, final String header, final int lines, final IntFunction<String> line) {
        final StringBuilder text = new StringBuilder(header);
        for (int i = 0; i < lines; i++) {
            text.append(line.apply(i)).append('\n');
        }
        return TestData.gzip(folder, name + ".gz", text.toString().getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
    }

    @Test
    void lobsterAllocatesNothing() {
        final Path file = write("AAPL_2012-06-21_a_b_message_50.csv", "", RECORDS, i -> (34_200 + i / 1_000) + "." + (1_000 + i % 1_000) + ","
                + switch (i % 5) {
                    case 0 -> "1," + (1 + i) + ",100,5853300,1";
                    case 1 -> "2," + i + ",30,5853300,1";
                    case 2 -> "4," + (i - 1) + ",30,5853300,1";
                    case 3 -> "3," + (i - 2) + ",40,5853300,1";
                    default -> "bad";
                });
        final Path seed = TestData.write(folder, "book.csv", "5859400,200,5853300,100");
        assertNoAllocation(FeedFormats.named("lobster").open(List.of(file), FeedOptions.NONE.withSeedBook(seed)));
    }

    @Test
    void mboCsvAllocatesNothing() {
        final Path file = write("day.mbo.csv", Fixture.MBO.files().getFirst().getFirst() + "\n", RECORDS, i -> {
            final String time = "2025-07-17T13:" + (30 + i / 10_000) + ":" + (10 + i / 1_000 % 10) + "." + (1_000 + i % 1_000) + "Z";
            final String symbol = i / 6 % 2 == 0 ? "ARL" : "AAPL";
            final String end = ",0,0," + i / 6 + "," + symbol;
            return time + "," + time + ",160,2,1108," + switch (i % 6) {
                case 0 -> "A,B,5.51,100,0," + (1 + i) + end;
                case 1 -> "T,A,5.51,40,0,0" + end;
                case 2 -> "F,B,5.51,40,0," + (i - 1) + end;
                case 3 -> "C,B,5.51,40,0," + (i - 2) + end;
                case 4 -> "M,B,5.52,50,0," + (i - 3) + end;
                default -> "C,B,5.52,50,0," + (i - 4) + end;
            };
        });
        assertNoAllocation(FeedFormats.named("mbo-csv").open(List.of(file), FeedOptions.NONE));
    }

    @Test
    void usTicksAllocateNothing() {
        final Path trades = write("bac_20131008_trade.csv", "", RECORDS, i -> (34_200_000 + 10 * i) + ",138100,100,D,20000020,0");
        final Path quotes = write("bac_20131008_quote.csv", "", RECORDS,
                i -> (34_200_000 + 10 * i) + (i % 2 == 0 ? ",138000,1000,0,0,P,1,0" : ",0,0,138100,500,Q,1,0"));
        assertNoAllocation(FeedFormats.named("us-ticks").open(List.of(trades, quotes), FeedOptions.NONE));
    }

    @Test
    void binanceAllocatesNothing() {
        final Path file = write("usdm.txt", Fixture.FUTURES.files().getFirst().get(3) + "\n", RECORDS, i -> {
            final long ms = 1_723_161_254_010L + i;
            return switch (i % 3) {
                case 0 -> ms + "000000 {\"stream\":\"btcusdt@depth@0ms\",\"data\":{\"e\":\"depthUpdate\",\"E\":" + ms + ",\"T\":" + ms
                        + ",\"s\":\"BTCUSDT\",\"U\":" + (i + 116) + ",\"u\":" + (i + 118) + ",\"pu\":" + (i + 115)
                        + ",\"b\":[[\"100.1\",\"1.5\"],[\"99.9\",\"0.000\"]],\"a\":[[\"100.3\",\"" + (1 + i) + "\"]]}}";
                case 1 -> ms + "000000 {\"stream\":\"btcusdt@bookTicker\",\"data\":{\"e\":\"bookTicker\",\"u\":" + i
                        + ",\"s\":\"BTCUSDT\",\"b\":\"100.1\",\"B\":\"2.5\",\"a\":\"100.3\",\"A\":\"4\",\"T\":" + ms + ",\"E\":" + ms + "}}";
                default -> ms + "000000 {\"stream\":\"btcusdt@trade\",\"data\":{\"e\":\"trade\",\"E\":" + ms + ",\"T\":" + ms
                        + ",\"s\":\"BTCUSDT\",\"t\":" + i + ",\"p\":\"100.2\",\"q\":\"0.25\",\"X\":\"MARKET\",\"m\":false}}";
            };
        });
        assertNoAllocation(FeedFormats.named("binance").open(List.of(file), FeedOptions.NONE));
    }

    @Test
    void itchAllocatesNothing() {
        final List<String> messages = new ArrayList<>(List.of(ItchBytes.directory(7, "AAPL"), ItchBytes.system(34_200_000_000_000L, 'Q')));
        for (long i = 0; i < RECORDS; i++) {
            final long timeNs = 34_200_000_000_000L + 1_000 * i;
            messages.add(switch ((int) (i % 7)) {
                case 0 -> ItchBytes.add(7, timeNs, i, 'B', 100, "AAPL", 1_560_100);
                case 1 -> ItchBytes.execute(7, timeNs, i - 1, 30, i);
                case 2 -> ItchBytes.replace(7, timeNs, i - 2, i, 80, 1_560_000);
                case 3 -> ItchBytes.cancel(7, timeNs, i - 1, 10);
                case 4 -> ItchBytes.delete(7, timeNs, i - 2);
                case 5 -> ItchBytes.trade(7, timeNs, 'B', 10, "AAPL", 1_560_050, i);
                default -> "bad";
            });
        }
        final Path file = TestData.gzip(folder, "01302019.NASDAQ_ITCH50.gz", ItchBytes.frames(messages));
        assertNoAllocation(FeedFormats.named("itch").open(List.of(file), FeedOptions.NONE));
    }

    @Test
    void iqfeedAllocatesNothing() {
        final Path file = write("iqfeed_20260105.txt", "", RECORDS, i -> {
            final String time = "09:3" + i / 20_000 % 10 + ":" + (10 + i / 1_000 % 20) + "." + (100_000 + i % 1_000);
            return switch (i % 6) {
                case 0 -> "4,ACME,,NSDQ,B,24." + (1_000 + i % 7) + ",100,,4," + time + ",2026-01-05,";
                case 1 -> "5,ACME,,NSDQ,B,,2026-01-05,";
                case 2 -> "3,@ESH26," + i + ",,A,6950.25,12,7,2," + time + ",2026-01-05,";
                case 3 -> "5,@ESH26," + (i - 1) + ",,A," + time + ",2026-01-05,";
                case 4 -> "Q,ACME,24.0150,400," + time + ",19,1550,24.0100,100,24.0200,50,24.0000,24.0200,24.0000,23.9000,Oba,8705";
                default -> "bad";
            };
        });
        assertNoAllocation(FeedFormats.named("iqfeed").open(List.of(file), FeedOptions.NONE));
    }
}
