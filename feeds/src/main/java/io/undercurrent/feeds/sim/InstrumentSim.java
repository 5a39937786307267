package io.undercurrent.feeds.sim;

import java.util.List;

/**
 * One simulated instrument: its order flow, its episodes, and the timers of both. Its random numbers are its own, so what is planted in one
 * instrument changes no other. One thread.
 */
final class InstrumentSim {
    private static final int LEAST_SEEDS = 40;
    private static final int MOST_SEEDS = 1500;
    private static final long SEED_NS = 50_000;
    private static final long PRUNE_NS = 10_000_000_000L;
    private static final int FAR_TICKS = 1500;
    private static final int NOTHING = -1;

    private final long seed;
    private final long sessionStartNs;
    private final long openNs;
    private final SimRandom random;
    private final SimBook book;
    private final Packet packet;
    private final TimerQueue timers = new TimerQueue();
    private final Influence influence = new Influence();
    private final Progress progress = new Progress();
    private final Activity activity;
    private final FairValue value;
    private final Matcher matcher;
    private final OrderPlacement placement;
    private final OffExchangeFlow offExchange;
    private final TradeFlow trades;
    private final OrderFlow flow;
    private final Resilience resilience;
    private final FeedTrouble trouble;
    private final Desk desk;
    private final List<Episode> episodes;
    private final long[] executed;
    private final long[] total;

    private Agent[] agents = {};
    private int running = NOTHING;
    private long arrivalNs;

    /**
     * @param index from 0
     * @param episodes of this instrument
     */
    InstrumentSim(
            final int index, final SimulatedInstrument profile, final SimulatorOptions options, final List<Episode> episodes,
            final Packet packet) {
        this.episodes = episodes;
        executed = new long[episodes.size()];
        total = new long[episodes.size()];
        this.packet = packet;
        sessionStartNs = options.sessionStartNs();
        seed = options.seed();
        random = new SimRandom(options.seed(), index + 1L);
        final SimRandom planted = new SimRandom(options.seed(), ~index);
        book = new SimBook(index);
        activity = new Activity(random);
        value = new FairValue(profile);
        value.breathe(activity);
        matcher = new Matcher(profile, book, packet, progress, influence, random);
        placement = new OrderPlacement(profile, book, value, influence, packet, random);
        offExchange = new OffExchangeFlow(profile, book, value, activity, timers, random);
        trades = new TradeFlow(profile, book, value, activity, influence, matcher, timers, random);
        flow = new OrderFlow(profile, book, value, activity, influence, placement, trades, offExchange, packet, random);
        resilience = new Resilience(book, value, timers);
        trouble = new FeedTrouble(profile, book, packet);
        desk = new Desk(profile, book, activity, influence, progress, matcher, placement, trades, offExchange, packet, timers, planted,
                value, resilience, trouble);
        final int seeds = (int) Math.clamp(OrderLives.MEAN_SECONDS * profile.ordersPerSecond() * profile.patience(), LEAST_SEEDS, MOST_SEEDS);
        for (int i = 0; i < seeds; i++) {
            timers.put(sessionStartNs + (i + 1) * SEED_NS, TimerQueue.Kind.SEED, i % 2, 0, 0);
        }
        openNs = sessionStartNs + (seeds + 1) * SEED_NS;
        arrivalNs = openNs;
        timers.put(sessionStartNs + PRUNE_NS, TimerQueue.Kind.PRUNE, 0, 0, 0);
        for (int i = 0; i < episodes.size(); i++) {
            timers.put(sessionStartNs + episodes.get(i).startNs(), TimerQueue.Kind.EPISODE_START, i, 0, 0);
            timers.put(sessionStartNs + episodes.get(i).endNs(), TimerQueue.Kind.EPISODE_END, i, 0, 0);
        }
    }

    /** The common factor has moved. */
    void drift(final long nowNs, final double factor) {
        value.common(factor, activity, influence);
        redraw(nowNs);
    }

    /** The activity moves on. */
    void breathe(final long nowNs, final double seconds, final double common) {
        activity.step(seconds, nowNs - sessionStartNs, common, random);
        value.breathe(activity);
        redraw(nowNs);
    }

    /** The rates have changed; a Poisson race has no memory, so it may start anew. */
    private void redraw(final long nowNs) {
        if (nowNs >= openNs) {
            arrivalNs = nowNs + flow.draw();
        }
    }

    long nextTimeNs() {
        return Math.min(arrivalNs, timers.nextTimeNs());
    }

    /** Lets the next thing happen, at {@link #nextTimeNs}; it may turn out to be nothing. */
    void step() {
        final long nowNs = nextTimeNs();
        desk.now(nowNs);
        packet.show(trouble.shown());
        if (timers.nextTimeNs() <= arrivalNs) {
            final TimerQueue.Kind kind = timers.take();
            final boolean wasTroubled = isTroubled();
            timer(nowNs, kind);
            final boolean ofEpisode = kind == TimerQueue.Kind.EPISODE_START || kind == TimerQueue.Kind.EPISODE_END
                    || kind == TimerQueue.Kind.WAKE;
            if (kind == TimerQueue.Kind.SEED || (ofEpisode && (wasTroubled || isTroubled() || running == NOTHING))) {
                // the flow goes on as it would have: a troubled feed changes nothing behind it
                return;
            }
        } else {
            hit(nowNs, flow.happen(nowNs));
        }
        redraw(nowNs);
    }

