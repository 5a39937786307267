package io.undercurrent.app;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A made-up recording of one format with everything wrong that can be, between good lines. The end of its file is missing: the last line is
 * cut and not ended.
 */
final class DamagedRecording {
    /** Stands for whatever reason a line is rejected for. */
    static final String ANY = "";
    static final String GARBAGE = "\0\0\u00FF\u0001,,,{{[\"";

    private final List<String> lines = new ArrayList<>();
    private final SortedMap<Long, String> rejects = new TreeMap<>();
    private final List<String> misfits = new ArrayList<>();
    private final List<String> options = new ArrayList<>();
    private final List<Extra> extras = new ArrayList<>();
    private final String format;
    private final String fileName;
    private final String symbol;
    private final String lastBook;

    /** A file beside the damaged one. */
    record Extra(String name, List<String> lines) {
    }

    /** @param lastBook prices, sizes and counts of the best levels in the end, as {@code books dump} shows them */
    private DamagedRecording(final String format, final String fileName, final String symbol, final String lastBook) {
        this.format = format;
        this.fileName = fileName;
        this.symbol = symbol;
        this.lastBook = lastBook;
    }

    private DamagedRecording good(final String line) {
        lines.add(line);
        return this;
    }

    /** A line that the feed keeps from the book. */
    private DamagedRecording rejected(final String reason, final String line) {
        lines.add(line);
        rejects.put((long) lines.size(), reason);
        return this;
    }

    /** A line whose event does not fit; {@code misfit} is in its line of {@code books anomalies}. */
    private DamagedRecording misfit(final String misfit, final String line) {
        lines.add(line);
        misfits.add(misfit);
        return this;
    }

    private DamagedRecording cutEverywhere(final String line) {
        for (int length = 1; length < line.length(); length++) {
            rejected(ANY, line.substring(0, length));
        }
        return this;
    }

    private DamagedRecording option(final String... args) {
        options.addAll(List.of(args));
        return this;
    }

    /** Another file, whose bad lines are rejected for these reasons, from its first line on. */
    private DamagedRecording extra(final String name, final List<String> reasons, final String... fileLines) {
        for (int i = 0; i < reasons.size(); i++) {
            rejects.put(i + 1L, reasons.get(i));
        }
        extras.add(new Extra(name, List.of(fileLines)));
        return this;
    }

    static List<DamagedRecording> all() {
        return List.of(lobster(), mboCsv(), usTicks(), iqfeed(), binance());
    }

    private static DamagedRecording lobster() {
        return new DamagedRecording("lobster", "AAPL_2012-06-21_34200000_57600000_message_5.csv", "AAPL", "585.05,300,1,585.1,200,1")
                .good("34200.1,1,1,100,5850000,1")
                .good("34200.1,1,2,200,5851000,-1")
                .rejected("BAD_SIZE", "34200.2,1,3,-5,5850000,1")
                .rejected("BAD_PRICE", "34200.2,1,3,5,99999999999999,1")
                .rejected("BAD_NUMBER", "34200.2,1,-3,5,5850000,1")
                .rejected("UNKNOWN_TYPE", "34200.2,9,3,5,5850000,1")
                .rejected("MALFORMED", GARBAGE)
                .misfit("OrderDelete why=UNKNOWN_ORDER orderId=999 side=BID", "34200.3,3,999,10,5850000,1")
                .misfit("OrderReduce why=EXCEEDS_SIZE orderId=1 side=BID size=500", "34200.4,2,1,500,5850000,1")
                .good("34200.5,1,4,100,5850000,1")
                .misfit("OrderAdd why=DUPLICATE_ID orderId=4 side=BID", "34200.5,1,4,120,5850000,1")
                .misfit("OrderAdd why=CROSSED bestBid=585.2 bestAsk=585.1 orderId=5 side=BID", "34200.6,1,5,50,5852000,1")
                .good("34200.7,3,5,50,5852000,1")
                .misfit("OrderAdd why=TIME_WENT_BACK orderId=6 side=BID", "34200.1,1,6,70,5849000,1")
                .good("34200.8,1,7,10,5848000,1")
                .cutEverywhere("34200.8,1,8,100,5850900,1")
                .good("34201,1,9,300,5850500,1")
                .rejected("TRUNCATED", "34201.5,1,10");
    }

