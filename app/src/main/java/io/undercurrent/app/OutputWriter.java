package io.undercurrent.app;

import java.io.Writer;

/** {@link Output} for those who want a {@link Writer}: the help. */
final class OutputWriter extends Writer {
    private final Output out;

    OutputWriter(final Output out) {
        this.out = out;
    }

    @Override
    public void write(final char[] chars, final int offset, final int count) {
        out.print(new String(chars, offset, count));
    }

    @Override
    public void flush() {
        out.flush();
    }

    @Override
    public void close() {
        flush();
    }
}
