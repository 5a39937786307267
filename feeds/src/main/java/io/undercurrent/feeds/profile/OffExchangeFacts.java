package io.undercurrent.feeds.profile;

import java.util.List;

/** What prints off exchange. One thread. */
final class OffExchangeFacts {
    private static final String GROUP = "off exchange";
    private static final long CENT = 10_000_000;
    private static final double BLOCK_UNITS = 10_000;

    private final Samples sizes = new Samples();
    private final Series minutes = new Series();
    private double units;
    private double midUnits;
    private double subPennyUnits;
    private double blockUnits;
    private double oldUnits;
    private double minuteOff;
    private double minuteAll;

    /**
     * @param mid 1e-9; NaN: the book has none
     * @param spread 1e-9
     * @param current its price is of the moment
     */
    void print(final long price, final double size, final double mid, final double spread, final boolean current) {
        sizes.add(size);
        units += size;
        minuteOff += size;
        minuteAll += size;
        final boolean subPenny = price % CENT != 0 && price % (CENT / 2) != 0;
        if (!current) {
            oldUnits += size;
        } else if (size >= BLOCK_UNITS) {
            blockUnits += size;
        } else if (subPenny) {
            subPennyUnits += size;
        } else if (Math.abs(price - mid) <= 0.1 * spread) {
            midUnits += size;
        }
    }

    void lit(final double size) {
        minuteAll += size;
    }

    /** A minute of the session is over. */
    void minute() {
        if (minuteAll > 0) {
            minutes.add(minuteOff / minuteAll);
        }
        minuteOff = 0;
        minuteAll = 0;
    }

    void addTo(final List<Fact> facts, final double seconds, final double litUnits, final boolean shown) {
        facts.add(new Fact(GROUP, "share of volume", "%", shown ? 100 * units / (units + litUnits) : Double.NaN));
        facts.add(new Fact(GROUP, "prints", "/s", shown ? sizes.count() / seconds : Double.NaN));
        facts.add(new Fact(GROUP, "size, median", "", shown ? sizes.quantile(0.5) : Double.NaN));
        facts.add(new Fact(GROUP, "size, mean", "", shown ? sizes.mean() : Double.NaN));
        facts.add(new Fact(GROUP, "size, 99 %", "", shown ? sizes.quantile(0.99) : Double.NaN));
        facts.add(new Fact(GROUP, "at the mid", "%", shown ? 100 * midUnits / units : Double.NaN));
        facts.add(new Fact(GROUP, "fractions of a cent", "%", shown ? 100 * subPennyUnits / units : Double.NaN));
        facts.add(new Fact(GROUP, "blocks", "%", shown ? 100 * blockUnits / units : Double.NaN));
        facts.add(new Fact(GROUP, "not of the moment", "%", shown ? 100 * oldUnits / units : Double.NaN));
        facts.add(new Fact(GROUP, "deviation of the share, 1 min", "%", shown ? 100 * Math.sqrt(minutes.variance()) : Double.NaN));
        facts.add(new Fact(GROUP, "its autocorrelation, 1 min", "", shown ? minutes.autocorrelation(1) : Double.NaN));
        facts.add(new Fact(GROUP, "its autocorrelation, 5 min", "", shown ? minutes.autocorrelation(5) : Double.NaN));
    }
}
