package io.undercurrent.engine.row;

import io.undercurrent.codec.sbe.BookKind;
import io.undercurrent.codec.sbe.Side;
import io.undercurrent.engine.book.TreeBook;
import io.undercurrent.signals.RowColumn;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The slow obvious rows: keeps everything that ever happened and looks the columns up afterwards. One instrument with all capabilities, a
 * row a second, prices and sizes in 1e-9, sizes in whole shares.
 */
final class RowTwin {
    /** The quote at the end of a moment. */
    record Quote(long timeNs, boolean valid, long bid, long bidSize, long ask, long askSize, List<TreeBook.Level> bids,
            List<TreeBook.Level> asks) {
    }

    private record Print(long timeNs, long price, long size, int sign, Quote before, int clearsBefore) {
    }

    static final long CENT = 10_000_000L;
    static final long SHARE = 1_000_000_000L;
    private static final long SECOND = 1_000_000_000L;

    private final TreeBook book;
    private final boolean executionsTold;
    private final List<Quote> quotes = new ArrayList<>();
    private final TreeMap<Long, Map<RowColumn, Long>> sums = new TreeMap<>();
    private final List<List<Print>> trades = new ArrayList<>();
    private final List<Long> clears = new ArrayList<>();
    private final Set<String> deep = new HashSet<>();
    private final Map<Long, long[]> unexplained = new HashMap<>();
    private long lastPrice;
    private int lastDirection;
    private long nowNs;
    private boolean dirty;

    RowTwin(final BookKind kind, final boolean executionsTold) {
        book = new TreeBook(kind);
        this.executionsTold = executionsTold;
    }

    TreeBook book() {
        return book;
    }

    /** Every event begins with this. */
    void at(final long timeNs) {
        if (timeNs > nowNs) {
            endMoment();
            nowNs = timeNs;
        }
    }

    private void endMoment() {
        if (dirty) {
            quotes.add(quote());
            dirty = false;
        }
    }

    Quote quote() {
        final List<TreeBook.Level> bids = book.levels(Side.BID);
        final List<TreeBook.Level> asks = book.levels(Side.ASK);
        final boolean valid = !bids.isEmpty() && !asks.isEmpty() && bids.getFirst().price() <= asks.getFirst().price();
        return valid ? new Quote(nowNs, true, bids.getFirst().price(), size(bids.getFirst()), asks.getFirst().price(),
                size(asks.getFirst()), bids, asks) : new Quote(nowNs, false, 0, 0, 0, 0, bids, asks);
    }

    private static long size(final TreeBook.Level level) {
        return level.size().longValueExact();
    }

    private boolean active() {
        return quotes.stream().anyMatch(Quote::valid);
    }

    private boolean valid() {
        return !quotes.isEmpty() && quotes.getLast().valid();
    }

    private void add(final long timeNs, final RowColumn column, final long value) {
        sums.computeIfAbsent(timeNs / SECOND, k -> new HashMap<>()).merge(column, value, Long::sum);
    }

    /** The book has changed from these visible levels; the event took away so much at that level, if anything. */
    void changed(
            final List<TreeBook.Level> before, final Side side, final int level, final long price, final long taken,
            final boolean execution) {
        dirty = true;
        if (valid() && !before.equals(book.visible())) {
            add(nowNs, RowColumn.BOOK_UPDATES, 1);
        }
        if (valid() && taken > 0 && level < 10) {
            removal(side, price, taken, execution);
        }
        for (final Side s : List.of(Side.BID, Side.ASK)) {
            final List<TreeBook.Level> levels = book.levels(s);
            deep.removeIf(key -> key.startsWith(s.name()) && levels.stream().noneMatch(l -> key.equals(s.name() + l.price())));
            levels.stream().skip(1).forEach(l -> deep.add(s.name() + l.price()));
        }
    }

    private void removal(final Side side, final long price, final long taken, final boolean execution) {
        long executed = 0;
        if (executionsTold) {
            executed = execution ? taken : 0;
        } else if (unexplained.containsKey(price) && nowNs - unexplained.get(price)[1] <= SECOND) {
            executed = Math.min(taken, unexplained.get(price)[0]);
            unexplained.get(price)[0] -= executed;
        }
        final boolean bid = side == Side.BID;
        if (deep.contains(side.name() + price)) {
            add(nowNs, bid ? RowColumn.BID_EXECUTED_DEEP : RowColumn.ASK_EXECUTED_DEEP, executed / SHARE);
        }
        add(nowNs, bid ? RowColumn.BID_CANCELLED10 : RowColumn.ASK_CANCELLED10, (taken - executed) / SHARE);
    }