    /** @param side of the book that was hit, or {@link SimBook#NONE} */
    private void hit(final long nowNs, final int side) {
        if (side == SimBook.NONE) {
            return;
        }
        offExchange.afterLit(nowNs, side == SimBook.ASK);
        resilience.hit(nowNs, side, matcher.bestPrice(), matcher.bestShown(), matcher.bestVolume(), trades.impact());
        for (int i = 0; i < agents.length; i++) {
            desk.acting(i);
            agents[i].hit(desk, side, matcher.bestPrice());
        }
    }

    private void timer(final long nowNs, final TimerQueue.Kind kind) {
        final long a = timers.a();
        final long b = timers.b();
        final long c = timers.c();
        switch (kind) {
            case SEED -> placement.seed((int) a);
            case EPISODE_START -> begin((int) a, nowNs);
            case EPISODE_END -> end();
            case WAKE -> {
                if (desk.isCurrent(c)) {
                    desk.acting((int) a);
                    agents[(int) a].wake(desk);
                }
            }
            case POST -> {
                if (desk.isCurrent(c)) {
                    desk.posted((int) a, b);
                }
            }
            case PRINT -> offExchange.print(packet, progress, a, b, c);
            case FOLLOW -> hit(nowNs, trades.follow(nowNs, (int) a, b != 0));
            case CROSS -> offExchange.cross(nowNs);
            case SETTLE -> resilience.settle();
            case PRUNE -> {
                for (int group = 0; group < OrderLives.GROUPS; group++) {
                    prune(group);
                }
                timers.put(nowNs + PRUNE_NS, TimerQueue.Kind.PRUNE, 0, 0, 0);
            }
        }
    }

    private boolean isTroubled() {
        return running != NOTHING && episodes.get(running).kind().isTrouble();
    }

    private void begin(final int episode, final long nowNs) {
        running = episode;
        final Episode planned = episodes.get(episode);
        progress.begin(planned.target(), planned.kinds().size());
        desk.begin(planned.side(), nowNs, planned.durationNs());
        agents = planned.kinds().stream().map(kind -> agentFor(kind, planned)).toArray(Agent[]::new);
        for (int i = 0; i < agents.length; i++) {
            desk.acting(i);
            agents[i].begin(desk);
        }
    }

    private void end() {
        executed[running] = progress.executed();
        total[running] = progress.total();
        running = NOTHING;
        for (int i = 0; i < agents.length; i++) {
            desk.acting(i);
            agents[i].end(desk);
        }
        agents = new Agent[0];
        desk.end();
    }

    private Agent agentFor(final EpisodeKind kind, final Episode planned) {
        return switch (kind) {
            case ABSORPTION -> new AbsorptionAgent(planned.style());
            case CREEP -> new CreepAgent();
            case DARK_POOL -> new DarkPoolAgent();
            case SINKHOLE -> new SinkholeAgent();
            case CONTRACTION -> new ContractionAgent();
            case SPOOF -> new SpoofAgent();
            case BUSY_SURGE -> new SurgeAgent();
            case LULL -> new LullAgent();
            case RALLY -> new RallyAgent(seed, planned.startNs());
            case NEWS_JUMP -> new NewsAgent();
            case PLAIN_SELLING -> new PlainSellingAgent();
            case BROAD_DEMAND -> new BroadDemandAgent();
            case RETAIL_BURST -> new RetailBurstAgent();
            case RESET -> new ResetAgent();
            case GAP -> new GapAgent();
            case CROSSED -> new CrossedAgent();
            case ONE_SIDED -> new OneSidedAgent();
            case STUB_QUOTES -> new StubAgent();
            case MIXTURE -> throw new IllegalStateException("a mixture is carried out by its parts");
        };
    }

    private void prune(final int group) {
        for (int i = book.live(group) - 1; i >= 0; i--) {
            final int order = book.order(group, i);
            final int side = book.sideOf(order);
            if (book.distance(side, book.priceOf(order)) > FAR_TICKS && book.orders(side) > Matcher.FLOOR) {
                packet.delete(side, book.idOf(order));
                book.remove(order);
            }
        }
    }

    /** Adds the truth of this instrument: so far, for an episode that runs; volumes of 0 for one to come. */
    void truth(final List<Truth> out) {
        for (int i = 0; i < episodes.size(); i++) {
            final Episode episode = episodes.get(i);
            out.add(new Truth(sessionStartNs + episode.startNs(), sessionStartNs + episode.endNs(), episode.symbol(), episode.kind(),
                    episode.side(), episode.style(), episode.parts(), episode.target(),
                    i == running ? progress.executed() : executed[i], i == running ? progress.total() : total[i]));
        }
    }
}
