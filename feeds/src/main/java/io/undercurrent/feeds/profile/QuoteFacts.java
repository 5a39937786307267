package io.undercurrent.feeds.profile;

import io.undercurrent.codec.sbe.Side;
import io.undercurrent.engine.book.BookState;
import io.undercurrent.engine.book.BookView;
import java.util.List;

/** What is quoted: spread, sizes and depth weighed by time, and how often the best quote changes. One thread. */
final class QuoteFacts {
    private static final int SPREADS = 1 << 10;
    private static final int LEVELS = BookView.VISIBLE_LEVELS;

    private final boolean deep;
    private final double[] spreadNs = new double[SPREADS + 1];
    private final double[] levelShares = new double[LEVELS];
    private final double[] levelTicks = new double[LEVELS];
    private final Samples bestSizes = new Samples();
    private double twoSidedNs;
    private double spreadTicksNs;
    private double priceNs;
    private double otherNs;
    private double depthSamples;
    private long bestChanges;
    private long midChanges;
    private long bid;
    private long ask;
    private long bidSize;
    private long askSize;

    QuoteFacts(final boolean deep) {
        this.deep = deep;
    }

    /** The book stood like this for so long. */
    void stood(final BookView book, final long increment, final long durationNs) {
        if (book.state() != BookState.TWO_SIDED) {
            otherNs += durationNs;
            return;
        }
        final double spread = (double) (book.bestAsk() - book.bestBid()) / increment;
        twoSidedNs += durationNs;
        spreadTicksNs += spread * durationNs;
        priceNs += 0.5 * (book.bestAsk() + book.bestBid()) * durationNs;
        spreadNs[Math.min(SPREADS, (int) Math.round(spread))] += durationNs;
    }

    /** Looks at the depth, once a second. */
    void look(final BookView book, final long increment, final long sizeIncrement) {
        if (book.state() != BookState.TWO_SIDED) {
            return;
        }
        depthSamples += 2;
        for (final Side side : new Side[] {Side.BID, Side.ASK}) {
            bestSizes.add((double) book.size(side, 0) / sizeIncrement);
            for (int i = 0; i < Math.min(LEVELS, book.levels(side)); i++) {
                levelShares[i] += (double) book.size(side, i) / sizeIncrement;
                levelTicks[i] += (double) Math.abs(book.price(side, i) - book.price(side, 0)) / increment;
            }
        }
    }

    void changed(final BookView book) {
        if (book.state() != BookState.TWO_SIDED) {
            return;
        }
        final long newBid = book.bestBid();
        final long newAsk = book.bestAsk();
        final long newBidSize = book.size(Side.BID, 0);
        final long newAskSize = book.size(Side.ASK, 0);
        midChanges += newBid + newAsk != bid + ask ? 1 : 0;
        bestChanges += newBid != bid || newAsk != ask || newBidSize != bidSize || newAskSize != askSize ? 1 : 0;
        bid = newBid;
        ask = newAsk;
        bidSize = newBidSize;
        askSize = newAskSize;
    }

    private double spreadQuantile(final double share) {
        double sum = 0;
        int ticks = 0;
        while (ticks < SPREADS && sum + spreadNs[ticks] < share * twoSidedNs) {
            sum += spreadNs[ticks++];
        }
        return twoSidedNs == 0 ? Double.NaN : ticks;
    }

    /** Mean price, 1e-9. */
    double price() {
        return priceNs / twoSidedNs;
    }

    double spreadTicks() {
        return spreadTicksNs / twoSidedNs;
    }

    void addTo(final List<Fact> facts, final long increment, final double seconds) {
        facts.add(new Fact("spread", "mean price", "", price() / 1e9));
        facts.add(new Fact("spread", "mean", "ticks", spreadTicks()));
        facts.add(new Fact("spread", "mean", "bp", 1e4 * spreadTicks() * increment / price()));
        facts.add(new Fact("spread", "10 % of the time up to", "ticks", spreadQuantile(0.1)));
        facts.add(new Fact("spread", "half of the time up to", "ticks", spreadQuantile(0.5)));
        facts.add(new Fact("spread", "90 % of the time up to", "ticks", spreadQuantile(0.9)));
        facts.add(new Fact("spread", "time at 1", "%", 100 * spreadNs[1] / twoSidedNs));
        facts.add(new Fact("spread", "time at 2", "%", 100 * spreadNs[2] / twoSidedNs));
        facts.add(new Fact("spread", "time locked, crossed or one-sided", "%", 100 * otherNs / (otherNs + twoSidedNs)));
        facts.add(new Fact("quote", "changes of price or size", "/s", bestChanges / seconds));
        facts.add(new Fact("quote", "changes of the mid", "/s", midChanges / seconds));
        facts.add(new Fact("depth", "best size, 10 %", "", bestSizes.quantile(0.1)));
        facts.add(new Fact("depth", "best size, median", "", bestSizes.quantile(0.5)));
        facts.add(new Fact("depth", "best size, 90 %", "", bestSizes.quantile(0.9)));
        facts.add(new Fact("depth", "best size, mean", "", bestSizes.mean()));
        for (final int level : new int[] {2, 3, 5, 10}) {
            facts.add(new Fact("depth", "level " + level + " / best", "",
                    deep ? levelShares[level - 1] / levelShares[0] : Double.NaN));
        }
        facts.add(new Fact("depth", "level 10 from the best", "ticks", deep ? levelTicks[LEVELS - 1] / depthSamples : Double.NaN));
    }
}
