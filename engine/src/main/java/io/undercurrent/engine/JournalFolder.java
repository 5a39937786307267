package io.undercurrent.engine;

import io.undercurrent.engine.config.Config;
import io.undercurrent.engine.config.Setting;
import io.undercurrent.journal.Durability;
import io.undercurrent.journal.JournalOptions;
import io.undercurrent.journal.RetentionPolicy;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

/** Where the parts of a journal folder stand, and whether it can be written. */
public final class JournalFolder {
    private static final String EVENTS = "events";
    private static final String ALERTS = "alerts";
    private static final long ALERTS_AHEAD_BYTES = 1 << 20;

    private JournalFolder() {
    }

    /** The stream of events in the folder. */
    public static Path events(final Path dir) {
        return dir.resolve(EVENTS);
    }

    /** The stream of alerts. */
    public static Path alerts(final Path dir) {
        return dir.resolve(ALERTS);
    }

    /** What is kept of both streams. */
    static RetentionPolicy retention(final Config config) {
        RetentionPolicy policy = RetentionPolicy.KEEP_ALL;
        if (config.integer(Setting.JOURNAL_KEEP_DAYS) > 0) {
            policy = policy.withMaxAge(Duration.ofDays(config.integer(Setting.JOURNAL_KEEP_DAYS)));
        }
        if (config.wide(Setting.JOURNAL_KEEP_BYTES) > 0) {
            policy = policy.withMaxBytes(config.wide(Setting.JOURNAL_KEEP_BYTES));
        }
        return policy;
    }

    /** How the stream of events is written. */
    static JournalOptions events(final Config config) {
        return new JournalOptions(config.wide(Setting.JOURNAL_SEGMENT_BYTES),
                Durability.valueOf(config.text(Setting.JOURNAL_DURABILITY).toUpperCase(Locale.ROOT)),
                config.integer(Setting.JOURNAL_FORCE_INTERVAL_MS), config.wide(Setting.JOURNAL_AHEAD_BYTES),
                config.wide(Setting.JOURNAL_MIN_FREE_BYTES), config.integer(Setting.JOURNAL_MIN_FREE_MINUTES));
    }

    /** How the stream of alerts is written: as the events, but little at a time. */
    static JournalOptions alerts(final Config config) {
        final JournalOptions events = events(config);
        return events.withAheadBytes(Math.min(ALERTS_AHEAD_BYTES, events.aheadBytes()));
    }

    /** Creates the folder and refuses one whose disk is nearly full. */
    static void prepare(final Path dir, final long minFreeBytes) {
        try {
            Files.createDirectories(dir);
            final long free = Files.getFileStore(dir).getUsableSpace();
            if (free < minFreeBytes) {
                throw new EngineException("only " + free + " bytes are free for the journal in " + dir + ", less than "
                        + Setting.JOURNAL_MIN_FREE_BYTES.key() + " = " + minFreeBytes + "; make room or choose another folder");
            }
        } catch (final FileSystemException e) {
            throw new EngineException("cannot use " + dir + " for the journal: " + reason(e), e);
        } catch (final IOException e) {
            throw new EngineException("cannot use " + dir + " for the journal: " + e.getMessage(), e);
        }
    }

    private static String reason(final FileSystemException e) {
        return e.getReason() == null ? e.getClass().getSimpleName() + " " + e.getFile() : e.getReason();
    }
}
