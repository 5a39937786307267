package io.undercurrent.feeds.plant;

import io.undercurrent.codec.Events;
import io.undercurrent.codec.Times;
import io.undercurrent.codec.sbe.FeedCondition;
import io.undercurrent.codec.sbe.FeedStateDecoder;
import io.undercurrent.codec.sbe.InstrumentDefinitionDecoder;
import io.undercurrent.codec.sbe.MessageHeaderDecoder;
import io.undercurrent.codec.sbe.SessionDecoder;
import io.undercurrent.codec.sbe.SessionKind;
import io.undercurrent.codec.sbe.SessionPhase;
import io.undercurrent.engine.feed.EventSlots;
import io.undercurrent.feeds.sim.Episode;
import io.undercurrent.feeds.sim.EpisodeKind;
import io.undercurrent.feeds.sim.Truth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Takes each event of the recording, lets what is due before it happen, and passes it on. Planted events fall strictly between the times of
 * recorded ones, except where a planted order gives way to a recorded event. Programmes run in regular sessions, and in those that never end; of a
 * symbol on several venues the first is planted into. One thread.
 */
final class Planter implements EventSlots {
    private static final long USUAL_SESSION_NS = 6 * Times.HOUR_NS + 30 * Times.MINUTE_NS;
    private static final long TAIL_NS = 2 * Times.MINUTE_NS;

    private final UnsafeBuffer slot = new UnsafeBuffer(new byte[Events.MAX_LENGTH]);
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final PlantedTape tape = new PlantedTape();
    private final Timers timers = new Timers();
    private final Map<Integer, PlantedInstrument> byId = new LinkedHashMap<>();
    private final List<Truth> truths = new ArrayList<>();
    private final List<NotCarried> notCarried = new ArrayList<>();
    private final Planting planting;
    private boolean open;
    private long sessionNs;

    Planter(final Planting planting) {
        this.planting = planting;
    }

    PlantedTape tape() {
        return tape;
    }

    @Override
    public MutableDirectBuffer claim() {
        return slot;
    }

    /** The recording has published what is in the slot. */
    @Override
    public void publish() {
        moveTime(Events.exchangeTimeNs(slot, 0));
        tape.lag(Events.receiveTimeNs(slot, 0) - Events.exchangeTimeNs(slot, 0));
        switch (Events.templateId(slot, 0)) {
            case InstrumentDefinitionDecoder.TEMPLATE_ID -> {
                pass();
                define();
            }
            case SessionDecoder.TEMPLATE_ID -> session();
            case FeedStateDecoder.TEMPLATE_ID -> {
                if (new FeedStateDecoder().wrapAndApplyHeader(slot, 0, header).condition() == FeedCondition.CONNECTED) {
                    stopAll();
                    timers.clear();
                    byId.clear();
                    open = false;
                }
                pass();
            }
            default -> {
                final Optional<PlantedInstrument> instrument = Optional.ofNullable(byId.get(Events.instrumentId(slot, 0)));
                instrument.ifPresent(of -> of.before(slot));
                pass();
                instrument.ifPresent(of -> of.after(slot, tape.nowNs()));
            }
        }
    }

    private void pass() {
        tape.recorded().copy(slot, 0, Events.length(slot, 0));
    }

    private void moveTime(final long timeNs) {
        if (timeNs <= tape.nowNs()) {
            return;
        }
        while (timers.nextNs() < timeNs) {
            tape.now(Math.max(tape.nowNs(), timers.nextNs()));
            timers.runNext();
        }
        tape.now(timeNs);
    }

    private void define() {
        final int id = Events.instrumentId(slot, 0);
        final boolean isNew = !byId.containsKey(id);
        final PlantedInstrument instrument = byId.computeIfAbsent(id, of -> new PlantedInstrument(tape, timers));
        instrument.recorded().define(slot);
        if (isNew && open) {
            instrument.recorded().startSession(tape.nowNs());
            plan(instrument);
        }
    }

