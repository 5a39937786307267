package io.undercurrent.feeds.plant;

import io.undercurrent.codec.Ascii8;
import io.undercurrent.codec.sbe.BookKind;
import java.util.BitSet;
import java.util.Locale;

/**
 * Ids of planted orders: in books by order numbers that no exchange gives, counting up; in books by participant names {@code PLANT000} and so
 * on, the first that shows nothing at present. One thread.
 */
final class OwnIds {
    /** "Plant" in ASCII, and room for as many orders as fit behind it. */
    static final long FIRST = 0x506C_616E_7400_0000L;
    private static final long LAST = FIRST + (1L << 24);
    private static final int NAMES = 1_000;

    private final BitSet used = new BitSet();
    private long next = FIRST;

    /** @return 0: all are in use, as after very many orders */
    long take(final BookKind kind) {
        if (kind == BookKind.BY_PARTICIPANT) {
            final int name = used.nextClearBit(0);
            if (name >= NAMES) {
                return 0;
            }
            used.set(name);
            return name(name);
        }
        return next < LAST ? next++ : 0;
    }

    void giveBack(final BookKind kind, final long id) {
        if (kind == BookKind.BY_PARTICIPANT) {
            for (int name = used.nextSetBit(0); name >= 0; name = used.nextSetBit(name + 1)) {
                if (name(name) == id) {
                    used.clear(name);
                }
            }
        }
    }

    private static long name(final int number) {
        return Ascii8.pack(String.format(Locale.ROOT, "PLANT%03d", number));
    }

    /** The recording has an order of this id: a journal into which something was planted before. */
    void seen(final long id) {
        if (id >= next && id < LAST) {
            next = id + 1;
        }
    }
}
