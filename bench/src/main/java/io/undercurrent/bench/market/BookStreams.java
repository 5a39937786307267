package io.undercurrent.bench.market;

import io.undercurrent.codec.sbe.BookKind;
import io.undercurrent.codec.sbe.Side;
import io.undercurrent.engine.feed.EventPublisher;
import java.util.SplittableRandom;

/**
 * Records streams of book events of one instrument, one kind each: first what fills the book, then, behind the mark, what is measured.
 * By order: 6,000 orders. By participant: 60 of them. By level: about 5,000 levels a side, most changes near the best. Top: a quote.
 */
public final class BookStreams {
    private static final long SEED = 20_260_105;
    private static final int INSTRUMENT = 1;
    private static final int EVENT_BYTES = 88;
    private static final int ORDERS = 6_000;
    private static final int PARTICIPANTS = 60;
    private static final int LEVEL_RANGE = 6_250;
    private static final int LEVEL_NEAR = 40;
    private static final long CENT = 10_000_000;
    private static final long MID = 58_500;

    private final EventTape tape;
    private final EventPublisher out;
    private final SplittableRandom random = new SplittableRandom(SEED);
    private final int events;
    private long nowNs;

    private BookStreams(final int events) {
        this.events = events;
        tape = new EventTape((events + 2 * LEVEL_RANGE + 10) * EVENT_BYTES);
        out = new EventPublisher(tape, 1);
    }

    /** @param events number behind the mark */
    public static EventTape record(final BookKind kind, final int events) {
        final BookStreams streams = new BookStreams(events);
        switch (kind) {
            case BY_ORDER -> streams.byOrder();
            case BY_PARTICIPANT -> streams.byParticipant();
            case BY_LEVEL -> streams.byLevel();
            case TOP -> streams.top();
            case NULL_VAL -> throw new IllegalArgumentException("a stream needs a kind");
        }
        return streams.tape;
    }

    private void tick() {
        nowNs += 1 + random.nextInt(50_000);
        out.at(nowNs, nowNs, 0, 0);
    }

    private void byOrder() {
        final RandomOrders orders = new RandomOrders(SEED, ORDERS, new OrderEvents(out, INSTRUMENT, false));
        tick();
        orders.fill();
        tape.mark();
        while (tape.count() < events) {
            tick();
            orders.step();
        }
    }

    private void byParticipant() {
        for (int id = 1; id <= PARTICIPANTS; id++) {
            tick();
            quote(id, Side.BID, 0);
            quote(id, Side.ASK, 0);
        }
        tape.mark();
        long drift = 0;
        while (tape.count() < events) {
            tick();
            drift += random.nextInt(64) == 0 ? random.nextInt(3) - 1 : 0;
            final int id = 1 + random.nextInt(PARTICIPANTS);
            final Side side = random.nextBoolean() ? Side.BID : Side.ASK;
            if (random.nextInt(20) == 0) {
                out.orderDelete(INSTRUMENT, id, side);
            } else {
                quote(id, side, drift);
            }
        }
    }

    private void quote(final long participant, final Side side, final long drift) {
        final long distance = (long) (6 * random.nextExponential());
        final long price = MID + drift + (side == Side.BID ? -1 - distance : 1 + distance);
        out.orderAdd(INSTRUMENT, participant, side, price * CENT, size());
    }

    private void byLevel() {
        final boolean[][] there = new boolean[2][LEVEL_RANGE];
        for (int i = 0; i < LEVEL_RANGE; i++) {
            for (final Side side : new Side[] {Side.BID, Side.ASK}) {
                tick();
                if (random.nextInt(5) > 0) {
                    setLevel(there, side, i);
                }
            }
        }
        tape.mark();
        while (tape.count() < events) {
            tick();
            final Side side = random.nextBoolean() ? Side.BID : Side.ASK;
            final int distance = random.nextInt(10) == 0 ? random.nextInt(LEVEL_RANGE)
                    : Math.min(LEVEL_RANGE - 1, (int) (LEVEL_NEAR * random.nextExponential()));
            if (there[side.value()][distance] && random.nextInt(4) == 0) {
                out.levelDelete(INSTRUMENT, side, levelPrice(side, distance));
                there[side.value()][distance] = false;
            } else {
                setLevel(there, side, distance);
            }
        }
    }

    private void setLevel(final boolean[][] there, final Side side, final int distance) {
        out.levelSet(INSTRUMENT, side, levelPrice(side, distance), size(), 0);
        there[side.value()][distance] = true;
    }

    private static long levelPrice(final Side side, final int distance) {
        return (MID + (side == Side.BID ? -1 - distance : 1 + distance)) * CENT;
    }

    private void top() {
        long bid = MID;
        tape.mark();
        while (tape.count() < events) {
            tick();
            bid += random.nextInt(8) == 0 ? random.nextInt(3) - 1 : 0;
            out.quote(INSTRUMENT, bid * CENT, size(), (bid + 1 + random.nextInt(2)) * CENT, size());
        }
    }

    private long size() {
        return 1_000_000_000L * 100 * (1 + random.nextInt(9));
    }
}
