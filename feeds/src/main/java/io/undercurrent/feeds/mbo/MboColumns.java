package io.undercurrent.feeds.mbo;

import io.undercurrent.feeds.input.Fields;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Where the columns of a file stand, as its header names them. An index of -1: the file does not have it.
 *
 * @param count of all columns of a line
 */
record MboColumns(
        int count, int tsRecv, int tsEvent, int publisher, int action, int side, int price, int size, int orderId, int flags,
        int sequence, int symbol) {
    /** More columns than any file has. */
    static final int MAX = 32;

    private static final List<String> REQUIRED = List.of("ts_event", "action", "side", "price", "size", "order_id");

    static boolean isHeader(final byte[] line, final int offset, final int length) {
        return names(line, offset, length).containsAll(REQUIRED);
    }

    static MboColumns of(final byte[] line, final int offset, final int length) {
        final List<String> names = names(line, offset, length);
        return new MboColumns(names.size(), names.indexOf("ts_recv"), names.indexOf("ts_event"), names.indexOf("publisher_id"),
                names.indexOf("action"), names.indexOf("side"), names.indexOf("price"), names.indexOf("size"), names.indexOf("order_id"),
                names.indexOf("flags"), names.indexOf("sequence"), names.indexOf("symbol"));
    }

    private static List<String> names(final byte[] line, final int offset, final int length) {
        final List<String> names = Arrays.asList(new String(line, offset, length, StandardCharsets.ISO_8859_1).split(",", -1));
        return names.size() > MAX ? List.of() : names;
    }

    /** Whether the line has all columns. */
    boolean fit(final Fields fields) {
        return fields.count() == count;
    }
}
