package io.undercurrent.bench.campaign;

import io.undercurrent.bench.campaign.Image.Content;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** The ways in which files go bad here. */
final class Damages {
    private static final int SECTOR = 512;
    private static final int MAX_PIECES = 8;
    private static final int MAX_BITS = 8;
    private static final int HEAD = 256;
    private static final String SEGMENT = ".cq4";
    private static final Content NOTHING = new Content(new byte[0], 0);

    private Damages() {
    }

    /** Pieces of the newest run's segments hold what stood there earlier, zeros, or what another run has there. */
    static Damaged torn(final WrittenStream stream, final Image other, final Random random) {
        final int piece = random.nextBoolean() ? SECTOR : Image.PAGE;
        Image image = stream.whole();
        for (int i = 1 + random.nextInt(MAX_PIECES); i > 0; i--) {
            final String name = oneOf(image.names(stream.newestRun(), SEGMENT), random);
            final Content content = content(image, name);
            final byte[] bytes = used(content);
            final int from = random.nextInt(bytes.length) / piece * piece;
            final int to = Math.min(from + piece, bytes.length);
            Arrays.fill(bytes, from, to, (byte) 0);
            final byte[] source = switch (random.nextInt(4)) {
                case 0 -> NOTHING.bytes();
                case 1 -> content(other, oneOf(other.names("", SEGMENT), random)).bytes();
                default -> content(oneOf(stream.moments(), random), name).bytes();
            };
            if (source.length > from) {
                System.arraycopy(source, from, bytes, from, Math.min(to, source.length) - from);
            }
            image = image.with(name, bytes, content.length());
        }
        return new Damaged(image, piece == SECTOR ? "sectors of 512 B" : "pages of 4 KiB");
    }

    /** One or two files of the newest run end early, are empty, or are missing. */
    static Damaged truncated(final WrittenStream stream, final Image other, final Random random) {
        Image image = stream.whole();
        String what = "a file cut";
        for (int i = 1 + random.nextInt(2); i > 0; i--) {
            final String name = oneOf(stream.whole().names(stream.newestRun(), random.nextInt(4) > 0 ? SEGMENT : ""), random);
            final byte[] bytes = used(content(image, name));
            final int kind = random.nextInt(8);
            if (kind == 0) {
                image = image.without(name);
                what = "a file missing";
            } else {
                final int length = kind == 1 ? 0 : random.nextInt(bytes.length + 1);
                image = image.with(name, Arrays.copyOf(bytes, length), length);
                what = length == 0 ? "a file empty" : what;
            }
        }
        return new Damaged(image, what);
    }

    /** One to eight bits of one file, of any run. */
    static Damaged flipped(final WrittenStream stream, final Image other, final Random random) {
        final Image whole = stream.whole();
        final boolean segment = random.nextBoolean();
        final String name = oneOf(whole.files().keySet().stream()
                .filter(file -> file.endsWith(SEGMENT) == segment && content(whole, file).bytes().length > 0).toList(), random);
        final Content content = content(whole, name);
        final byte[] bytes = used(content);
        final boolean head = segment && random.nextInt(4) == 0;
        final int range = head ? Math.min(HEAD, bytes.length) : bytes.length;
        final int near = random.nextInt(range);
        for (int i = 1 + random.nextInt(MAX_BITS); i > 0; i--) {
            bytes[random.nextBoolean() ? near : random.nextInt(range)] ^= (byte) (1 << random.nextInt(Byte.SIZE));
        }
        final String what = segment ? head ? "first 256 B of segments" : "segments" : name.substring(name.lastIndexOf('/') + 1);
        return new Damaged(whole.with(name, bytes, content.length()), what);
    }

    private static <T> T oneOf(final List<T> all, final Random random) {
        return all.get(random.nextInt(all.size()));
    }

    private static Content content(final Image image, final String name) {
        return image.files().getOrDefault(name, NOTHING);
    }

    /** A copy of the part of a file that is in use, and a little of what is behind it; at least one byte. */
    private static byte[] used(final Content content) {
        return Arrays.copyOf(content.bytes(), (int) Math.max(1, Math.min(content.length(), content.bytes().length + (long) HEAD)));
    }
}
