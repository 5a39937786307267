package io.undercurrent.feeds.plant;

import io.undercurrent.codec.Ascii8;
import io.undercurrent.codec.Capability;
import io.undercurrent.codec.Decimals;
import io.undercurrent.codec.Times;
import io.undercurrent.codec.TradeFlag;
import io.undercurrent.codec.sbe.Aggressor;
import io.undercurrent.codec.sbe.BookKind;
import io.undercurrent.codec.sbe.ClearScope;
import io.undercurrent.codec.sbe.SessionKind;
import io.undercurrent.codec.sbe.SessionPhase;
import io.undercurrent.codec.sbe.Side;
import io.undercurrent.codec.sbe.TradingState;
import io.undercurrent.engine.feed.EventPublisher;
import io.undercurrent.engine.feed.Feed;
import io.undercurrent.engine.feed.InstrumentSpec;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * A recording of one stock, made up: a price that walks, five levels a side, trades of 100 shares, prints off exchange, one lost stretch and one
 * halt. It tells of its book in whichever way is asked for.
 */
final class SmallMarket implements Feed {
    static final String SYMBOL = "TINY";
    static final long OPEN_NS = Times.midnightNs(LocalDate.of(2026, 1, 5), Times.NEW_YORK) + 9 * Times.HOUR_NS + 30 * Times.MINUTE_NS;
    private static final long TICK = 10_000_000L;
    private static final int LEVELS = 5;
    private static final int SHARE = 100;

    private final SplittableRandom random = new SplittableRandom(20_260_105);
    private final Map<Long, Long> shown = new HashMap<>();
    private final Map<Long, Long> ids = new HashMap<>();
    private final BookKind kind;
    private final long lengthNs;
    private final int spread;
    private long nextId = 1;
    private long nowNs = OPEN_NS;
    private long bid = 5_000;
    private boolean started;
    private boolean over;
    private boolean lost;
    private boolean halted;
    private int id;

    /** @param spread in ticks */
    SmallMarket(final BookKind kind, final long lengthNs, final int spread) {
        this.kind = kind;
        this.lengthNs = lengthNs;
        this.spread = spread;
    }

    @Override
    public String name() {
        return "small";
    }

    @Override
    public int poll(final EventPublisher out, final int limit) {
        int taken = 0;
        while (taken < limit && !over) {
            step(out);
            taken++;
        }
        return taken > 0 ? taken : DONE;
    }

    private void step(final EventPublisher out) {
        out.at(nowNs, nowNs + 1_000, 0, 0);
        if (!started) {
            started = true;
            final int top = kind == BookKind.TOP ? 0 : Capability.DEPTH | Capability.OWN_VENUE_TRADES | Capability.EXECUTIONS;
            id = out.define(new InstrumentSpec(SYMBOL, "XTST", "USD", TICK, Decimals.ONE, kind, top | Capability.OFF_EXCHANGE, OPEN_NS,
                    OPEN_NS + lengthNs));
            out.session(SessionKind.REGULAR, SessionPhase.START);
            build(out);
        } else if (nowNs - OPEN_NS >= lengthNs) {
            out.session(SessionKind.REGULAR, SessionPhase.END);
            over = true;
        } else if (!lost && nowNs - OPEN_NS > lengthNs / 2) {
            lost = true;
            out.gap(id, 0, 0);
            out.bookClear(id, ClearScope.BOTH);
            shown.clear();
            build(out);
        } else if (!halted && nowNs - OPEN_NS > lengthNs * 3 / 4) {
            halted = true;
            out.tradingStatus(id, TradingState.HALTED, 0);
            nowNs += Times.MINUTE_NS;
            out.at(nowNs, nowNs + 1_000, 0, 0);
            out.tradingStatus(id, TradingState.TRADING, 0);
        } else {
            happen(out, random.nextInt(20));
        }
        nowNs += 20_000_000L + random.nextLong(400_000_000L);
    }

