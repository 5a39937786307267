package io.undercurrent.feeds.sim;

/** Buys in midpoint crosses off exchange, as often as its share asks for. */
final class DarkPoolAgent implements Agent {
    private static final double ODD_LOTS = 0.2;

    private final Conviction conviction = new Conviction(0.2, 1);

    @Override
    public void begin(final Desk desk) {
        conviction.begin(desk);
        desk.wakeAfter(500);
    }

    @Override
    public void wake(final Desk desk) {
        conviction.go(desk);
        final int lots = Sizes.lots(desk.profile().tradeShares() * desk.random().between(0.5, 4.0));
        final int child = lots == 100 && desk.random().chance(ODD_LOTS) ? desk.random().between(20, 99) : lots;
        final double behind = desk.behindShares();
        if (behind > 0.5 * child) {
            desk.cross(child);
        }
        // crosses come when a seller comes, not when one wants them
        final double usualMs = 1e3 * child / Math.max(1e-9, desk.target() * desk.volumePerSecond());
        desk.wakeAfter(Math.clamp(0.6 * usualMs * desk.random().exponential() / (1 + Math.max(0, behind) / (4.0 * child)), 30, 30_000));
    }
}