    private void session() {
        final SessionDecoder session = new SessionDecoder().wrapAndApplyHeader(slot, 0, header);
        final boolean planted = session.session() == SessionKind.REGULAR || session.session() == SessionKind.CONTINUOUS;
        final boolean starts = session.phase() == SessionPhase.START;
        stopAll();
        timers.clear();
        open = planted && starts;
        pass();
        if (open) {
            sessionNs = tape.nowNs();
            byId.values().forEach(instrument -> {
                instrument.recorded().startSession(sessionNs);
                plan(instrument);
            });
        }
    }

    /** Programmes of this instrument until the session ends. */
    private void plan(final PlantedInstrument instrument) {
        final String symbol = instrument.recorded().symbol();
        final boolean first = byId.values().stream().filter(other -> other.recorded().symbol().equals(symbol)).findFirst()
                .orElseThrow().equals(instrument);
        if (!first) {
            return;
        }
        final SplittableRandom random = new SplittableRandom(new SplittableRandom(planting.seed()).nextLong()
                ^ new SplittableRandom(sessionNs ^ symbol.hashCode()).nextLong());
        if (planting.episodes().isEmpty()) {
            final RandomPlan plan = new RandomPlan(random);
            timers.at(tape.nowNs() + plan.firstNs(), () -> draw(instrument, plan, random));
        } else {
            planting.episodes().stream().filter(episode -> episode.symbol().equals(symbol)).forEach(
                    episode -> timers.at(sessionNs + episode.startNs(), () -> begin(instrument, episode, random.split(), () -> { })));
        }
    }

    private void draw(final PlantedInstrument instrument, final RandomPlan plan, final SplittableRandom random) {
        final List<EpisodeKind> kinds = Carried.kinds(instrument.recorded());
        if (kinds.isEmpty()) {
            return;
        }
        final Episode episode = plan.draw(instrument.recorded().symbol(), tape.nowNs() - sessionNs, kinds, Carried.styles(instrument.recorded()));
        final long closeNs = instrument.recorded().closeNs() > sessionNs ? instrument.recorded().closeNs() : sessionNs + USUAL_SESSION_NS;
        if (tape.nowNs() + episode.durationNs() + TAIL_NS > closeNs) {
            timers.at(tape.nowNs() + plan.betweenNs(), () -> draw(instrument, plan, random));
        } else {
            begin(instrument, episode, random.split(),
                    () -> timers.at(tape.nowNs() + plan.betweenNs(), () -> draw(instrument, plan, random)));
        }
    }

    private void begin(
            final PlantedInstrument instrument, final Episode episode, final SplittableRandom random, final Runnable afterwards) {
        final Optional<String> obstacle = Carried.obstacle(instrument.recorded(), episode);
        if (obstacle.isPresent()) {
            notCarried.add(new NotCarried(tape.nowNs(), episode.symbol(), episode.kind(), obstacle.get()));
            afterwards.run();
            return;
        }
        final Running programme = new Running(episode, tape.nowNs(), instrument.market(), random);
        timers.at(programme.endNs(), () -> {
            stop(instrument);
            afterwards.run();
        });
        instrument.run(programme);
    }

    private void stop(final PlantedInstrument instrument) {
        instrument.stop().map(programme -> programme.truth(tape.nowNs())).ifPresent(truth -> {
            if (truth.executedVolume() > 0) {
                truths.add(truth);
            } else {
                notCarried.add(new NotCarried(truth.startNs(), truth.symbol(), truth.kind(), "its share of what was traded came to nothing"));
            }
        });
    }

    private void stopAll() {
        byId.values().forEach(this::stop);
    }

    /** The recording has ended. */
    void finish() {
        stopAll();
        timers.clear();
    }

    /** What has been planted; of a programme that still runs, what it came to so far. */
    List<Truth> truths() {
        final List<Truth> all = new ArrayList<>(truths);
        byId.values().forEach(instrument -> instrument.running().map(programme -> programme.truth(tape.nowNs()))
                .filter(truth -> truth.executedVolume() > 0).ifPresent(all::add));
        return all;
    }

    List<NotCarried> notCarried() {
        return List.copyOf(notCarried);
    }
}
