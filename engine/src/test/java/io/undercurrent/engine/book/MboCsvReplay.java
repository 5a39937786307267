package io.undercurrent.engine.book;

import io.undercurrent.codec.Decimals;
import io.undercurrent.codec.Times;
import io.undercurrent.codec.sbe.ClearScope;
import io.undercurrent.codec.sbe.Side;
import io.undercurrent.engine.feed.EventPublisher;
import java.nio.charset.StandardCharsets;

/** Just enough of the MBO CSV format to drive a book: adds, subtractions and clears. */
final class MboCsvReplay {
    private MboCsvReplay() {
    }

    static void publish(final EventPublisher out, final String line) {
        final String[] field = line.split(",", -1);
        final long timeNs = time(field[1]);
        out.at(timeNs, time(field[0]), Long.parseLong(field[13]), Integer.parseInt(field[11]) >= 128 ? 1 : 0);
        final Side side = "B".equals(field[6]) ? Side.BID : "A".equals(field[6]) ? Side.ASK : Side.NULL_VAL;
        final long size = Long.parseLong(field[8]) * Decimals.ONE;
        final long id = Long.parseLong(field[10]);
        switch (field[5]) {
            case "A" -> out.orderAdd(1, id, side, Decimals.parse(field[7]), size);
            case "C" -> out.orderReduce(1, id, side, size);
            case "R" -> out.bookClear(1, ClearScope.BOTH);
            default -> out.heartbeat();
        }
    }

    private static long time(final String text) {
        final byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        return Times.parseIso(bytes, 0, bytes.length);
    }
}
