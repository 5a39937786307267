package io.undercurrent.feeds.sim;

/** What the running episode changes in the flow around it. Mutable, of one instrument; {@link #reset} is the clean market. */
final class Influence {
    /** Multiplies every rate. */
    double activity;
    /** Multiplies how far news and trades move the fair value. */
    double volatility;
    /** Extra aggressive orders per second that hit the side {@link #pressureOn}, on an ordinary day. */
    double pressure;
    int pressureOn;
    /** Share of them that goes through the best level. */
    double sweepShare;
    /** Extra small aggressive orders of retail traders per second. */
    double retail;
    /** Added to the chance that an order that comes by itself buys. */
    double lean;
    /** Multiplies new orders behind the best price, by side. */
    final double[] adds = new double[2];
    /** Multiplies how deep they stand, by side. */
    final double[] depth = new double[2];
    /** Shares of the programme at {@link #hiddenPrice} that no book shows. */
    int hidden;
    int hiddenSide;
    int hiddenPrice;
    int hiddenPart;

    Influence() {
        reset();
    }

    void reset() {
        activity = 1;
        volatility = 1;
        pressure = 0;
        sweepShare = 0;
        retail = 0;
        lean = 0;
        for (int side = 0; side < 2; side++) {
            adds[side] = 1;
            depth[side] = 1;
        }
        hidden = 0;
    }
}
