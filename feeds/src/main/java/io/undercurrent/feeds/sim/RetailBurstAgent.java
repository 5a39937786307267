package io.undercurrent.feeds.sim;

/** Small traders buy all at once: many small orders in the book, and more that wholesalers fill off exchange a fraction of a cent better. */
final class RetailBurstAgent implements Agent {
    /** Orders against the usual number of trades. */
    private static final double LEAST = 1;
    private static final double MOST = 3;
    /** Of them, how many reach the book. */
    private static final double LIT = 0.3;

    private double perSecond;

    @Override
    public void begin(final Desk desk) {
        perSecond = desk.profile().tradesPerSecond() * desk.random().between(LEAST, MOST);
        desk.influence().pressureOn = desk.otherSide();
        desk.influence().retail = LIT * perSecond;
        desk.wakeAfter(100);
    }

    @Override
    public void wake(final Desk desk) {
        desk.wholesale(desk.random().chance(0.5) ? desk.random().between(1, 99) : desk.random().between(1, 4) * 100);
        desk.wakeAfter(1e3 * desk.random().exponential() / ((1 - LIT) * perSecond));
    }
}
