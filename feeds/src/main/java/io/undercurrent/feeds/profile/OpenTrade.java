package io.undercurrent.feeds.profile;

/** The trade whose prints are coming in. One thread. */
final class OpenTrade {
    private boolean isOpen;
    private long timeNs;
    private int sign;
    private double units;
    private double hidden;
    private double bestUnits;
    private double mid;

    void begin(final long atNs, final int withSign, final double atBest, final double fromMid) {
        isOpen = true;
        timeNs = atNs;
        sign = withSign;
        bestUnits = atBest;
        mid = fromMid;
        units = 0;
        hidden = 0;
    }

    void print(final double size, final boolean isHidden) {
        units += size;
        hidden += isHidden ? size : 0;
    }

    boolean isOpen() {
        return isOpen;
    }

    /** It is open and of this sign. */
    boolean is(final int withSign) {
        return isOpen && sign == withSign;
    }

    double hidden() {
        return hidden;
    }

    TradeBatch batch() {
        return new TradeBatch(timeNs, sign, units, bestUnits, mid);
    }

    void end() {
        isOpen = false;
    }
}
