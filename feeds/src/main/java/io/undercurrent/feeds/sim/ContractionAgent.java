package io.undercurrent.feeds.sim;

/**
 * Keeps the spread tight and the price calm while it buys: it quotes both sides closer than others would, around what the others' quotes say, the
 * bid in size, the offer to hold the price down, and shows again at once what is taken. A market that is held moves less: news and trades
 * count for less with others, the more the larger the programme.
 */
final class ContractionAgent implements Agent {
    /** Of the usual spread. */
    private static final double TIGHT = 0.4;
    private static final double OFFERED = 0.5;
    private static final double AHEAD = -1;
    private static final double BEHIND = 0.8;
    private static final double ORDINARY_SALES = 0.3;
    private static final double CALM = 0.45;
    private static final double FULL_TARGET = 0.15;
    /** How far the quotes go towards those of others at each look, and away from a side that is taken, in spreads. */
    private static final double FOLLOW = 0.25;
    private static final double GIVE_WAY = 0.25;
    /** The quotes stay where they are, first in their queues, until the middle has gone so far. */
    private static final double STAY = 0.6;

    private final Conviction conviction = new Conviction(0, 0.8);
    private double middle;
    private double tight;
    private int bid;
    private int offer;

    @Override
    public void begin(final Desk desk) {
        conviction.begin(desk);
        desk.influence().volatility = 1 - CALM * Math.min(1, desk.target() / FULL_TARGET);
        bid = desk.best();
        offer = desk.otherBest();
        middle = 0.5 * (bid + offer);
        wake(desk);
    }

    @Override
    public void wake(final Desk desk) {
        conviction.go(desk);
        tight = Math.max(1, Math.round(2 * TIGHT * desk.usualHalf()));
        middle += FOLLOW * (0.5 * (desk.othersBest(desk.ownSide()) + desk.othersBest(desk.otherSide())) - middle);
        quote(desk);
        desk.wakeAfter(desk.random().between(60.0, 200.0));
    }

    private void quote(final Desk desk) {
        final double lag = desk.lag();
        if (Math.abs(middle - 0.5 * (bid + offer)) > STAY * tight || Math.abs(bid - offer) != (int) tight) {
            final int below = (int) StrictMath.floor(middle - 0.5 * tight + 0.5);
            final int above = below + (int) tight;
            bid = moved(desk, desk.ownSide(), bid, desk.ownSide() == SimBook.BID ? below : above);
            offer = moved(desk, desk.otherSide(), offer, desk.ownSide() == SimBook.BID ? above : below);
        }
        final double usual = desk.profile().orderShares();
        if (lag < AHEAD) {
            desk.cancel(desk.ownSide(), bid);
        } else {
            final double share = Math.min(0.7, desk.target() / ORDINARY_SALES * (lag > BEHIND ? 1.5 : 1));
            fill(desk, desk.ownSide(), bid, Math.max(usual, desk.others(bid) * share / (1 - share)));
        }
        if (lag > BEHIND) {
            desk.cancel(desk.otherSide(), offer);
        } else {
            fill(desk, desk.otherSide(), offer, OFFERED * Math.max(usual, desk.others(bid)));
        }
    }

    private static int moved(final Desk desk, final int side, final int from, final int to) {
        if (from != to) {
            desk.cancel(side, from);
        }
        return to;
    }

    private static void fill(final Desk desk, final int side, final int price, final double wanted) {
        if (desk.shown(side, price) < 0.7 * wanted) {
            desk.post(side, price, Sizes.lots(wanted * desk.random().between(0.6, 1.2)), 0);
        }
    }

    @Override
    public void hit(final Desk desk, final int side, final int price) {
        if (desk.executed() == 0) {
            return;
        }
        middle += side == SimBook.BID ? -GIVE_WAY * tight : GIVE_WAY * tight;
        if (side == desk.ownSide() && price == bid && desk.lag() > AHEAD) {
            desk.postAfter(desk.random().between(5, 60), price, desk.executed());
        }
    }
}
