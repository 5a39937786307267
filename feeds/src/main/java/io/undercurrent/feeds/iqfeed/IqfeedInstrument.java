package io.undercurrent.feeds.iqfeed;

import io.undercurrent.codec.sbe.BookKind;

/** A symbol that lines have been about. One thread. */
final class IqfeedInstrument {
    /** How its book stands to the summaries that a watch begins with. */
    enum Snapshot {
        /** Nothing of it has come yet. */
        EXPECTED,
        OPEN,
        DONE
    }

    final byte[] symbol;
    final int instrumentId;
    /** {@code TOP} until a line of market depth comes. */
    BookKind kind;
    Snapshot snapshot = Snapshot.EXPECTED;

    IqfeedInstrument(final byte[] symbol, final int instrumentId, final BookKind kind) {
        this.symbol = symbol;
        this.instrumentId = instrumentId;
        this.kind = kind;
    }

    /** Of a future, which no facility reports trades of. */
    static boolean isFuture(final byte first) {
        return first == '@';
    }
}
