package io.undercurrent.feeds;

import io.undercurrent.engine.feed.Feed;
import io.undercurrent.feeds.itch.ItchBytes;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A small recording of one format, made up: what the tests of bad input damage. Its last line publishes something whatever came before.
 *
 * @param headerLines lines at the start of each file that can't be missed
 */
public record Fixture(
        String format, List<String> names, List<List<String>> files, FeedOptions options, int headerLines, Framing framing) {
    /** How records are told apart in a file. */
    public enum Framing {
        /** Each is a line. */
        LINES,
        /** Each stands behind its length in two bytes; a record is text of one character a byte. */
        MESSAGES
    }

    Fixture(
            final String format, final List<String> names, final List<List<String>> files, final FeedOptions options,
            final int headerLines) {
        this(format, names, files, options, headerLines, Framing.LINES);
    }

    public static final Fixture LOBSTER = new Fixture("lobster", List.of("AAPL_2012-06-21_34200000_57600000_message_5.csv"), List.of(List.of(
            "34200.004241176,1,16113575,18,5853300,1",
            "34200.00426064,1,16113584,18,5859100,-1",
            "34200.1,2,16113575,8,5853300,1",
            "34201.000000001,4,16113575,5,5853300,1",
            "34201.2,5,0,100,5855000,-1",
            "34202,6,-1,1000,5855000,-1",
            "34203.5,7,0,0,-1,-1",
            "34203.6,7,0,0,1,-1",
            "34204.088778456004,3,16113584,18,5859100,-1",
            "34205.25,1,16113999,300,5859200,-1")), FeedOptions.NONE, 0);

    private static final String MBO_HEADER =
            "ts_recv,ts_event,rtype,publisher_id,instrument_id,action,side,price,size,channel_id,order_id,flags,ts_in_delta,sequence,symbol";

    public static final Fixture MBO = new Fixture("mbo-csv", List.of("day.mbo.csv"), List.of(List.of(
            MBO_HEADER,
            "2025-07-17T13:30:00.000200000Z,2025-07-17T13:30:00.000000000Z,160,2,1108,R,N,,0,0,0,8,0,0,ARL",
            "2025-07-17T13:30:01.000200000Z,2025-07-17T13:30:01.000000000Z,160,2,1108,A,B,5.510000000,100,0,17,130,165200,11,ARL",
            "2025-07-17T13:30:02.000200000Z,2025-07-17T13:30:02.000000000Z,160,2,1108,A,A,5.530000000,200,0,18,128,165200,12,ARL",
            "2025-07-17T13:30:03.000200000Z,2025-07-17T13:30:03.000000000Z,160,2,1108,T,B,5.530000000,50,0,0,130,165200,13,ARL",
            "2025-07-17T13:30:03.000200000Z,2025-07-17T13:30:03.000000000Z,160,2,1108,F,A,5.530000000,50,0,18,130,165200,13,ARL",
            "2025-07-17T13:30:03.000200000Z,2025-07-17T13:30:03.000000000Z,160,2,1108,C,A,5.530000000,50,0,18,130,165200,13,ARL",
            "2025-07-17T13:30:04.000200000Z,2025-07-17T13:30:04.000000000Z,160,2,1108,T,N,5.520000000,7,0,0,130,165200,14,ARL",
            "2025-07-17T13:30:05.000200000Z,2025-07-17T13:30:05.000000000Z,160,90,1108,T,N,5.525000000,900,0,0,128,0,15,ARL",
            "2025-07-17T13:30:06.000200000Z,2025-07-17T13:30:06.000000000Z,160,2,1108,M,B,5.500000000,120,0,17,130,165200,16,ARL",
            "2025-07-17T13:30:07.000200000Z,2025-07-17T13:30:07.000000000Z,160,2,1108,C,B,5.500000000,20,0,17,130,165200,17,ARL",
            "2025-07-17T13:30:08.000200000Z,2025-07-17T13:30:08.000000000Z,160,2,1108,A,B,5.490000000,100,0,19,130,165200,18,ARL")),
            FeedOptions.NONE.withOffExchange(java.util.Set.of(90)).withSymbol("ARL"), 1);

    public static final Fixture US_TICKS = new Fixture("us-ticks", List.of("bac_20131008_quote.csv", "bac_20131008_trade.csv"), List.of(
            List.of("34200000,138000,1000,0,0,P,1,0",
                    "34200000,0,0,138100,500,Q,1,0",
                    "34200100,138000,900,0,0,P,1,0",
                    "34201500,137900,1200,0,0,N,1,0",
                    "34209000,0,0,138200,700,Q,1,0"),
            List.of("34200050,138100,100,D,1,0",
                    "34200100,138000,100,P,20000020,0",
                    "34200700,138050,5000,D,100000,0",
                    "34201000,138050,20000,N,40,0",
                    "34201001,138040,300,Q,20002020,1",
                    "34210000,138100,200,Z,80000001,0")), FeedOptions.NONE, 0);

    public static final Fixture FUTURES = new Fixture("binance", List.of("usdm.txt"), List.of(List.of(
            futuresDiff(1, 100, 110, 95, "[\"100.1\",\"1.5\"]", ""),
            futuresDiff(2, 111, 120, 110, "[\"100.1\",\"2.5\"]", "[\"100.3\",\"4\"]"),
            "1723161253000000003 {\"stream\":\"btcusdt@bookTicker\",\"data\":{\"e\":\"bookTicker\",\"u\":115,\"s\":\"BTCUSDT\","
                    + "\"b\":\"100.1\",\"B\":\"2.5\",\"a\":\"100.3\",\"A\":\"4\",\"T\":1723161254000,\"E\":1723161254003}}",
            "1723161253000000004 {\"lastUpdateId\":115,\"E\":1723161254004,\"T\":1723161254003,"
                    + "\"bids\":[[\"100.1\",\"2.5\"],[\"100\",\"7\"]],\"asks\":[[\"100.3\",\"4\"],[\"100.4\",\"0.001\"]]}",
            futuresDiff(5, 125, 130, 120, "[\"100\",\"0.000\"]", "[\"100.2\",\"3\"],[\"100.4\",\"0.000\"]"),
            "1723161253000000006 {\"stream\":\"btcusdt@trade\",\"data\":{\"e\":\"trade\",\"E\":1723161254006,\"T\":1723161254005,"
                    + "\"s\":\"BTCUSDT\",\"t\":5266,\"p\":\"100.2\",\"q\":\"0.25\",\"X\":\"MARKET\",\"m\":false}}",
            futuresDiff(7, 131, 140, 130, "[\"99.9\",\"1\"]", ""),
            "1723161253000000008 {\"stream\":\"btcusdt@trade\",\"data\":{\"e\":\"trade\",\"E\":1723161254008,\"T\":1723161254007,"
                    + "\"s\":\"BTCUSDT\",\"t\":5267,\"p\":\"100.1\",\"q\":\"0.125\",\"X\":\"MARKET\",\"m\":true}}")), FeedOptions.NONE, 0);

    public static final Fixture SPOT = new Fixture("binance", List.of("spot.txt"), List.of(List.of(
            spotDiff(1, 100, 110, "[\"100.10000000\",\"1.50000000\"]", ""),
            spotDiff(2, 111, 120, "[\"100.10\",\"2.5\"]", "[\"100.30\",\"4\"]"),
            "1723161253000000003 {\"stream\":\"btcusdt@bookTicker\",\"data\":{\"u\":115,\"s\":\"BTCUSDT\",\"b\":\"100.10\",\"B\":\"2.5\","
                    + "\"a\":\"100.30\",\"A\":\"4\"}}",
            "1723161253000000004 {\"lastUpdateId\":115,\"bids\":[[\"100.10\",\"2.5\"],[\"100\",\"7\"]],\"asks\":[[\"100.30\",\"4\"]]}",
            spotDiff(5, 121, 130, "[\"100.00\",\"0.00000000\"]", "[\"100.20\",\"3\"]"),
            "1723161253000000006 {\"stream\":\"btcusdt@trade\",\"data\":{\"e\":\"trade\",\"E\":1723161254006,\"s\":\"BTCUSDT\",\"t\":77,"
                    + "\"p\":\"100.20\",\"q\":\"0.02\",\"T\":1723161254005,\"m\":true,\"M\":true}}")), FeedOptions.NONE, 0);

    private static final long OPEN_NS = 34_200_000_000_000L;

    public static final Fixture ITCH = new Fixture("itch", List.of("01302019.NASDAQ_ITCH50"), List.of(List.of(
            ItchBytes.system(11_000_000_000_000L, 'O'),
            ItchBytes.directory(7, "AAPL"),
            ItchBytes.action(7, 12_000_000_000_000L, "AAPL", 'T'),
            ItchBytes.system(14_400_000_000_000L, 'S'),
            ItchBytes.add(7, OPEN_NS - 5, 101, 'B', 300, "AAPL", 1_560_100),
            ItchBytes.system(OPEN_NS, 'Q'),
            ItchBytes.add(7, OPEN_NS + 1, 102, 'S', 200, "AAPL", 1_560_200),
            ItchBytes.execute(7, OPEN_NS + 2, 102, 50, 9_001),
            ItchBytes.executeAt(7, OPEN_NS + 3, 102, 20, 9_002, 'Y', 1_560_150),
            ItchBytes.executeAt(7, OPEN_NS + 4, 102, 10, 9_003, 'N', 1_560_150),
            ItchBytes.trade(7, OPEN_NS + 5, 'B', 40, "AAPL", 1_560_150, 9_004),
            ItchBytes.cancel(7, OPEN_NS + 6, 102, 20),
            ItchBytes.replace(7, OPEN_NS + 7, 101, 103, 250, 1_560_000),
            ItchBytes.cross(7, OPEN_NS + 8, 5_000, "AAPL", 1_560_100, 9_005, 'O'),
            ItchBytes.action(7, OPEN_NS + 9, "AAPL", 'H'),
            ItchBytes.delete(7, OPEN_NS + 10, 102),
            ItchBytes.add(7, OPEN_NS + 11, 104, 'B', 100, "AAPL", 1_559_900))), FeedOptions.NONE, 0, Framing.MESSAGES);

    public static final Fixture IQFEED = new Fixture("iqfeed", List.of("iqfeed_20260105.txt"), List.of(List.of(
            "6,ACME,,ARCX,B,24.0000,300,,4,09:12:00.123456,2026-01-05,",
            "6,ACME,,NSDQ,A,24.0200,200,,4,09:29:59.900000,2026-01-05,",
            "T,20260105 09:30:00",
            "4,ACME,,NSDQ,B,24.0100,100,,4,09:30:00.250000,2026-01-05,",
            "Q,ACME,24.0200,150,09:30:00.300001,5,1150,24.0100,100,24.0200,200,24.0000,24.0200,24.0000,23.9000,Cv,01",
            "5,ACME,,ARCX,B,,2026-01-05,",
            "Q,ACME,24.0150,400,09:30:00.400000,19,1550,24.0100,100,24.0200,50,24.0000,24.0200,24.0000,23.9000,Ov,8705",
            "Q,ACME,24.0150,400,09:30:00.400000,19,1550,24.0100,100,24.0200,50,24.0000,24.0200,24.0000,23.9000,a,8705",
            "3,@ESH26,648907593934,,A,6950.25,12,7,2,09:30:01.000000,2026-01-05,",
            "4,@ESH26,648907593934,,A,6950.25,10,7,2,09:30:01.000500,2026-01-05,",
            "5,@ESH26,648907593934,,A,09:30:01.000700,2026-01-05,",
            "7,QCL#,B,61.25,40,11,2,09:30:01.100000,2026-01-05,",
            "8,QCL#,B,61.25,35,10,2,09:30:01.200000,2026-01-05,",
            "9,QCL#,B,61.25,09:30:01.300000,2026-01-05,",
            "4,ACME,,EDGX,A,24.0300,500,,4,09:30:02.000000,2026-01-05,")), FeedOptions.NONE, 0);

    public static final List<Fixture> ALL = List.of(LOBSTER, MBO, US_TICKS, FUTURES, SPOT, ITCH, IQFEED);
    /** Those whose records are lines. */
    public static final List<Fixture> LINES = ALL.stream().filter(fixture -> fixture.framing == Framing.LINES).toList();

    static String futuresDiff(
            final int time, final long first, final long last, final long previous, final String bids, final String asks) {
        return "172316125300000000" + time + " {\"stream\":\"btcusdt@depth@0ms\",\"data\":{\"e\":\"depthUpdate\",\"E\":172316125400" + time
                + ",\"T\":172316125400" + (time - 1) + ",\"s\":\"BTCUSDT\",\"U\":" + first + ",\"u\":" + last + ",\"pu\":" + previous
                + ",\"b\":[" + bids + "],\"a\":[" + asks + "]}}";
    }

    static String spotDiff(final int time, final long first, final long last, final String bids, final String asks) {
        return "172316125300000000" + time + " {\"stream\":\"btcusdt@depth@100ms\",\"data\":{\"e\":\"depthUpdate\",\"E\":172316125400" + time
                + ",\"s\":\"BTCUSDT\",\"U\":" + first + ",\"u\":" + last + ",\"b\":[" + bids + "],\"a\":[" + asks + "]}}";
    }

    /** Writes the files, one of them replaced, and opens them. */
    Feed open(final Path folder, final int replacedFile, final byte[] replacement) {
        final List<Path> paths = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            paths.add(TestData.write(folder, names.get(i), i == replacedFile ? replacement : bytes(i)));
        }
        return FeedFormats.named(format).open(paths, options);
    }

    Feed open(final Path folder) {
        return open(folder, -1, new byte[0]);
    }

    /** As {@link #open}, with one line replaced. */
    public Feed openWith(final Path folder, final int file, final int line, final String replacement) {
        final List<String> lines = new ArrayList<>(files.get(file));
        lines.set(line, replacement);
        return open(folder, file, bytes(lines));
    }

    byte[] bytes(final int file) {
        return bytes(files.get(file));
    }

    private byte[] bytes(final List<String> lines) {
        return framing == Framing.MESSAGES ? ItchBytes.frames(lines) : (String.join("\n", lines) + "\n").getBytes(StandardCharsets.ISO_8859_1);
    }

    @Override
    public String toString() {
        return names.getFirst();
    }

}
