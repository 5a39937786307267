package io.undercurrent.app;

import io.undercurrent.codec.Decimals;
import io.undercurrent.codec.Times;
import java.util.List;

/** Events as lines {@code stream Type name=value name=value …}; what is empty or not available is {@code -}. One thread. */
final class TextFields implements FieldSink {
    private final Output out;
    private final StringBuilder line = new StringBuilder(512);

    TextFields(final Output out) {
        this.out = out;
    }

    @Override
    public void begin(final String stream, final String type) {
        line.setLength(0);
        line.append(stream).append(' ').append(type);
    }

    private StringBuilder field(final String name) {
        return line.append(' ').append(name).append('=');
    }

    @Override
    public void number(final String name, final long value) {
        field(name).append(value);
    }

    @Override
    public void id(final String name, final long value) {
        field(name).append(value);
    }

    @Override
    public void decimal(final String name, final long value) {
        Decimals.append(field(name), value);
    }

    @Override
    public void time(final String name, final long timeNs) {
        field(name).append(Times.format(timeNs));
    }

    @Override
    public void real(final String name, final float value) {
        if (Float.isNaN(value)) {
            field(name).append('-');
        } else {
            field(name).append(value);
        }
    }

    @Override
    public void text(final String name, final String value) {
        field(name);
        if (value.isEmpty()) {
            line.append('-');
        } else if (isPlain(value)) {
            line.append(value);
        } else {
            quote(value);
        }
    }

    private static boolean isPlain(final String value) {
        for (int i = 0; i < value.length(); i++) {
            final char c = value.charAt(i);
            if (c <= ' ' || c >= 0x7F || c == '"' || c == '=' || c == '\\') {
                return false;
            }
        }
        return !"-".equals(value);
    }

    private void quote(final String value) {
        line.append('"');
        for (int i = 0; i < value.length(); i++) {
            final char c = value.charAt(i);
            if (c < ' ' || c >= 0x7F) {
                line.append("\\x").append(Character.forDigit(c >> 4 & 0xF, 16)).append(Character.forDigit(c & 0xF, 16));
            } else {
                line.append(c == '"' || c == '\\' ? "\\" : "").append(c);
            }
        }
        line.append('"');
    }

    @Override
    public void names(final String name, final List<String> values) {
        field(name).append(values.isEmpty() ? "-" : String.join("|", values));
    }

    @Override
    public void end() {
        out.println(line);
    }
}