    private static DamagedRecording mboCsv() {
        return new DamagedRecording("mbo-csv", "day.mbo.csv", "ARL", "5.51,300,1,5.53,200,1")
                .option("--symbol", "ARL")
                .good("ts_recv,ts_event,rtype,publisher_id,instrument_id,action,side,price,size,channel_id,order_id,flags,ts_in_delta,sequence,"
                        + "symbol")
                .good(mbo(1, 'A', 'B', "5.5", 100, 1))
                .good(mbo(2, 'A', 'A', "5.53", 200, 2))
                .rejected("BAD_SIZE", mbo(3, 'A', 'B', "5.5", -5, 3))
                .rejected("BAD_PRICE", mbo(3, 'A', 'B', "999999999", 5, 3))
                .rejected("BAD_NUMBER", mbo(3, 'A', 'B', "5.5", 5, -3))
                .rejected("UNKNOWN_TYPE", mbo(3, 'X', 'B', "5.5", 5, 3))
                .rejected("UNKNOWN_INSTRUMENT", mbo(3, 'A', 'B', "5.5", 5, 3).replace("ARL", "XYZ"))
                .rejected("MALFORMED", GARBAGE)
                .misfit("OrderReduce why=UNKNOWN_ORDER orderId=999 side=BID", mbo(4, 'C', 'B', "5.5", 10, 999))
                .misfit("OrderReduce why=EXCEEDS_SIZE orderId=1 side=BID size=500", mbo(5, 'C', 'B', "5.5", 500, 1))
                .misfit("OrderAdd why=CROSSED bestBid=5.6 bestAsk=5.53 orderId=5 side=BID", mbo(6, 'A', 'B', "5.6", 50, 5))
                .good(mbo(7, 'C', 'B', "5.6", 50, 5))
                .misfit("OrderAdd why=TIME_WENT_BACK orderId=6 side=BID", mbo(2, 'A', 'B', "5.4", 70, 6))
                .good(mbo(8, 'A', 'B', "5.3", 10, 7))
                .cutEverywhere(mbo(8, 'A', 'B', "5.52", 100, 8))
                .good(mbo(9, 'A', 'B', "5.51", 300, 9))
                .rejected("TRUNCATED", mbo(10, 'A', 'B', "5.52", 300, 10).substring(0, 80));
    }

    private static String mbo(final int second, final char action, final char side, final String price, final int size, final int orderId) {
        final String time = "2025-07-17T13:30:" + (second < 10 ? "0" : "") + second + ".000";
        return time + "200000Z," + time + "000000Z,160,2,1108," + action + ',' + side + ',' + price + ',' + size + ",0," + orderId
                + ",128,200000," + second + ",ARL";
    }

    /** Ticks have no ids: an unknown exchange stands for one. */
    private static DamagedRecording usTicks() {
        return new DamagedRecording("us-ticks", "bac_20131008_quote.csv", "BAC", "13.805,700,0,13.81,500,0")
                .good("34200000,138000,1000,0,0,P,1,0")
                .good("34200001,0,0,138100,500,Q,1,0")
                .rejected("BAD_SIZE", "34200100,138000,-5,0,0,P,1,0")
                .rejected("BAD_PRICE", "34200100,999999999999,100,0,0,P,1,0")
                .rejected("BAD_PRICE", "34200100,-138000,100,0,0,P,1,0")
                .rejected("BAD_TIME", "99900000,138000,100,0,0,P,1,0")
                .rejected("MALFORMED", "34200100,138000,100,0,0,?,1,0")
                .rejected("MALFORMED", GARBAGE)
                .misfit("Quote why=CROSSED bestBid=13.82 bestAsk=13.81", "34200200,138200,100,0,0,P,1,0")
                .good("34200300,138000,900,0,0,P,1,0")
                .misfit("Quote why=TIME_WENT_BACK bidPrice=13.801", "34200050,138010,800,0,0,P,1,0")
                .good("34200400,138020,900,0,0,P,1,0")
                .cutEverywhere("34200400,138090,900,0,0,P,1,0")
                .good("34201000,138050,700,0,0,P,1,0")
                .rejected("TRUNCATED", "34201500,138")
                .extra("bac_20131008_trade.csv", List.of("BAD_SIZE", "BAD_PRICE"),
                        "34200050,138100,-1,D,1,0", "34200050,999999999999,1,D,1,0", "34200250,138100,100,D,1,0");
    }

    private static DamagedRecording iqfeed() {
        return new DamagedRecording("iqfeed", "depth.txt", "@ES", "6500.75,300,1,6501,200,1")
                .good(order('3', 1, 'B', "6500.50", "100", 1))
                .good(order('3', 2, 'A', "6501.00", "200", 1))
                .rejected("BAD_SIZE", order('3', 3, 'B', "6500.50", "-5", 2))
                .rejected("BAD_PRICE", order('3', 3, 'B', "999999999", "5", 2))
                .rejected("BAD_NUMBER", order('3', -3, 'B', "6500.50", "5", 2))
                .rejected("BAD_SIDE", order('3', 3, 'C', "6500.50", "5", 2))
                .rejected("UNKNOWN_TYPE", order('2', 3, 'B', "6500.50", "5", 2))
                .rejected("MALFORMED", GARBAGE)
                .misfit("OrderDelete why=UNKNOWN_ORDER orderId=999 side=BID", "5,@ES,999,,B,09:30:03.000000,2026-01-05,")
                .misfit("OrderReplace why=UNKNOWN_ORDER orderId=998", order('4', 998, 'B', "6500.50", "5", 3))
                .good(order('3', 4, 'B', "6500.25", "100", 4))
                .misfit("OrderAdd why=DUPLICATE_ID orderId=4 side=BID", order('3', 4, 'B', "6500.25", "120", 4))
                .misfit("OrderAdd why=CROSSED bestBid=6501.5 bestAsk=6501 orderId=5 side=BID", order('3', 5, 'B', "6501.50", "50", 5))
                .good("5,@ES,5,,B,09:30:06.000000,2026-01-05,")
                .misfit("OrderAdd why=TIME_WENT_BACK orderId=6 side=BID", order('3', 6, 'B', "6499.00", "70", 1))
                .good(order('3', 7, 'B', "6498.00", "10", 7))
                .cutEverywhere(order('3', 8, 'B', "6500.99", "100", 8))
                .good(order('3', 9, 'B', "6500.75", "300", 9))
                .rejected("TRUNCATED", order('3', 10, 'B', "6500.99", "300", 9).substring(0, 30));
    }