    void cleared() {
        clears.add(nowNs);
    }

    /** A print that nothing speaks against. */
    void litPrint(final long price, final long size, final int aggressor, final boolean hidden) {
        if (!active()) {
            return;
        }
        final List<Print> open = !trades.isEmpty() && trades.getLast().getFirst().timeNs == nowNs ? trades.getLast() : new ArrayList<>();
        final Quote before = open.isEmpty() ? quote() : open.getFirst().before;
        int sign = sign(price, aggressor, before);
        if (open.isEmpty() || sign != open.getFirst().sign) {
            sign = sign(price, aggressor, quote());
            trades.add(new ArrayList<>(List.of(new Print(nowNs, price, size, sign, quote(), clears.size()))));
        } else {
            open.add(new Print(nowNs, price, size, sign, before, clears.size()));
        }
        lastDirection = tick(price);
        lastPrice = price;
        if (!hidden) {
            unexplained.merge(price, new long[] {size, nowNs},
                    (a, b) -> new long[] {(nowNs - a[1] <= SECOND ? a[0] : 0) + size, nowNs});
        }
    }

    private int tick(final long price) {
        return lastPrice == 0 ? 0 : price > lastPrice ? 1 : price < lastPrice ? -1 : lastDirection;
    }

    private int sign(final long price, final int aggressor, final Quote quote) {
        if (aggressor != 0) {
            return aggressor;
        }
        if (!quote.valid) {
            return 0;
        }
        if (price >= quote.ask && price > quote.bid) {
            return 1;
        }
        if (price <= quote.bid && price < quote.ask) {
            return -1;
        }
        return tick(price);
    }

    void otherLitPrint(final long size) {
        if (active()) {
            add(nowNs, RowColumn.UNSIGNED_VOLUME, size / SHARE);
        }
    }

    void offPrint(final long price, final long size, final int aggressor, final boolean current) {
        if (!active()) {
            return;
        }
        final Quote q = quote();
        final long shares = size / SHARE;
        add(nowNs, RowColumn.OFF_VOLUME, shares);
        if (!current) {
            return;
        }
        add(nowNs, RowColumn.OFF_BLOCK, shares >= 10_000 ? shares : 0);
        final double place = q.valid ? (price - q.bid) / (double) (q.ask - q.bid) : 0.5;
        final boolean locked = q.valid && q.bid == q.ask;
        final int sign = aggressor != 0 ? aggressor : !q.valid ? 0 : locked ? Long.signum(price - q.bid)
                : place > 0.6 + 1e-9 ? 1 : place < 0.4 - 1e-9 ? -1 : 0;
        add(nowNs, RowColumn.OFF_BUY_VOLUME, sign > 0 ? shares : 0);
        add(nowNs, RowColumn.OFF_SELL_VOLUME, sign < 0 ? shares : 0);
        final boolean atMid = q.valid && (locked ? price == q.bid : Math.abs(place - 0.5) <= 0.1 + 1e-9);
        final double cents = price % CENT / (double) CENT;
        final boolean retail = (cents > 0 && cents < 0.4) || cents > 0.6;
        add(nowNs, RowColumn.OFF_MID, atMid && !retail ? Math.min(1_000, shares) : 0);
    }

    /** Columns of all rows up to that time, by second, as they must be. */
    Map<Long, Map<RowColumn, Long>> rows(final long endNs) {
        at(endNs);
        quoteColumns();
        tradeColumns();
        final long first = quotes.stream().filter(Quote::valid).findFirst().orElseThrow().timeNs / SECOND;
        for (long second = first; second < endNs / SECOND; second++) {
            add(second * SECOND, RowColumn.VALID_MS, floorMs(second + 1, false) - floorMs(second, false));
            add(second * SECOND, RowColumn.SPREAD_TIME, floorMs(second + 1, true) - floorMs(second, true));
            final long close = (second + 1) * SECOND;
            final Quote last = quotes.stream().filter(q -> q.timeNs < close).reduce((a, b) -> b).orElseThrow();
            final Quote lastValid = quotes.stream().filter(q -> q.timeNs < close && q.valid).reduce((a, b) -> b).orElseThrow();
            add(second * SECOND, RowColumn.MID2_CLOSE, (lastValid.bid + lastValid.ask) / CENT);
            add(second * SECOND, RowColumn.BID_DEPTH10, depth(last.bids, lastValid));
            add(second * SECOND, RowColumn.ASK_DEPTH10, depth(last.asks, lastValid));
        }
        return sums;
    }

