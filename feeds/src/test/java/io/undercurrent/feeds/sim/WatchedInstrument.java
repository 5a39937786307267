package io.undercurrent.feeds.sim;

import io.undercurrent.codec.sbe.Aggressor;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Watches one instrument of a tape: its book, and raw sums per second of session. */
public final class WatchedInstrument {
    private static final long SETTLE_NS = 250_000_000;
    private static final long SMALL = 200;

    private record Settling(long dueNs, boolean bid, long price, long shown, long executed) {
    }

    private final String symbol;
    private final long increment;
    private final long startNs;
    private final WatchedBook book = new WatchedBook();
    private final List<WatchedRow> rows = new ArrayList<>();
    private final Deque<Settling> settling = new ArrayDeque<>();

    private WatchedRow row = new WatchedRow();
    private double mid2 = Double.NaN;
    private long tradeBest;
    private long tradeShown;
    private long tradeAtBest;
    private long tradeVolume;
    private boolean tradeOpen;
    private boolean tradeSells;
    private boolean whole;

    WatchedInstrument(final String symbol, final long increment, final long startNs) {
        this.symbol = symbol;
        this.increment = increment;
        this.startNs = startNs;
    }

    void before(final long timeNs) {
        while (!settling.isEmpty() && settling.peek().dueNs() <= timeNs) {
            final Settling due = settling.poll();
            final int side = due.bid() ? 0 : 1;
            final long now = book.size(due.bid(), due.price());
            row.hit[side] += due.executed();
            row.refill[side] += Math.min(due.executed(), Math.max(0, now - due.shown() + due.executed()));
            row.hidden[side] += Math.max(0, due.executed() - due.shown());
        }
        while (rows.size() < (timeNs - startNs) / 1_000_000_000) {
            close();
        }
    }

    void close() {
        if (book.isTwoSided()) {
            row.mid = 0.5 * (book.best(true) + book.best(false)) / increment;
            row.spreadTicks = (double) (book.best(false) - book.best(true)) / increment;
            row.depth[0] = book.depth10(true);
            row.depth[1] = book.depth10(false);
        }
        rows.add(row);
        row = new WatchedRow();
    }

    void trade(final long price, final long size, final Aggressor aggressor) {
        if (!tradeOpen) {
            tradeOpen = true;
            tradeSells = aggressor == Aggressor.SELL;
            tradeBest = book.best(tradeSells);
            tradeShown = book.size(tradeSells, tradeBest);
            tradeAtBest = 0;
            tradeVolume = 0;
        }
        tradeVolume += size;
        tradeAtBest += price == tradeBest ? size : 0;
        if (price != tradeBest && price % increment == 0) {
            row.executedDeep[tradeSells ? 0 : 1] += size;
        }
    }

    void offExchange(final long price, final long size, final boolean eligible) {
        row.off += size;
        row.offPrints++;
        if (eligible && book.isTwoSided()) {
            final double mid = 0.5 * (book.best(true) + book.best(false));
            if (Math.abs(price - mid) <= 0.1 * (book.best(false) - book.best(true))) {
                row.offMid += Math.min(size, 1000);
            }
        }
    }

    void after(final long timeNs, final boolean lastInPacket) {
        row.updates++;
        if (!lastInPacket) {
            return;
        }
        if (tradeOpen) {
            tradeOpen = false;
            row.trades++;
            row.sells += tradeSells ? tradeVolume : 0;
            row.buys += tradeSells ? 0 : tradeVolume;
            if (tradeVolume <= SMALL) {
                row.smallSells += tradeSells ? tradeVolume : 0;
                row.smallBuys += tradeSells ? 0 : tradeVolume;
            }
            settling.add(new Settling(timeNs + SETTLE_NS, tradeSells, tradeBest, tradeShown, tradeAtBest));
        }
        book.requireUncrossed();
        whole |= book.isTwoSided();
        if (whole && !book.isTwoSided()) {
            throw new AssertionError(symbol + " has an empty side");
        }
        if (whole) {
            final double now = (double) (book.best(true) + book.best(false)) / increment;
            if (!Double.isNaN(mid2)) {
                row.squareSum += (now - mid2) * (now - mid2);
            }
            mid2 = now;
        }
    }

    public WatchedBook book() {
        return book;
    }

    public String symbol() {
        return symbol;
    }

    public List<WatchedRow> rows() {
        return rows;
    }

    /** Sum over [from, to) seconds of session. */
    public WatchedRow sum(final int from, final int to) {
        final WatchedRow sum = new WatchedRow();
        for (int i = from; i < Math.min(to, rows.size()); i++) {
            sum.add(rows.get(i));
        }
        return sum;
    }

    /** Mean square of the change of mid over so many seconds, per second, in ticks squared. */
    public double variancePerSecond(final int seconds, final int from, final int to) {
        double sum = 0;
        int count = 0;
        for (int i = from; i + seconds < Math.min(to, rows.size()); i++) {
            final double change = rows.get(i + seconds).mid - rows.get(i).mid;
            sum += change * change;
            count++;
        }
        return sum / count / seconds;
    }
}
