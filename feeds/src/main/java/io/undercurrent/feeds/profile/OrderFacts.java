package io.undercurrent.feeds.profile;

import java.util.List;
import org.agrona.collections.Long2LongHashMap;
import org.agrona.collections.LongHashSet;

/** What becomes of displayed orders. One thread. */
final class OrderFacts {
    private static final String GROUP = "orders";
    private static final long UNKNOWN = Long.MIN_VALUE;
    private static final double UNIT = 1e9;

    private final Long2LongHashMap addedNs = new Long2LongHashMap(UNKNOWN);
    private final Long2LongHashMap left = new Long2LongHashMap(UNKNOWN);
    private final LongHashSet touched = new LongHashSet();
    private final Samples sizes = new Samples();
    private final Samples cancelledAfter = new Samples();
    private final Samples executedAfter = new Samples();
    private final Samples distances = new Samples();
    private double inside;
    private double atBest;
    private double reduced;
    private double replaced;

    /** @param behind the best of its side before it came, ticks; negative: in front of it; NaN: the side was empty */
    void added(final long id, final long timeNs, final double units, final double behind) {
        addedNs.put(id, timeNs);
        left.put(id, Math.round(units * UNIT));
        touched.remove(id);
        sizes.add(units);
        if (!Double.isNaN(behind)) {
            distances.add(Math.max(0, behind));
            inside += behind < 0 ? 1 : 0;
            atBest += behind == 0 ? 1 : 0;
        }
    }

    void reduced(final long id, final double units, final long timeNs) {
        reduced++;
        take(id, units, timeNs);
    }

    void replaced() {
        replaced++;
    }

    void executed(final long id, final double units, final long timeNs) {
        touched.add(id);
        take(id, units, timeNs);
    }

    private void take(final long id, final double units, final long timeNs) {
        final long rest = left.get(id) - Math.round(units * UNIT);
        if (left.containsKey(id)) {
            if (rest <= 0) {
                gone(id, timeNs);
            } else {
                left.put(id, rest);
            }
        }
    }

    /** It is gone: executed if anything of it ever was. */
    void gone(final long id, final long timeNs) {
        final long since = addedNs.remove(id);
        left.remove(id);
        final boolean executed = touched.remove(id);
        if (since != UNKNOWN) {
            (executed ? executedAfter : cancelledAfter).add((timeNs - since) / 1e9);
        }
    }

    /** Orders of a book that begins anew have no end that is known. */
    void forget() {
        addedNs.clear();
        left.clear();
        touched.clear();
    }

    void addTo(final List<Fact> facts, final double seconds) {
        final double ends = cancelledAfter.count() + executedAfter.count();
        final double adds = distances.count();
        facts.add(new Fact(GROUP, "new", "/s", sizes.count() / seconds));
        facts.add(new Fact(GROUP, "size, median", "", sizes.quantile(0.5)));
        facts.add(new Fact(GROUP, "size, mean", "", sizes.mean()));
        facts.add(new Fact(GROUP, "size, 99 %", "", sizes.quantile(0.99)));
        facts.add(new Fact(GROUP, "odd lots", "%", 100 * sizes.shareUpTo(99)));
        facts.add(new Fact(GROUP, "100 exactly", "%", 100 * (sizes.shareUpTo(100) - sizes.shareUpTo(99.5))));
        facts.add(new Fact(GROUP, "in front of the best", "%", 100 * inside / adds));
        facts.add(new Fact(GROUP, "at the best", "%", 100 * atBest / adds));
        facts.add(new Fact(GROUP, "up to 5 ticks behind", "%", 100 * (distances.shareUpTo(5) - distances.shareUpTo(0))));
        facts.add(new Fact(GROUP, "over 20 ticks behind", "%", 100 * (1 - distances.shareUpTo(20))));
        facts.add(new Fact(GROUP, "executed, in part or whole", "%", 100 * executedAfter.count() / ends));
        facts.add(new Fact(GROUP, "cancelled in part", "/s", reduced / seconds));
        facts.add(new Fact(GROUP, "replaced", "/s", replaced / seconds));
        facts.add(new Fact(GROUP, "cancelled within 10 ms", "%", 100 * cancelledAfter.shareUpTo(0.01)));
        facts.add(new Fact(GROUP, "cancelled within 0.1 s", "%", 100 * cancelledAfter.shareUpTo(0.1)));
        facts.add(new Fact(GROUP, "cancelled within 1 s", "%", 100 * cancelledAfter.shareUpTo(1)));
        facts.add(new Fact(GROUP, "time to cancel, median", "s", cancelledAfter.quantile(0.5)));
        facts.add(new Fact(GROUP, "time to cancel, 90 %", "s", cancelledAfter.quantile(0.9)));
        facts.add(new Fact(GROUP, "time to execution, median", "s", executedAfter.quantile(0.5)));
    }
}