    private static long depth(final List<TreeBook.Level> levels, final Quote mid) {
        final double middle = (mid.bid + mid.ask) / 2.0;
        return levels.stream().limit(10).filter(l -> Math.abs(l.price() - middle) <= 0.05 * middle + 1e-3).mapToLong(RowTwin::size).sum()
                / SHARE;
    }

    /** Valid time, or spread times valid time, from the beginning to the start of that second, in whole milliseconds. */
    private long floorMs(final long second, final boolean spread) {
        long ns = 0;
        for (int i = 0; i < quotes.size(); i++) {
            final Quote q = quotes.get(i);
            final long until = Math.min(second * SECOND, i + 1 < quotes.size() ? quotes.get(i + 1).timeNs : Long.MAX_VALUE);
            ns += q.valid && until > q.timeNs ? (until - q.timeNs) * (spread ? (q.ask - q.bid) / CENT : 1) : 0;
        }
        return ns / 1_000_000;
    }

    private void quoteColumns() {
        Quote valid = null;
        Quote before = null;
        for (final Quote q : quotes) {
            if (q.valid && valid != null) {
                final long move = Math.abs(q.bid + q.ask - valid.bid - valid.ask) / CENT;
                add(q.timeNs, RowColumn.MID2_PATH, move);
                add(q.timeNs, RowColumn.MID2_SQUARE_SUM, move * move);
            }
            if (q.valid && before != null && before.valid) {
                long flow = 0;
                flow += q.bid >= before.bid ? q.bidSize : 0;
                flow -= q.bid <= before.bid ? before.bidSize : 0;
                flow -= q.ask <= before.ask ? q.askSize : 0;
                flow += q.ask >= before.ask ? before.askSize : 0;
                add(q.timeNs, RowColumn.OFI1, flow / SHARE);
            }
            valid = q.valid ? q : valid;
            before = q;
        }
    }

    private void tradeColumns() {
        final List<Long> lots = new ArrayList<>();
        for (final List<Print> trade : trades) {
            final Print first = trade.getFirst();
            final long shares = trade.stream().mapToLong(Print::size).sum() / SHARE;
            final List<Long> sorted = lots.subList(Math.max(0, lots.size() - 255), lots.size()).stream().sorted().toList();
            final long median = sorted.isEmpty() ? 0 : sorted.get((sorted.size() - 1) / 2);
            final boolean small = shares <= Math.max(200, 2 * median);
            lots.add(shares);
            if (first.sign == 0) {
                add(first.timeNs, RowColumn.UNSIGNED_VOLUME, shares);
                continue;
            }
            final boolean buy = first.sign > 0;
            add(first.timeNs, buy ? RowColumn.BUY_VOLUME : RowColumn.SELL_VOLUME, shares);
            add(first.timeNs, buy ? RowColumn.BUY_TRADES : RowColumn.SELL_TRADES, 1);
            add(first.timeNs, buy ? RowColumn.SMALL_BUY_VOLUME : RowColumn.SMALL_SELL_VOLUME, small ? shares : 0);
            if (first.before.valid) {
                absorb(trade, buy);
            }
        }
    }

    private void absorb(final List<Print> trade, final boolean buy) {
        final Print first = trade.getFirst();
        final long p = buy ? first.before.ask : first.before.bid;
        final long shown = (buy ? first.before.askSize : first.before.bidSize) / SHARE;
        final long hit = trade.stream().filter(print -> print.price == p).mapToLong(Print::size).sum() / SHARE;
        final long due = first.timeNs + 250_000_000L;
        if (hit == 0 || due >= nowNs || clears.stream().skip(first.clearsBefore).anyMatch(t -> t < due)) {
            return;
        }
        final Quote then = quotes.stream().filter(q -> q.timeNs < due).reduce((a, b) -> b).orElseThrow();
        final List<TreeBook.Level> levels = buy ? then.asks : then.bids;
        if (!then.valid) {
            return;
        }
        final long best = levels.getFirst().price();
        final long last = levels.getLast().price();
        final boolean fails = buy ? best > p : best < p;
        if (!fails && (buy ? p > last : p < last)) {
            return;
        }
        final long now = fails ? 0 : levels.stream().filter(l -> l.price() == p).mapToLong(RowTwin::size).sum() / SHARE;
        add(due, buy ? RowColumn.ASK_HIT : RowColumn.BID_HIT, hit);
        add(due, buy ? RowColumn.ASK_REFILL : RowColumn.BID_REFILL, Math.min(hit, Math.max(0, now - shown + hit)));
        add(due, buy ? RowColumn.ASK_HIDDEN : RowColumn.BID_HIDDEN, Math.max(0, hit - shown));
        add(due, buy ? RowColumn.ASK_FAIL : RowColumn.BID_FAIL, fails ? hit : 0);
    }
}
