package io.undercurrent.feeds.plant;

/** Buys at the midpoint off exchange. Most reports come within milliseconds, some after a quarter of a second and more. */
final class DarkPool implements Programme {
    private static final double LEAST = 0.3;
    private static final double MOST = 4;
    private static final double SOON = 0.9;
    private static final double FIRST_MS = 0.3;
    private static final double SOON_MS = 8;
    private static final double LATER_MS = 250;

    @Override
    public double act(final Desk desk) {
        final long units = desk.lots(desk.usual() * desk.between(LEAST, MOST));
        if (desk.wants(units)) {
            final double typical = desk.random().nextDouble() < SOON ? SOON_MS : LATER_MS;
            desk.cross(units, FIRST_MS + typical * desk.exponential());
        }
        final double wait = 200 + 1_500 * desk.exponential();
        return desk.pause(wait, wait);
    }
}
