package io.undercurrent.bench.market;

import io.undercurrent.codec.sbe.Side;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes a made-up stock as a LOBSTER message file, so that a feed can be measured without anybody's data. */
public final class LobsterText {
    private static final long SEED = 7;
    private static final int ORDERS = 2_000;
    private static final long OPEN_MICROS = 34_200_000_000L;
    private static final long SESSION_MICROS = 23_000_000_000L;

    private LobsterText() {
    }

    /** The file, of so many lines over a session, in {@code folder}. */
    public static Path write(final Path folder, final int lines) {
        final Path file = folder.resolve("MADEUP_2026-01-05_34200000_57600000_message_0.csv");
        try (Writer out = Files.newBufferedWriter(file, StandardCharsets.US_ASCII)) {
            final Lines text = new Lines(out, lines);
            final RandomOrders orders = new RandomOrders(SEED, ORDERS, text);
            orders.fill();
            while (text.written < lines) {
                orders.step();
            }
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    private static final class Lines implements OrderActions {
        private final Writer out;
        private final int lines;
        private int written;

        private Lines(final Writer out, final int lines) {
            this.out = out;
            this.lines = lines;
        }

        @Override
        public void add(final long orderId, final Side side, final long price, final long size) {
            line(1, orderId, side, price, size);
        }

        @Override
        public void reduce(final long orderId, final Side side, final long price, final long size) {
            line(2, orderId, side, price, size);
        }

        @Override
        public void delete(final long orderId, final Side side, final long price, final long size) {
            line(3, orderId, side, price, size);
        }

        @Override
        public void execute(final long orderId, final Side side, final long price, final long size) {
            line(4, orderId, side, price, size);
        }

        @Override
        public void hidden(final Side side, final long price, final long size) {
            line(5, 0, side, price, size);
        }

        private void line(final int type, final long orderId, final Side side, final long price, final long size) {
            final long micros = OPEN_MICROS + (long) ((double) SESSION_MICROS * written / lines);
            try {
                out.append(Long.toString(micros / 1_000_000)).append('.').append(Long.toString(1_000_000 + micros % 1_000_000), 1, 7)
                        .append(',').append(Integer.toString(type)).append(',').append(Long.toString(orderId))
                        .append(',').append(Long.toString(size)).append(',').append(Long.toString(price * 100))
                        .append(side == Side.BID ? ",1\n" : ",-1\n");
            } catch (final IOException e) {
                throw new UncheckedIOException(e);
            }
            written++;
        }
    }
}
