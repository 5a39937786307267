package io.undercurrent.app;

import java.util.ArrayList;
import java.util.List;

/** Names of the bits of the schema's sets, lowest first, as the schema writes them. */
enum BitNames {
    EVENT_FLAGS("lastInPacket snapshot gapBefore badTime replayed"),
    TRADE_FLAGS("offExchange hidden auction notCurrent cancelled"),
    CAPABILITIES("offExchange depth ownVenueTrades executions");

    private final String names;

    BitNames(final String names) {
        this.names = names;
    }

    /** A bit that has no name is called by its number, so that nothing is left out. */
    List<String> of(final int bits) {
        if (bits == 0) {
            return List.of();
        }
        final List<String> known = List.of(names.split(" ", -1));
        final List<String> set = new ArrayList<>();
        for (int bit = 0; bit < Integer.SIZE; bit++) {
            if ((bits & 1 << bit) != 0) {
                set.add(bit < known.size() ? known.get(bit) : "bit" + bit);
            }
        }
        return set;
    }
}
