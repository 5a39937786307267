package io.undercurrent.feeds.plant;

/** Lifts the offer with small orders, as often as its share asks for. */
final class Creep implements Programme {
    private static final double ODD = 0.3;
    private static final double LEAST_ODD = 0.2;
    private static final double LEAST = 0.4;
    private static final double MOST = 1.6;
    private static final long ROUND_LOT = 100;

    @Override
    public double act(final Desk desk) {
        final long units = desk.random().nextDouble() < ODD
                ? Math.max(1, Math.round(Math.min(desk.usual(), ROUND_LOT) * desk.between(LEAST_ODD, 1) - 0.5))
                : desk.lots(desk.usual() * desk.between(LEAST, MOST));
        if (desk.wants(units)) {
            desk.lift(units);
        }
        return desk.pause(300, 1_800);
    }
}
