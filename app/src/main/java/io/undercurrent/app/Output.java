package io.undercurrent.app;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Where results go: standard output, buffered. Unlike a {@code PrintStream} it does not swallow errors: a closed pipe becomes an
 * {@link OutputClosedException}, anything else a {@link CommandException}. Text is UTF-8. One thread.
 */
final class Output {
    private static final int BUFFER_BYTES = 1 << 16;

    private final OutputStream target;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private int length;

    Output(final OutputStream target) {
        this.target = target;
    }

    Output print(final CharSequence text) {
        for (int i = 0; i < text.length(); i++) {
            final char c = text.charAt(i);
            if (c >= 0x80) {
                final byte[] rest = text.subSequence(i, text.length()).toString().getBytes(StandardCharsets.UTF_8);
                write(rest, 0, rest.length);
                return this;
            }
            write(c);
        }
        return this;
    }

    void println(final CharSequence line) {
        print(line);
        write('\n');
    }

    void write(final int ascii) {
        if (length == buffer.length) {
            drain();
        }
        buffer[length++] = (byte) ascii;
    }

    void write(final byte[] bytes, final int offset, final int count) {
        for (int i = offset; i < offset + count; i++) {
            write(bytes[i]);
        }
    }

    void flush() {
        drain();
        try {
            target.flush();
        } catch (final IOException e) {
            throw failed(e);
        }
    }

    private void drain() {
        final int bytes = length;
        // dropped even if it fails: the same bytes must not be tried again on the way out
        length = 0;
        try {
            target.write(buffer, 0, bytes);
        } catch (final IOException e) {
            throw failed(e);
        }
    }

    private static RuntimeException failed(final IOException e) {
        final String message = String.valueOf(e.getMessage());
        return message.contains("Broken pipe") || message.contains("Pipe closed") || message.contains("Stream closed")
                ? new OutputClosedException(e) : new CommandException("cannot write the output: " + message, e);
    }
}
