package io.undercurrent.app;

import io.undercurrent.codec.Events;
import io.undercurrent.engine.book.BookView;
import io.undercurrent.engine.book.MbpCsv;
import io.undercurrent.engine.row.BookListener;
import io.undercurrent.engine.row.Instrument;
import org.agrona.DirectBuffer;

/** Prints the book of one symbol, as deep as asked for, each time it changed. One thread. */
final class BookLines implements BookListener {
    private static final int KEY_FIELDS = 2;
    private static final int FIELDS_PER_LEVEL = 6;

    private final Output out;
    private final String symbol;
    private final int fields;
    private final StringBuilder line = new StringBuilder(1024);

    /** @param depth levels of a side, 1 to ten */
    BookLines(final Output out, final String symbol, final int depth) {
        this.out = out;
        this.symbol = symbol;
        fields = KEY_FIELDS + depth * FIELDS_PER_LEVEL;
        MbpCsv.appendHeader(line);
        print();
    }

    @Override
    public void onVisibleChange(final Instrument instrument, final BookView book, final DirectBuffer buffer, final int offset) {
        if (instrument.symbol().equals(symbol)) {
            MbpCsv.appendLine(line, book, Events.exchangeTimeNs(buffer, offset), Events.sourceSequence(buffer, offset));
            print();
        }
    }

    private void print() {
        if (fields < KEY_FIELDS + BookView.VISIBLE_LEVELS * FIELDS_PER_LEVEL) {
            cut();
        }
        out.print(line);
        line.setLength(0);
    }

    private void cut() {
        int commas = 0;
        for (int i = 0; i < line.length(); i++) {
            if (line.charAt(i) == ',' && ++commas == fields) {
                line.setLength(i);
                line.append('\n');
                return;
            }
        }
    }
}
