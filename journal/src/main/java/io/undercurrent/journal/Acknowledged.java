package io.undercurrent.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.OptionalLong;

/** The file in a run's directory in which its writer says up to where everything is on the disk: the sequence, and it XOR the run's seed. */
final class Acknowledged {
    static final String FILE = "acknowledged";

    private Acknowledged() {
    }

    /** Empty if there is none, or it is not this run's or damaged. */
    static OptionalLong read(final RunDirectory run, final long seed) throws IOException {
        try {
            final ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(run.path().resolve(FILE))).order(ByteOrder.LITTLE_ENDIAN);
            return bytes.limit() >= 2 * Long.BYTES && (bytes.getLong(0) ^ seed) == bytes.getLong(Long.BYTES)
                    ? OptionalLong.of(bytes.getLong(0)) : OptionalLong.empty();
        } catch (final NoSuchFileException e) {
            return OptionalLong.empty();
        }
    }
}
