package io.undercurrent.engine.book;

import io.undercurrent.codec.sbe.BookKind;
import io.undercurrent.codec.sbe.Side;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The slow obvious book: a map of entries, from which the levels are summed up anew whenever somebody asks. */
public final class TreeBook {
    /** @param count orders in it: 1, or what a level's event said */
    record Entry(Side side, long price, long size, int count) {
    }

    public record Level(long price, BigInteger size, int count) {
    }

    private static final BigInteger MOST = BigInteger.valueOf(Long.MAX_VALUE);

    private final BookKind kind;
    private final Map<String, Entry> entries = new HashMap<>();
    private List<Level> beforeSnapshot = List.of();
    private boolean whole = true;

    public TreeBook(final BookKind kind) {
        this.kind = kind;
    }

    public List<Level> levels(final Side side) {
        final TreeMap<Long, Level> sorted = new TreeMap<>();
        for (final Entry e : entries.values()) {
            if (e.side == side) {
                sorted.merge(e.price, new Level(e.price, BigInteger.valueOf(e.size), e.count),
                        (a, b) -> new Level(a.price, a.size.add(b.size), a.count + b.count));
            }
        }
        return new ArrayList<>((side == Side.BID ? sorted.descendingMap() : sorted).values());
    }

    public List<Level> visible() {
        final List<Level> all = new ArrayList<>();
        for (final Side side : List.of(Side.BID, Side.ASK)) {
            all.addAll(levels(side).stream().limit(10).toList());
            all.add(new Level(0, BigInteger.ZERO, 0));
        }
        return all;
    }

    public boolean has(final long id) {
        return entries.containsKey(Long.toString(id));
    }

    private String key(final long id, final Side side) {
        return kind == BookKind.BY_PARTICIPANT ? id + "/" + side : Long.toString(id);
    }

    /** Puts it unless a level would overflow. */
    private boolean put(final String key, final Entry entry, final String... dropped) {
        final Map<String, Entry> old = new HashMap<>(entries);
        for (final String d : dropped) {
            entries.remove(d);
        }
        entries.put(key, entry);
        if (levels(entry.side).stream().anyMatch(level -> level.size.compareTo(MOST) > 0)) {
            entries.clear();
            entries.putAll(old);
            return false;
        }
        return true;
    }

    private static BookOutcome bad(final Side side, final long price, final long size) {
        if (side == Side.NULL_VAL) {
            return BookOutcome.BAD_SIDE;
        }
        if (price <= 0 || price > Book.MAX_PRICE) {
            return BookOutcome.BAD_PRICE;
        }
        return size <= 0 ? BookOutcome.BAD_SIZE : BookOutcome.APPLIED;
    }

    private boolean hasEntriesById() {
        return kind == BookKind.BY_ORDER || kind == BookKind.BY_PARTICIPANT;
    }

    public BookOutcome add(final long id, final Side side, final long price, final long size) {
        final BookOutcome bad = bad(side, price, size);
        if (bad != BookOutcome.APPLIED) {
            return bad;
        }
        if (!hasEntriesById()) {
            return BookOutcome.WRONG_KIND;
        }
        final boolean there = entries.containsKey(key(id, side));
        if (!put(key(id, side), new Entry(side, price, size, 1))) {
            return BookOutcome.BAD_SIZE;
        }
        return there && kind == BookKind.BY_ORDER ? BookOutcome.DUPLICATE_ID : BookOutcome.APPLIED;
    }

    public BookOutcome replace(final long id, final long newId, final Side side, final long price, final long size) {
        final BookOutcome bad = bad(side, price, size);
        if (bad != BookOutcome.APPLIED) {
            return bad;
        }
        if (!hasEntriesById() || (kind == BookKind.BY_PARTICIPANT && id != newId)) {
            return BookOutcome.WRONG_KIND;
        }
        final Entry old = entries.get(key(id, side));
        if (old == null) {
            return BookOutcome.UNKNOWN_ORDER;
        }
        final boolean there = id != newId && entries.containsKey(key(newId, side));
        // an overflow is judged before the order of the same new id goes
        final String probe = there ? "probe" : key(newId, side);
        if (!put(probe, new Entry(old.side, price, size, 1), key(id, side))) {
            return BookOutcome.BAD_SIZE;
        }
        entries.remove(probe);
        entries.put(key(newId, side), new Entry(old.side, price, size, 1));
        return there ? BookOutcome.DUPLICATE_ID : BookOutcome.APPLIED;
    }

    public BookOutcome reduce(final long id, final Side side, final long size) {
        final BookOutcome bad = bad(side, 1, size);
        if (bad != BookOutcome.APPLIED) {
            return bad;
        }
        if (!hasEntriesById()) {
            return BookOutcome.WRONG_KIND;
        }
        final Entry old = entries.remove(key(id, side));
        if (old == null) {
            return BookOutcome.UNKNOWN_ORDER;
        }
        if (size < old.size) {
            entries.put(key(id, side), new Entry(old.side, old.price, old.size - size, 1));
        }
        return size > old.size ? BookOutcome.EXCEEDS_SIZE : BookOutcome.APPLIED;
    }

    public BookOutcome delete(final long id, final Side side) {
        final BookOutcome bad = bad(side, 1, 1);
        if (bad != BookOutcome.APPLIED) {
            return bad;
        }
        if (!hasEntriesById()) {
            return BookOutcome.WRONG_KIND;
        }
        return entries.remove(key(id, side)) == null ? BookOutcome.UNKNOWN_ORDER : BookOutcome.APPLIED;
    }

    public BookOutcome setLevel(final Side side, final long price, final long size, final int count) {
        final BookOutcome bad = bad(side, price, size == 0 ? 1 : size);
        if (bad != BookOutcome.APPLIED) {
            return bad;
        }
        if (kind != BookKind.BY_LEVEL) {
            return BookOutcome.WRONG_KIND;
        }
        final String key = side + "/" + price;
        if (size == 0) {
            return entries.remove(key) == null ? BookOutcome.UNKNOWN_LEVEL : BookOutcome.APPLIED;
        }
        entries.put(key, new Entry(side, price, size, Math.max(0, count)));
        return BookOutcome.APPLIED;
    }

    BookOutcome quote(final long bidPrice, final long bidSize, final long askPrice, final long askSize) {
        if (bidSize < 0 || askSize < 0) {
            return BookOutcome.BAD_SIZE;
        }
        if ((bidSize > 0 && bad(Side.BID, bidPrice, 1) != BookOutcome.APPLIED)
                || (askSize > 0 && bad(Side.ASK, askPrice, 1) != BookOutcome.APPLIED)) {
            return BookOutcome.BAD_PRICE;
        }
        if (kind != BookKind.TOP) {
            return BookOutcome.WRONG_KIND;
        }
        entries.clear();
        if (bidSize > 0) {
            entries.put("bid", new Entry(Side.BID, bidPrice, bidSize, 0));
        }
        if (askSize > 0) {
            entries.put("ask", new Entry(Side.ASK, askPrice, askSize, 0));
        }
        return BookOutcome.APPLIED;
    }

    public void clear(final Side side) {
        entries.values().removeIf(e -> e.side == side);
    }

    void beginSnapshot() {
        if (whole) {
            beforeSnapshot = visible();
        }
        whole = false;
        entries.clear();
    }

    BookOutcome endSnapshot() {
        final boolean was = whole;
        whole = true;
        return was ? BookOutcome.IGNORED : BookOutcome.APPLIED;
    }

    List<Level> beforeSnapshot() {
        return beforeSnapshot;
    }

    boolean whole() {
        return whole;
    }
}
