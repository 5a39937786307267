package io.undercurrent.feeds.binance;

import io.undercurrent.codec.Decimals;

/**
 * Walks through one JSON text in a byte array without making an object of anything. The caller names what it expects; what is not there
 * sets {@link #failed}, after which every call returns {@code false} or {@link #INVALID}. Strings are taken as they stand: one with an
 * escape fails, the streams have none. One thread.
 */
final class JsonScanner {
    static final long INVALID = Decimals.INVALID;

    private static final int MAX_DIGITS = 18;

    private byte[] text = new byte[0];
    private int position;
    private int end;
    /** Nothing stands yet in the object or array at hand, so no comma may. */
    private boolean fresh;
    private boolean failed;
    private int start;
    private int length;

    void begin(final byte[] json, final int offset, final int jsonLength) {
        text = json;
        position = offset;
        end = offset + jsonLength;
        fresh = true;
        failed = false;
    }

    boolean failed() {
        return failed;
    }

    /** Whether nothing but blanks is left; something left sets {@link #failed}. */
    boolean finish() {
        if (peek() != 0 || position != end) {
            failed = true;
        }
        return !failed;
    }

    /** Whether the next value is of the kind that begins with this byte. */
    boolean at(final char first) {
        return peek() == first;
    }

    boolean beginObject() {
        return open('{');
    }

    boolean beginArray() {
        return open('[');
    }

    private boolean open(final char bracket) {
        fresh = true;
        return take(bracket);
    }

    /** Moves to the next member and reads its key, to be seen with {@link #start}; {@code false}: the object ends (or {@link #failed}). */
    boolean nextKey() {
        return nextIn('}') && string() && take(':');
    }

    /** Moves to the next element; {@code false}: the array ends (or {@link #failed}). */
    boolean nextElement() {
        return nextIn(']');
    }

    private boolean nextIn(final char bracket) {
        final boolean first = fresh;
        fresh = false;
        if (peek() == bracket) {
            position++;
            return false;
        }
        return !failed && (first || take(','));
    }

    /** Reads a string value. */
    boolean string() {
        fresh = false;
        if (!take('"')) {
            return false;
        }
        start = position;
        while (position < end && text[position] != '"') {
            if (text[position] == '\\' || (text[position] >= 0 && text[position] < ' ')) {
                return fail();
            }
            position++;
        }
        length = position - start;
        return take('"');
    }

    /** Reads a string value that holds a decimal, in 1e-9; {@link #INVALID}: it does not, which is no failure of the JSON. */
    long quotedDecimal() {
        return string() ? Decimals.parse(text, start, length) : INVALID;
    }

    /** Reads a whole number; {@link #INVALID}: it is negative, too large or no whole number. */
    long integer() {
        fresh = false;
        peek();
        start = position;
        while (position < end && isOfNumber(text[position])) {
            position++;
        }
        length = position - start;
        if (length == 0) {
            fail();
            return INVALID;
        }
        return length <= MAX_DIGITS ? Decimals.parseInteger(text, start, length) : INVALID;
    }

    private static boolean isOfNumber(final byte b) {
        return (b >= '0' && b <= '9') || b == '-' || b == '+' || b == '.' || b == 'e' || b == 'E';
    }

    /** Reads {@code true} or {@code false}; anything else fails. */
    boolean bool() {
        fresh = false;
        if (peek() == 't') {
            return word("true");
        }
        word("false");
        return false;
    }

    /** Passes over any value. */
    boolean skip() {
        int depth = 0;
        do {
            final int next = peek();
            switch (next) {
                case '"' -> string();
                case '{', '[' -> {
                    depth++;
                    position++;
                }
                case '}', ']' -> {
                    if (--depth < 0) {
                        return fail();
                    }
                    position++;
                }
                case ',', ':' -> {
                    if (depth == 0) {
                        return fail();
                    }
                    position++;
                }
                case 't' -> word("true");
                case 'f' -> word("false");
                case 'n' -> word("null");
                default -> integer();
            }
        } while (depth > 0 && !failed);
        fresh = false;
        return !failed;
    }

    private boolean word(final String word) {
        if (end - position < word.length()) {
            return fail();
        }
        for (int i = 0; i < word.length(); i++) {
            if (text[position + i] != word.charAt(i)) {
                return fail();
            }
        }
        position += word.length();
        return !failed;
    }

    private boolean take(final char expected) {
        if (peek() != expected) {
            return fail();
        }
        position++;
        return true;
    }

    /** The next byte that is not blank; 0: there is none, or the text has failed. */
    private int peek() {
        while (position < end && (text[position] == ' ' || text[position] == '\t')) {
            position++;
        }
        return failed || position >= end ? 0 : text[position];
    }

    private boolean fail() {
        failed = true;
        return false;
    }

    /** Of the string or number last read. */
    int start() {
        return start;
    }

    /** Of the string or number last read. */
    int length() {
        return length;
    }

    /** Whether the string last read is this. */
    boolean is(final String expected) {
        if (length != expected.length()) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (text[start + i] != expected.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Its only byte, of the string last read; 0: it has none or several. */
    byte single() {
        return length == 1 ? text[start] : 0;
    }
}
