package io.undercurrent.feeds.sim;

/** Raw sums of one instrument over one second, or over many: prices in ticks, sizes in shares. */
public final class WatchedRow {
    public double mid;
    public double spreadTicks;
    public double squareSum;
    public long buys;
    public long sells;
    public long smallBuys;
    public long smallSells;
    public long trades;
    public final long[] hit = new long[2];
    public final long[] refill = new long[2];
    public final long[] hidden = new long[2];
    public final long[] depth = new long[2];
    public final long[] executedDeep = new long[2];
    public long off;
    public long offMid;
    public long offPrints;
    public long updates;

    /** Everything that can be added; mid and depth are taken over as averages by the caller. */
    void add(final WatchedRow other) {
        spreadTicks += other.spreadTicks;
        squareSum += other.squareSum;
        buys += other.buys;
        sells += other.sells;
        smallBuys += other.smallBuys;
        smallSells += other.smallSells;
        trades += other.trades;
        for (int side = 0; side < 2; side++) {
            hit[side] += other.hit[side];
            refill[side] += other.refill[side];
            hidden[side] += other.hidden[side];
            depth[side] += other.depth[side];
            executedDeep[side] += other.executedDeep[side];
        }
        off += other.off;
        offMid += other.offMid;
        offPrints += other.offPrints;
        updates += other.updates;
    }

    public long lit() {
        return buys + sells;
    }

    public long volume() {
        return lit() + off;
    }
}
