package io.undercurrent.feeds.plant;

import io.undercurrent.codec.sbe.AlertSide;
import io.undercurrent.codec.sbe.Side;
import io.undercurrent.feeds.sim.Episode;
import io.undercurrent.feeds.sim.EpisodeKind;
import io.undercurrent.feeds.sim.EpisodeStyle;
import io.undercurrent.feeds.sim.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** A programme that is being carried out, by one part or several. One thread. */
final class Running {
    private static final double CLOSED_MS = 250;

    private final Episode episode;
    private final long startNs;
    private final Desk.Market market;
    private final Progress progress;
    private final List<Part> parts = new ArrayList<>();
    private final Side side;
    private boolean on = true;

    private record Part(Programme programme, Desk desk) {
    }

    /** @param startNs UTC */
    Running(final Episode episode, final long startNs, final Desk.Market market, final SplittableRandom random) {
        this.episode = episode;
        this.startNs = startNs;
        this.market = market;
        side = episode.side() == AlertSide.ACCUMULATION ? Side.BID : Side.ASK;
        final List<EpisodeKind> kinds = Carried.parts(episode);
        progress = new Progress(episode.participation(), kinds.size());
        for (int i = 0; i < kinds.size(); i++) {
            parts.add(new Part(programme(kinds.get(i), episode.style()), new Desk(market, this, i, side, random.split())));
        }
    }

    private static Programme programme(final EpisodeKind kind, final EpisodeStyle style) {
        return switch (kind) {
            case ABSORPTION -> new Absorption(style);
            case CREEP -> new Creep();
            case DARK_POOL -> new DarkPool();
            case SINKHOLE -> new Sinkhole();
            case CONTRACTION -> new Contraction();
            default -> throw new IllegalStateException(kind + " is not carried out by itself");
        };
    }

    void begin() {
        parts.forEach(this::act);
    }

    private void act(final Part part) {
        final double waitMs = market.recorded().isOpen() ? part.programme().act(part.desk()) : CLOSED_MS;
        part.desk().after(waitMs, () -> act(part));
    }

    /** It is over: nothing that it has set for later happens, and what it shows is withdrawn. */
    void end() {
        on = false;
        market.orders().cancelAll();
        market.top().withdraw();
    }

    boolean isOn() {
        return on;
    }

    /** UTC. */
    long endNs() {
        return startNs + episode.durationNs();
    }

    Episode episode() {
        return episode;
    }

    Progress progress() {
        return progress;
    }

    void filled(final int part, final OwnOrder order, final long units) {
        parts.get(part).programme().filled(parts.get(part).desk(), order, units);
    }

    /** The recorded best quote has changed, where that is all there is. */
    void requoted() {
        if (market.recorded().isOpen()) {
            parts.forEach(part -> part.programme().requoted(part.desk()));
        }
    }

    /** The recording is about to trade past the order, or to quote against it: it takes what it wants of that, and is withdrawn. */
    void giveWay(final OwnOrder order) {
        final Desk desk = parts.get(order.part()).desk();
        final long wanted = (long) (desk.behind() + desk.usual());
        if (order.side() == side && wanted > 0 && market.recorded().isOpen()) {
            desk.trade(order, Math.min(order.units(), wanted));
        }
        if (order.units() > 0) {
            market.orders().cancel(order);
        }
    }

    /** @param untilNs UTC; it may have been cut short */
    Truth truth(final long untilNs) {
        return new Truth(startNs, Math.min(endNs(), untilNs), episode.symbol(), episode.kind(), episode.side(), episode.style(),
                episode.parts(), episode.participation(), progress.executed(), progress.total());
    }
}
