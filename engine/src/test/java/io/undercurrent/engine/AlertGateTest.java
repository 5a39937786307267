package io.undercurrent.engine;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.undercurrent.codec.Events;
import io.undercurrent.codec.sbe.AlertDecoder;
import io.undercurrent.engine.config.Config;
import io.undercurrent.engine.config.Setting;
import io.undercurrent.journal.JournalRuns;
import io.undercurrent.journal.JournalTailer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AlertGateTest {
    @TempDir
    private Path dir;
    private final AlertDecoder alert = new AlertDecoder();
    private long alerts;
    private long restsOn;

    @ParameterizedTest
    @ValueSource(strings = {"interval", "batch"})
    void noAlertIsWrittenBeforeTheEventsThatItRestsOnAreForced(final String durability) {
        // seldom enough to see what is written in between
        final Config config = EngineRuns.config(dir).with(Setting.JOURNAL_DURABILITY, durability)
                .with(Setting.JOURNAL_FORCE_INTERVAL_MS, "400");
        try (Engine engine = Engine.open(config); JournalTailer tailer = JournalTailer.open(JournalFolder.alerts(dir))) {
            EngineRuns.run(engine, new RandomFeed(7, 25_000), () -> look(tailer), () -> EngineRuns.await("alerts", () -> {
                look(tailer);
                return alerts > 0;
            }));
        }
    }

    private void look(final JournalTailer tailer) {
        tailer.poll((buffer, offset, length) -> {
            alert.wrap(buffer, offset + Events.HEADER_LENGTH, Events.blockLength(buffer, offset), Events.version(buffer, offset));
            restsOn = Math.max(restsOn, alert.asOfSequence());
            alerts++;
        }, 64);
        final long forced = forced();
        assertTrue(forced >= restsOn, () -> "an alert rests on event " + restsOn + ", but the disk has them up to " + forced);
    }

    /** What the events journal has written down as acknowledged: the first 8 bytes of that file. */
    private long forced() {
        try {
            return ByteBuffer.wrap(Files.readAllBytes(JournalRuns.list(JournalFolder.events(dir)).getLast().directory().resolve("acknowledged")))
                    .order(ByteOrder.LITTLE_ENDIAN).getLong();
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
