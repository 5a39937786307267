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
import java.util.OptionalLong;
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

    /** @param number of prints and additions before it */
    private record Print(
            int number, long timeNs, long price, long size, int sign, boolean hidden, Quote before, int clearsBefore) {
    }

    /** Size put at a price while the quote was valid. */
    private record Addition(int number, long timeNs, Side side, long price, long size, int clearsBefore) {
    }

    /**
     * What a trade did to the best quote, in shares.
     *
     * @param end number of the print that begins the next trade
     * @param fills its first four prints at that price, in 1e-9
     */
    private record Hit(int number, int end, long timeNs, long price, long size, long shown, List<Long> fills, int clearsBefore) {
        long dueNs() {
            return timeNs + 250_000_000L;
        }

        boolean during(final Addition a) {
            return a.timeNs == timeNs && a.number > number && a.number < end;
        }

        boolean before(final Addition a) {
            return a.timeNs > timeNs || a.number > end;
        }
    }

    static final long CENT = 10_000_000L;
    static final long SHARE = 1_000_000_000L;
    private static final long SECOND = 1_000_000_000L;

    private final TreeBook book;
    private final boolean executionsTold;
    private final List<Quote> quotes = new ArrayList<>();
    private final TreeMap<Long, Map<RowColumn, Long>> sums = new TreeMap<>();
    private final List<List<Print>> trades = new ArrayList<>();
    private final List<Addition> additions = new ArrayList<>();
    private int number;
    private final List<Long> clears = new ArrayList<>();
    private final Set<String> deep = new HashSet<>();
    private final Map<Long, long[]> unexplained = new HashMap<>();
    private final Map<RowColumn, List<Long>> bursts = new HashMap<>();
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
        final boolean valid = !bids.isEmpty() && !asks.isEmpty() && bids.getFirst().price() <= asks.getFirst().price()
                && asks.getFirst().price() - bids.getFirst().price() <= (asks.getFirst().price() + bids.getFirst().price()) / 20;
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

    /** Whether no burst of that kind has begun in the time before; then one begins. */
    private boolean begins(final RowColumn column, final long timeNs, final long lengthNs) {
        final List<Long> begun = bursts.computeIfAbsent(column, k -> new ArrayList<>());
        if (begun.stream().anyMatch(t -> t > timeNs - lengthNs)) {
            return false;
        }
        begun.add(timeNs);
        add(timeNs, column, 1);
        return true;
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

    /** An event has put so much at that price. */
    void added(final Side side, final long price, final long size) {
        if (valid()) {
            additions.add(new Addition(number++, nowNs, side, price, size, clears.size()));
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
            trades.add(new ArrayList<>(List.of(new Print(number++, nowNs, price, size, sign, hidden, quote(), clears.size()))));
        } else {
            open.add(new Print(number++, nowNs, price, size, sign, hidden, before, clears.size()));
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

    void offPrint(final long price, final long size, final boolean current) {
        if (!active()) {
            return;
        }
        final Quote q = quote();
        final long shares = size / SHARE;
        add(nowNs, RowColumn.OFF_VOLUME, shares);
        if (!current) {
            return;
        }
        begins(RowColumn.OFF_BURSTS, nowNs, SECOND / 2);
        final double place = q.valid ? (price - q.bid) / (double) (q.ask - q.bid) : 0.5;
        final boolean locked = q.valid && q.bid == q.ask;
        final boolean atMid = q.valid && (locked ? price == q.bid : Math.abs(place - 0.5) <= 0.1 + 1e-9);
        final double cents = price % CENT / (double) CENT;
        final boolean retail = (cents > 0 && cents < 0.4) || cents > 0.6;
        if (retail) {
            begins(RowColumn.OFF_RETAIL_BURSTS, nowNs, SECOND / 2);
        }
        if (atMid && !retail) {
            begins(RowColumn.OFF_MID_BURSTS, nowNs, SECOND / 2);
        }
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
            add(second * SECOND, RowColumn.BID_BEST_SIZE, last.bids.isEmpty() ? 0 : size(last.bids.getFirst()) / SHARE);
            add(second * SECOND, RowColumn.ASK_BEST_SIZE, last.asks.isEmpty() ? 0 : size(last.asks.getFirst()) / SHARE);
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
            if (begins(buy ? RowColumn.BUY_BURSTS : RowColumn.SELL_BURSTS, first.timeNs, SECOND / 4)) {
                add(first.timeNs, buy ? RowColumn.SMALL_BUY_BURSTS : RowColumn.SMALL_SELL_BURSTS, small ? 1 : 0);
            }
            if (trade.stream().anyMatch(RowTwin::unseen)) {
                begins(buy ? RowColumn.ASK_UNSEEN_BURSTS : RowColumn.BID_UNSEEN_BURSTS, first.timeNs, SECOND / 4);
            }
        }
        absorb(true);
        absorb(false);
    }

    private static boolean unseen(final Print print) {
        return print.hidden || (print.before.valid && print.price > print.before.bid && print.price < print.before.ask);
    }

    private List<Hit> hits(final boolean buy) {
        final List<Hit> hits = new ArrayList<>();
        for (int i = 0; i < trades.size(); i++) {
            final Print first = trades.get(i).getFirst();
            final long p = buy ? first.before.ask : first.before.bid;
            final long shown = (buy ? first.before.askSize : first.before.bidSize) / SHARE;
            final List<Long> fills = trades.get(i).stream().filter(print -> print.price == p).map(Print::size).toList();
            if (first.sign == (buy ? 1 : -1) && first.before.valid && !fills.isEmpty()) {
                final int end = i + 1 < trades.size() ? trades.get(i + 1).getFirst().number : Integer.MAX_VALUE;
                final long size = fills.stream().mapToLong(fill -> fill).sum() / SHARE;
                hits.add(new Hit(first.number, end, first.timeNs, p, size, shown, fills.stream().limit(4).toList(), first.clearsBefore));
            }
        }
        return hits;
    }

    /** Those after which somebody put the very size of a fill at their price: each addition is for the newest that has no other. */
    private Map<Hit, Long> matched(final List<Hit> hits, final List<Addition> there) {
        final Map<Hit, Long> matched = new HashMap<>();
        for (final Addition a : there) {
            hits.reversed().stream()
                .filter(hit -> hit.price == a.price && hit.before(a) && a.timeNs < hit.dueNs() && hit.clearsBefore == a.clearsBefore
                    && hit.fills.contains(a.size) && !matched.containsKey(hit))
                .findFirst().ifPresent(hit -> matched.put(hit, a.size));
        }
        return matched;
    }

    private void absorb(final boolean buy) {
        final List<List<Hit>> together = new ArrayList<>();
        final List<Hit> hits = hits(buy);
        final List<Addition> there = additions.stream().filter(a -> a.side == (buy ? Side.ASK : Side.BID)).toList();
        final Map<Hit, Long> matched = matched(hits, there);
        for (final Hit hit : hits) {
            standing(hit, buy).ifPresent(then -> {
                absorb(hit, then, buy);
                final long atOnce = there.stream().filter(a -> a.price == hit.price && hit.during(a)).mapToLong(Addition::size).sum();
                add(hit.dueNs(), buy ? RowColumn.ASK_MATCHED_HITS : RowColumn.BID_MATCHED_HITS, matched.containsKey(hit) ? 1 : 0);
                add(hit.dueNs(), buy ? RowColumn.ASK_AT_ONCE_HITS : RowColumn.BID_AT_ONCE_HITS, atOnce > 0 ? 1 : 0);
                add(hit.dueNs(), buy ? RowColumn.ASK_ANSWER : RowColumn.BID_ANSWER, (matched.getOrDefault(hit, 0L) + atOnce) / SHARE);
            });
            if (together.isEmpty() || !follows(hit, together.getLast().getFirst())) {
                together.add(new ArrayList<>());
            }
            together.getLast().add(hit);
        }
        for (final List<Hit> burst : together) {
            standing(burst.getLast(), buy).ifPresent(then -> absorbBurst(burst, then, buy));
        }
    }

    private static boolean follows(final Hit hit, final Hit began) {
        return hit.price == began.price && hit.timeNs - began.timeNs < SECOND / 4 && hit.clearsBefore == began.clearsBefore;
    }

    /** What stands at the price 250 ms after the hit, if the book can tell. */
    private OptionalLong standing(final Hit hit, final boolean buy) {
        final long due = hit.dueNs();
        if (due >= nowNs || clears.stream().skip(hit.clearsBefore).anyMatch(t -> t < due)) {
            return OptionalLong.empty();
        }
        final Quote then = quotes.stream().filter(q -> q.timeNs < due).reduce((a, b) -> b).orElseThrow();
        final List<TreeBook.Level> levels = buy ? then.asks : then.bids;
        if (!then.valid) {
            return OptionalLong.empty();
        }
        final long best = levels.getFirst().price();
        final long last = levels.getLast().price();
        final long p = hit.price;
        final boolean fails = buy ? best > p : best < p;
        if (!fails && (buy ? p > last : p < last)) {
            return OptionalLong.empty();
        }
        final long now = levels.stream().filter(l -> l.price() == p).mapToLong(RowTwin::size).sum() / SHARE;
        return OptionalLong.of(fails ? 0 : now);
    }

    private void absorb(final Hit hit, final long then, final boolean buy) {
        final long due = hit.dueNs();
        add(due, buy ? RowColumn.ASK_HIT : RowColumn.BID_HIT, hit.size);
        add(due, buy ? RowColumn.ASK_REFILL : RowColumn.BID_REFILL, refilled(hit.size, hit.shown, then));
        add(due, buy ? RowColumn.ASK_HIDDEN : RowColumn.BID_HIDDEN, Math.max(0, hit.size - hit.shown));
    }

    private void absorbBurst(final List<Hit> burst, final long then, final boolean buy) {
        final long due = burst.getLast().dueNs();
        final long size = burst.stream().mapToLong(Hit::size).sum();
        final long shown = burst.getFirst().shown;
        add(due, buy ? RowColumn.ASK_HIT_BURSTS : RowColumn.BID_HIT_BURSTS, 1);
        final boolean refilled = 2 * refilled(size, shown, then) >= size;
        add(due, buy ? RowColumn.ASK_REFILL_BURSTS : RowColumn.BID_REFILL_BURSTS, refilled ? 1 : 0);
    }

    private static long refilled(final long hit, final long shown, final long then) {
        return Math.min(hit, Math.max(0, then - shown + hit));
    }
}