    /** Without the comma at the end, so that every cut is one. */
    private static String order(final char type, final int orderId, final char side, final String price, final String size, final int second) {
        return type + ",@ES," + orderId + ",," + side + ',' + price + ',' + size + ",7,2,09:30:0" + second + ".000000,2026-01-05";
    }

    private static DamagedRecording binance() {
        return new DamagedRecording("binance", "futures.txt", "BTCUSDT", "100.2,3,0,100.3,4,0")
                .good("1723161254000000000 {\"lastUpdateId\":100,\"E\":1723161254000,\"T\":1723161253999,"
                        + "\"bids\":[[\"100.1\",\"1.5\"]],\"asks\":[[\"100.3\",\"4\"]]}")
                .good(diff(1, 100, 110, "[\"100\",\"2\"]"))
                .rejected("BAD_SIZE", diff(2, 110, 120, "[\"100.1\",\"-1\"]"))
                .rejected("BAD_PRICE", diff(2, 110, 120, "[\"999999999\",\"1\"]"))
                .rejected("BAD_PRICE", diff(2, 110, 120, "[\"-100.1\",\"1\"]"))
                .rejected("BAD_NUMBER", diff(2, 110, 120, "[\"1e999\",\"1\"]"))
                .rejected("UNKNOWN_TYPE", diff(2, 110, 120, "").replace("depthUpdate", "depthDowndate"))
                .rejected("UNKNOWN_INSTRUMENT", diff(2, 110, 120, "[\"100.1\",\"7\"]").replace("BTCUSDT", "ETHUSDT"))
                .rejected("STALE", diff(2, 100, 110, "[\"100.1\",\"7\"]"))
                .rejected("MALFORMED", GARBAGE)
                .misfit("LevelDelete why=UNKNOWN_LEVEL side=BID price=99", diff(3, 110, 120, "[\"99\",\"0\"]"))
                .misfit("LevelSet why=CROSSED bestBid=100.5 bestAsk=100.3 side=BID price=100.5", diff(4, 120, 130, "[\"100.5\",\"1\"]"))
                .good(diff(5, 130, 140, "[\"100.5\",\"0\"]"))
                .misfit("LevelSet why=TIME_WENT_BACK side=BID price=99.5", diff(1, 140, 150, "[\"99.5\",\"1\"]"))
                .good(diff(6, 150, 160, "[\"99.6\",\"1\"]"))
                .cutEverywhere(diff(7, 160, 170, "[\"100.25\",\"1\"]"))
                .good(diff(8, 160, 170, "[\"100.2\",\"3\"]"))
                .rejected("TRUNCATED", diff(9, 170, 180, "[\"100.25\",\"1\"]").substring(0, 100));
    }

    private static String diff(final int time, final long previous, final long last, final String bids) {
        return "172316125400" + time + "000000 {\"stream\":\"btcusdt@depth@0ms\",\"data\":{\"e\":\"depthUpdate\",\"E\":172316125400" + time
                + ",\"T\":172316125400" + time + ",\"s\":\"BTCUSDT\",\"U\":" + (previous + 1) + ",\"u\":" + last + ",\"pu\":" + previous
                + ",\"b\":[" + bids + "],\"a\":[]}}";
    }

    String format() {
        return format;
    }

    String symbol() {
        return symbol;
    }

    String lastBook() {
        return lastBook;
    }

    List<String> options() {
        return List.copyOf(options);
    }

    /** Reason by line number; {@link #ANY}: rejected, whatever for. */
    SortedMap<Long, String> rejects() {
        return new TreeMap<>(rejects);
    }

    /** Of each event that does not fit: its type, the reason, and its first fields. */
    List<String> misfits() {
        return List.copyOf(misfits);
    }

    List<Extra> extras() {
        return List.copyOf(extras);
    }

    Path file(final Path folder) {
        return folder.resolve(fileName);
    }

    byte[] bytes() {
        return String.join("\n", lines).getBytes(StandardCharsets.ISO_8859_1);
    }

    @Override
    public String toString() {
        return format;
    }
}
