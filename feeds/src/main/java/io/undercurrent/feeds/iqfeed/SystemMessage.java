package io.undercurrent.feeds.iqfeed;

import io.undercurrent.codec.sbe.ClearScope;
import io.undercurrent.codec.sbe.RejectReason;
import io.undercurrent.feeds.RecordDecoder;
import io.undercurrent.feeds.input.Fields;

/** A line that begins with {@code S}. Reused; one thread. */
final class SystemMessage {
    enum Kind { CLEAR_DEPTH, CONNECTED, DISCONNECTED, OTHER }

    Kind kind = Kind.OTHER;
    /** Of {@link Kind#CLEAR_DEPTH}. */
    ClearScope scope = ClearScope.NULL_VAL;

    /** Reads a line cut into fields; the symbol of {@link Kind#CLEAR_DEPTH} is field 2. */
    RejectReason read(final Fields fields) {
        kind = is(fields, 1, "CLEAR DEPTH") ? Kind.CLEAR_DEPTH : is(fields, 1, "SERVER CONNECTED") ? Kind.CONNECTED
                : is(fields, 1, "SERVER DISCONNECTED") ? Kind.DISCONNECTED : Kind.OTHER;
        if (kind != Kind.CLEAR_DEPTH) {
            return RecordDecoder.ACCEPTED;
        }
        if (fields.count() < 4) {
            return RejectReason.MALFORMED;
        }
        scope = switch (fields.single(3)) {
            case 'A' -> ClearScope.ASK;
            case 'B' -> ClearScope.BID;
            default -> ClearScope.NULL_VAL;
        };
        return scope == ClearScope.NULL_VAL ? RejectReason.BAD_SIDE : RecordDecoder.ACCEPTED;
    }

    private static boolean is(final Fields fields, final int at, final String text) {
        if (fields.length(at) != text.length()) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (fields.buffer()[fields.start(at) + i] != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
