package io.undercurrent.feeds.profile;

import java.util.List;

/** How is traded in the book: rate, sizes, clustering, memory of the sign, and how the mid answers. One thread. */
final class TradeFacts {
    private static final String GROUP = "trades";
    private static final int[] SIGN_LAGS = {1, 2, 5, 10, 20, 50, 100, 200, 500};
    private static final int[] RESPONSE_LAGS = {1, 10, 100};
    private static final int[] COUNT_SECONDS = {1, 10, 60, 300};

    private final Series signs = new Series();
    private final Series mids = new Series();
    private final Samples sizes = new Samples();
    private final Samples gaps = new Samples();
    private final Series perSecond = new Series();
    private double units;
    private double hiddenUnits;
    private double signedTrades;
    private double exact;
    private double larger;
    private long lastNs;

    /** @param hidden of its units */
    void add(final TradeBatch trade, final double hidden) {
        units += trade.units();
        hiddenUnits += hidden;
        sizes.add(trade.units());
        if (lastNs > 0 && trade.timeNs() >= lastNs) {
            gaps.add((trade.timeNs() - lastNs) / 1e9);
        }
        lastNs = trade.timeNs();
        if (trade.sign() != 0) {
            signedTrades++;
            signs.add(trade.sign());
            mids.add(trade.mid());
            exact += trade.units() == trade.bestUnits() ? 1 : 0;
            larger += trade.units() > trade.bestUnits() ? 1 : 0;
        }
    }

    /** Another second of the session. */
    void second(final int trades) {
        perSecond.add(trades);
    }

    /** A session begins: nothing before it counts for gaps. */
    void begin() {
        lastNs = 0;
    }

    double units() {
        return units;
    }

    /**
     * @param ownVenue the book shows the venue that prints
     * @param showsHidden executions of hidden orders are told apart
     */
    void addTo(final List<Fact> facts, final double seconds, final boolean ownVenue, final boolean showsHidden) {
        facts.add(new Fact(GROUP, "in the book", "/s", sizes.count() / seconds));
        facts.add(new Fact(GROUP, "size, median", "", sizes.quantile(0.5)));
        facts.add(new Fact(GROUP, "size, mean", "", sizes.mean()));
        facts.add(new Fact(GROUP, "size, 90 %", "", sizes.quantile(0.9)));
        facts.add(new Fact(GROUP, "size, 99 %", "", sizes.quantile(0.99)));
        facts.add(new Fact(GROUP, "odd lots", "%", 100 * sizes.shareUpTo(99)));
        facts.add(new Fact(GROUP, "100 exactly", "%", 100 * (sizes.shareUpTo(100) - sizes.shareUpTo(99.5))));
        facts.add(new Fact(GROUP, "takes the best size exactly", "%", ownVenue ? 100 * exact / signedTrades : Double.NaN));
        facts.add(new Fact(GROUP, "takes more", "%", ownVenue ? 100 * larger / signedTrades : Double.NaN));
        facts.add(new Fact(GROUP, "hidden share of volume", "%", showsHidden ? 100 * hiddenUnits / units : Double.NaN));
        facts.add(new Fact(GROUP, "within 10 ms of the last", "%", 100 * gaps.shareUpTo(0.01)));
        facts.add(new Fact(GROUP, "within 100 ms of the last", "%", 100 * gaps.shareUpTo(0.1)));
        facts.add(new Fact(GROUP, "gap, 99 % / median", "", gaps.quantile(0.99) / gaps.quantile(0.5)));
        for (final int length : COUNT_SECONDS) {
            facts.add(new Fact(GROUP, "variance / mean of counts, " + length + " s", "", dispersion(length)));
        }
        for (final int lag : SIGN_LAGS) {
            facts.add(new Fact("sign", "autocorrelation, lag " + lag, "", signs.autocorrelation(lag)));
        }
        for (final int lag : RESPONSE_LAGS) {
            facts.add(new Fact("response", "of the mid after " + lag, "ticks", response(lag)));
        }
        facts.add(new Fact("response", "after 100 / after 1", "", response(100) / response(1)));
    }

    /** Mean signed move of the mid from before a trade to before the one so many later. */
    private double response(final int lag) {
        double sum = 0;
        int count = 0;
        for (int i = lag; i < signs.count(); i++) {
            final double move = signs.get(i - lag) * (mids.get(i) - mids.get(i - lag));
            if (!Double.isNaN(move)) {
                sum += move;
                count++;
            }
        }
        return sum / count;
    }

    private double dispersion(final int length) {
        final Series counts = new Series();
        for (int i = length; i <= perSecond.count(); i += length) {
            double sum = 0;
            for (int j = i - length; j < i; j++) {
                sum += perSecond.get(j);
            }
            counts.add(sum);
        }
        return counts.variance() / counts.mean();
    }
}
