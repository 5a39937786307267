package io.undercurrent.engine.row;

import io.undercurrent.codec.EventFlag;
import io.undercurrent.codec.Events;
import io.undercurrent.codec.TradeFlag;
import io.undercurrent.codec.sbe.Aggressor;
import io.undercurrent.codec.sbe.BookKind;
import io.undercurrent.codec.sbe.ClearScope;
import io.undercurrent.codec.sbe.Side;
import io.undercurrent.engine.book.Book;
import io.undercurrent.engine.book.DirectSlots;
import io.undercurrent.engine.feed.EventPublisher;
import java.util.ArrayDeque;
import java.util.SplittableRandom;
import org.agrona.ExpandableDirectByteBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** An encoded stream of plausible events of one instrument that begins with a clear, so that it can be played over and over. */
final class RandomMarket {
    private static final long CENT = 10_000_000L;
    private static final long SHARE = 1_000_000_000L;
    private static final long MIDDLE = 10_000;

    private final SplittableRandom random;
    private final ExpandableDirectByteBuffer bytes = new ExpandableDirectByteBuffer(1 << 24);
    private final int[] offsets;
    private final Book book;
    private final int levels;
    private final EventPublisher out;
    private final ArrayDeque<Long> live = new ArrayDeque<>();
    private int count;
    private int length;
    private long nextId = 1;
    private long timeNs = RowTape.START_NS;

    /** @param levels how many prices a side are in use */
    RandomMarket(final long seed, final BookKind kind, final int levels, final int events, final boolean trades) {
        random = new SplittableRandom(seed);
        this.levels = levels;
        // the last trade may be answered
        offsets = new int[events + 2];
        book = new Book(kind);
        out = new EventPublisher(new DirectSlots((buffer, at) -> {
            final int size = Events.length(buffer, at);
            offsets[count++] = length;
            bytes.putBytes(length, buffer, at, size);
            length += size;
            book.apply(buffer, at);
        }), 1);
        tick();
        out.bookClear(1, ClearScope.BOTH);
        while (count < events) {
            tick();
            if (trades && random.nextInt(20) == 0) {
                trade(kind);
            } else {
                step(kind);
            }
        }
        offsets[count] = length;
    }

    private void tick() {
        timeNs += random.nextInt(4) == 0 ? 0 : random.nextInt(2_500_000);
        // some packets have several events
        out.at(timeNs, timeNs, 0, random.nextInt(4) == 0 ? 0 : EventFlag.LAST_IN_PACKET);
    }

    private void step(final BookKind kind) {
        final Side side = random.nextBoolean() ? Side.BID : Side.ASK;
        switch (kind) {
            case BY_ORDER -> order(side);
            case BY_PARTICIPANT -> {
                if (random.nextInt(20) == 0) {
                    out.orderDelete(1, random.nextInt(levels), side);
                } else {
                    out.orderAdd(1, random.nextInt(levels), side, price(side, 30), size());
                }
            }
            case BY_LEVEL -> {
                if (book.levels(side) > levels / 2 && random.nextInt(2) == 0) {
                    final int at = Math.min(away(levels), book.levels(side) - 1);
                    out.levelDelete(1, side, book.price(side, at));
                } else {
                    out.levelSet(1, side, price(side, levels), size(), 0);
                }
            }
            default -> out.quote(1, price(Side.BID, 3), size(), price(Side.ASK, 3), size());
        }
    }

    private void order(final Side side) {
        final int target = 20 * levels;
        if (live.size() < target && (live.size() < target / 2 || random.nextBoolean())) {
            live.add(nextId);
            out.orderAdd(1, nextId++, side, price(side, levels), size());
            return;
        }
        final long id = live.remove();
        if (random.nextInt(3) > 0) {
            out.orderDelete(1, id, side);
        } else if (random.nextBoolean()) {
            out.orderExecute(1, id, side, 1, SHARE);
            live.add(id);
        } else {
            live.add(nextId);
            out.orderReplace(1, id, nextId++, side, price(side, levels), size());
        }
    }

    private void trade(final BookKind kind) {
        if (random.nextInt(4) == 0) {
            out.trade(1, MIDDLE * CENT + random.nextInt(10) * CENT / 10, size(), Aggressor.UNKNOWN, 0, 0, TradeFlag.OFF_EXCHANGE, 0, 0);
            return;
        }
        final Side side = random.nextBoolean() ? Side.BID : Side.ASK;
        final boolean inside = book.levels(side) == 0 || random.nextInt(8) == 0;
        final boolean answered = !inside && random.nextInt(4) == 0;
        if (answered) {
            out.at(timeNs, timeNs, 0, 0);
        }
        out.trade(1, inside ? MIDDLE * CENT : book.price(side, 0), size(), Aggressor.UNKNOWN, 0, 0,
                random.nextInt(8) == 0 ? TradeFlag.HIDDEN : 0, 0, 0);
        if (answered) {
            answer(kind, side);
        }
    }

    /** Puts size at the best price. */
    private void answer(final BookKind kind, final Side side) {
        final boolean bid = side == Side.BID;
        switch (kind) {
            case BY_ORDER -> {
                live.add(nextId);
                out.orderAdd(1, nextId++, side, book.price(side, 0), size());
            }
            case BY_PARTICIPANT -> out.orderAdd(1, random.nextInt(levels), side, book.price(side, 0), size());
            case BY_LEVEL -> out.levelSet(1, side, book.price(side, 0), book.size(side, 0) + size(), 0);
            default -> out.quote(
                    1, book.price(Side.BID, 0), book.size(Side.BID, 0) + (bid ? size() : 0),
                    book.price(Side.ASK, 0), book.size(Side.ASK, 0) + (bid ? 0 : size()));
        }
    }

    private long size() {
        return random.nextInt(1, 20) * 100L * SHARE;
    }

    /** Mostly near the best, sometimes anywhere. */
    private int away(final int most) {
        return random.nextInt(10) == 0 ? random.nextInt(most) : random.nextInt(Math.min(most, 1 + random.nextInt(20)));
    }

    private long price(final Side side, final int most) {
        final int away = 1 + away(most);
        return (MIDDLE + (side == Side.BID ? -away : away)) * CENT;
    }

    int count() {
        return count;
    }

    UnsafeBuffer buffer() {
        return new UnsafeBuffer(bytes.byteBuffer(), 0, length);
    }

    int[] offsets() {
        return offsets.clone();
    }

    long durationNs() {
        return timeNs - RowTape.START_NS;
    }
}