    private void build(final EventPublisher out) {
        for (int i = 0; i < LEVELS; i++) {
            set(out, Side.BID, bid - i, 500, false);
            set(out, Side.ASK, bid + spread + i, 500, false);
        }
        quote(out);
    }

    private void happen(final EventPublisher out, final int what) {
        if (what == 0) {
            set(out, Side.ASK, bid + spread, 0, false);
            set(out, Side.ASK, bid + spread + LEVELS, 500, false);
            set(out, Side.BID, ++bid, 500, false);
            set(out, Side.BID, bid - LEVELS, 0, false);
        } else if (what == 1) {
            set(out, Side.BID, bid, 0, false);
            set(out, Side.BID, bid - LEVELS, 500, false);
            set(out, Side.ASK, --bid + spread, 500, false);
            set(out, Side.ASK, bid + spread + LEVELS, 0, false);
        } else if (what < 8) {
            final long price = bid * TICK + spread * TICK / 2;
            out.trade(id, price, 300 * Decimals.ONE, Aggressor.UNKNOWN, Ascii8.pack("D"), 0, TradeFlag.OFF_EXCHANGE, 0, 0);
        } else if (what < 12) {
            final Side side = what % 2 == 0 ? Side.BID : Side.ASK;
            set(out, side, best(side), 500, false);
        } else {
            hit(out, what % 2 == 0 ? Side.BID : Side.ASK);
        }
        quote(out);
    }

    private long best(final Side side) {
        return side == Side.BID ? bid : bid + spread;
    }

    private void hit(final EventPublisher out, final Side side) {
        final long left = shown.get(key(side, best(side))) - SHARE;
        out.trade(id, best(side) * TICK, SHARE * Decimals.ONE, side == Side.BID ? Aggressor.SELL : Aggressor.BUY, Ascii8.pack("Q"), 0, 0, 0,
                kind == BookKind.BY_ORDER ? ids.get(key(side, best(side))) : 0);
        set(out, side, best(side), left, true);
        if (left == 0) {
            set(out, side, best(side), 500, false);
        }
    }

    private static long key(final Side side, final long ticks) {
        return 2 * ticks + (side == Side.BID ? 0 : 1);
    }

    private void set(final EventPublisher out, final Side side, final long ticks, final long shares, final boolean executed) {
        final long before = shown.getOrDefault(key(side, ticks), 0L);
        shown.put(key(side, ticks), shares);
        if (before == shares) {
            return;
        }
        if (kind == BookKind.BY_LEVEL) {
            out.levelSet(id, side, ticks * TICK, shares * Decimals.ONE, 0);
        } else if (kind != BookKind.TOP) {
            order(out, side, ticks, before, shares, executed);
        }
    }

    private void order(
            final EventPublisher out, final Side side, final long ticks, final long before, final long shares, final boolean executed) {
        final boolean numbered = kind == BookKind.BY_ORDER;
        if (executed) {
            out.orderExecute(id, ids.get(key(side, ticks)), side, ticks * TICK, (before - shares) * Decimals.ONE);
            return;
        }
        if (before > 0 && (numbered || shares == 0)) {
            out.orderDelete(id, ids.get(key(side, ticks)), side);
        }
        if (shares > 0) {
            ids.put(key(side, ticks), numbered ? nextId++ : Ascii8.pack("MM" + ticks % 1_000));
            out.orderAdd(id, ids.get(key(side, ticks)), side, ticks * TICK, shares * Decimals.ONE);
        }
    }

    private void quote(final EventPublisher out) {
        if (kind == BookKind.TOP) {
            out.quote(id, bid * TICK, shown.get(key(Side.BID, bid)) * Decimals.ONE, (bid + spread) * TICK,
                    shown.get(key(Side.ASK, bid + spread)) * Decimals.ONE);
        }
    }

    @Override
    public long bytesRead() {
        return nowNs - OPEN_NS;
    }

    @Override
    public long bytesTotal() {
        return lengthNs;
    }

    @Override
    public void close() {
        // nothing is held
    }
}
