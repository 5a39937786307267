package io.undercurrent.feeds.sim;

/** Lifts the offer with small orders, as often as its share asks for. */
final class CreepAgent implements Agent {
    private static final double ODD_LOTS = 0.3;

    private final Conviction conviction = new Conviction(0.2, 1.2);

    @Override
    public void begin(final Desk desk) {
        conviction.begin(desk);
        desk.wakeAfter(500);
    }

    @Override
    public void wake(final Desk desk) {
        conviction.go(desk);
        final int lot = Sizes.lots(desk.profile().tradeShares() * desk.random().between(0.3, 1.2));
        final int child = lot == 100 && desk.random().chance(ODD_LOTS) ? desk.random().between(20, 99) : lot;
        final double behind = desk.behindShares();
        if (behind > 0.5 * child) {
            desk.lift(child);
        }
        // looks about twice as often as it must trade, sooner when it is behind
        final double usualMs = 1e3 * child / Math.max(1e-9, desk.target() * desk.volumePerSecond());
        desk.wakeAfter(Math.clamp(usualMs * desk.random().between(0.2, 0.8) / (1 + Math.max(0, behind) / (4.0 * child)), 50, 20_000));
    }
}
