package io.undercurrent.feeds.itch;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Builds ITCH messages for tests, as text of one character a byte. */
public final class ItchBytes {
    private ItchBytes() {
    }

    public static String message(final char type, final int locate, final long sinceMidnightNs, final String... fields) {
        return type + number(locate, 2) + number(0, 2) + number(sinceMidnightNs, 6) + String.join("", fields);
    }

    /** Big endian. */
    public static String number(final long value, final int bytes) {
        final StringBuilder text = new StringBuilder();
        for (int i = bytes - 1; i >= 0; i--) {
            text.append((char) (value >>> (8 * i) & 0xFF));
        }
        return text.toString();
    }

    /** Filled up with blanks. */
    public static String text(final String value, final int bytes) {
        return value + " ".repeat(bytes - value.length());
    }

    public static String system(final long timeNs, final char code) {
        return message('S', 0, timeNs, String.valueOf(code));
    }

    public static String directory(final int locate, final String symbol) {
        return message('R', locate, 11_000_000_000_000L, text(symbol, 8), "QN", number(100, 4), "NCZ PNN1N", number(0, 4), "N");
    }

    public static String action(final int locate, final long timeNs, final String symbol, final char state) {
        return message('H', locate, timeNs, text(symbol, 8), String.valueOf(state), " ", text("", 4));
    }

    /** @param price in 1e-4 */
    public static String add(
            final int locate, final long timeNs, final long order, final char side, final long shares, final String symbol,
            final long price) {
        return message('A', locate, timeNs, number(order, 8), String.valueOf(side), number(shares, 4), text(symbol, 8), number(price, 4));
    }

    public static String execute(final int locate, final long timeNs, final long order, final long shares, final long match) {
        return message('E', locate, timeNs, number(order, 8), number(shares, 4), number(match, 8));
    }

    public static String executeAt(
            final int locate, final long timeNs, final long order, final long shares, final long match, final char printable,
            final long price) {
        return message('C', locate, timeNs, number(order, 8), number(shares, 4), number(match, 8), String.valueOf(printable),
                number(price, 4));
    }

    public static String cancel(final int locate, final long timeNs, final long order, final long shares) {
        return message('X', locate, timeNs, number(order, 8), number(shares, 4));
    }

    public static String delete(final int locate, final long timeNs, final long order) {
        return message('D', locate, timeNs, number(order, 8));
    }

    public static String replace(
            final int locate, final long timeNs, final long order, final long newOrder, final long shares, final long price) {
        return message('U', locate, timeNs, number(order, 8), number(newOrder, 8), number(shares, 4), number(price, 4));
    }

    public static String trade(
            final int locate, final long timeNs, final char side, final long shares, final String symbol, final long price,
            final long match) {
        return message('P', locate, timeNs, number(0, 8), String.valueOf(side), number(shares, 4), text(symbol, 8), number(price, 4),
                number(match, 8));
    }

    public static String cross(
            final int locate, final long timeNs, final long shares, final String symbol, final long price, final long match,
            final char type) {
        return message('Q', locate, timeNs, number(shares, 8), text(symbol, 8), number(price, 4), number(match, 8), String.valueOf(type));
    }

    /** Each message behind its length. */
    public static byte[] frames(final List<String> messages) {
        final StringBuilder text = new StringBuilder();
        messages.forEach(message -> text.append(number(message.length(), 2)).append(message));
        return text.toString().getBytes(StandardCharsets.ISO_8859_1);
    }
}
