package io.undercurrent.feeds.sim;

/** What the running episode changes in the flow around it. Mutable, of one instrument; {@link #reset} is the clean market. */
final class Influence {
    /** Multiplies every rate. */
    double activity;
    /** Multiplies the movement of the fair value. */
    double volatility;
    /** Movement of the fair value, ticks per second. */
    double driftTicks;
    /** Extra aggressive orders per second that hit the side {@link #pressureOn}. */
    double pressure;
    int pressureOn;
    /** Share of them that goes through the best level. */
    double sweepShare;
    /** Above 1: orders are set inside the spread sooner and closer to each other. */
    double tightness;
    /** Shares of the programme at {@link #hiddenPrice} that no book shows. */
    int hidden;
    int hiddenSide;
    int hiddenPrice;
    /** The fair value is drawn to this, ticks; NaN: nobody holds it. */
    double hold;
    /** {@link SimBook#BID}: strongly held from falling below it, weakly from rising. */
    int holdSide;

    Influence() {
        reset();
    }

    void reset() {
        activity = 1;
        volatility = 1;
        driftTicks = 0;
        pressure = 0;
        sweepShare = 0;
        tightness = 1;
        hidden = 0;
        hold = Double.NaN;
    }
}
