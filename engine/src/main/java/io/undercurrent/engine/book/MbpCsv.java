package io.undercurrent.engine.book;

import io.undercurrent.codec.Decimals;
import io.undercurrent.codec.sbe.Side;

/**
 * The visible book as one line of CSV: {@code ts_event} (UTC nanoseconds), {@code sequence} (the source's own), then price, size and order
 * count of bid and ask for each of ten levels. Prices and sizes are the shortest exact decimals; a level that is not there has three empty
 * fields; an order count that the feed does not tell is 0. Lines end with LF.
 */
public final class MbpCsv {
    private MbpCsv() {
    }

    public static void appendHeader(final StringBuilder out) {
        out.append("ts_event,sequence");
        for (int level = 0; level < BookView.VISIBLE_LEVELS; level++) {
            for (int side = 0; side < 2; side++) {
                final String name = side == 0 ? ",bid" : ",ask";
                out.append(name).append("_px_0").append(level).append(name).append("_sz_0").append(level).append(name).append("_ct_0")
                        .append(level);
            }
        }
        out.append('\n');
    }

    public static void appendLine(final StringBuilder out, final BookView book, final long tsEventNs, final long sourceSequence) {
        out.append(tsEventNs).append(',').append(sourceSequence);
        for (int level = 0; level < BookView.VISIBLE_LEVELS; level++) {
            appendLevel(out, book, Side.BID, level);
            appendLevel(out, book, Side.ASK, level);
        }
        out.append('\n');
    }

    private static void appendLevel(final StringBuilder out, final BookView book, final Side side, final int level) {
        if (book.size(side, level) == 0) {
            out.append(",,,");
            return;
        }
        out.append(',');
        Decimals.append(out, book.price(side, level));
        out.append(',');
        Decimals.append(out, book.size(side, level));
        out.append(',').append(book.orderCount(side, level));
    }
}
