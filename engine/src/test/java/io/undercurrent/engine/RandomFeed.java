package io.undercurrent.engine;

import io.undercurrent.codec.Ascii8;
import io.undercurrent.codec.Capability;
import io.undercurrent.codec.Decimals;
import io.undercurrent.codec.EventFlag;
import io.undercurrent.codec.Times;
import io.undercurrent.codec.sbe.Aggressor;
import io.undercurrent.codec.sbe.BookKind;
import io.undercurrent.codec.sbe.SessionKind;
import io.undercurrent.codec.sbe.SessionPhase;
import io.undercurrent.codec.sbe.Side;
import io.undercurrent.engine.feed.EventPublisher;
import io.undercurrent.engine.feed.Feed;
import io.undercurrent.engine.feed.InstrumentSpec;
import java.time.LocalDate;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** A seeded stream of level changes and trades of a few instruments, some of it nonsense: enough to move every part of the engine. */
final class RandomFeed implements Feed {
    private static final long TICK = 10_000_000;
    private static final int INSTRUMENTS = 3;

    private final RandomGenerator random;
    private final long records;
    private final int[] ids = new int[INSTRUMENTS];
    private final long[] mids = new long[INSTRUMENTS];
    private long nowNs = Times.midnightNs(LocalDate.of(2026, 1, 5), Times.NEW_YORK) + 9 * Times.HOUR_NS + 30 * Times.MINUTE_NS;
    private long done;

    RandomFeed(final long seed, final long records) {
        random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        this.records = records;
    }

    @Override
    public String name() {
        return "random";
    }

    @Override
    public int poll(final EventPublisher out, final int limit) {
        if (done == records) {
            return DONE;
        }
        int taken = 0;
        for (; taken < limit && done < records; taken++, done++) {
            if (done == 0) {
                begin(out);
            } else {
                step(out);
            }
        }
        return taken;
    }

    /** Time of the last record. */
    long nowNs() {
        return nowNs;
    }

    /** So much time passes in which nothing happens. */
    void skip(final long ns) {
        nowNs += ns;
    }

    private void begin(final EventPublisher out) {
        out.at(nowNs, nowNs, 0, EventFlag.LAST_IN_PACKET);
        out.session(SessionKind.REGULAR, SessionPhase.START);
        for (int i = 0; i < INSTRUMENTS; i++) {
            ids[i] = out.define(new InstrumentSpec("RND" + i, "SIM", "USD", TICK, Decimals.ONE, BookKind.BY_LEVEL,
                    Capability.DEPTH | Capability.OFF_EXCHANGE | Capability.OWN_VENUE_TRADES, 0, 0));
            mids[i] = 5_000 + 1_000L * i;
        }
    }

    private void step(final EventPublisher out) {
        nowNs += random.nextLong(200_000_000);
        out.at(random.nextInt(500) == 0 ? nowNs - Times.SECOND_NS : nowNs, nowNs, done, EventFlag.LAST_IN_PACKET);
        final int i = random.nextInt(INSTRUMENTS);
        mids[i] += random.nextInt(40) == 0 ? random.nextInt(3) - 1 : 0;
        final Side side = random.nextBoolean() ? Side.BID : Side.ASK;
        final long away = 1 + random.nextLong(12);
        final long price = (mids[i] + (side == Side.BID ? -away : away)) * TICK;
        switch (random.nextInt(10)) {
            case 0 -> out.trade(ids[i], (mids[i] + (side == Side.BID ? -1 : 1)) * TICK, size(), side == Side.BID ? Aggressor.SELL
                    : Aggressor.BUY, Ascii8.pack("SIM"), 0, 0, done, 0);
            case 1 -> out.levelDelete(ids[i], side, price);
            case 2 -> {
                // the market moved over these: they would cross it
                out.levelDelete(ids[i], Side.BID, mids[i] * TICK);
                out.levelDelete(ids[i], Side.ASK, mids[i] * TICK);
            }
            case 3 -> out.levelSet(random.nextInt(50) == 0 ? 99 : ids[i], side, price, random.nextInt(50) == 0 ? -1 : size(), 1);
            default -> out.levelSet(ids[i], side, price, size(), 1);
        }
    }

    private long size() {
        return (1 + random.nextLong(9)) * 100 * Decimals.ONE;
    }

    @Override
    public long bytesRead() {
        return done;
    }

    @Override
    public long bytesTotal() {
        return records;
    }

    @Override
    public void close() {
    }
}
