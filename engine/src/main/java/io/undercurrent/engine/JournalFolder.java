package io.undercurrent.engine;

import io.undercurrent.engine.config.Config;
import io.undercurrent.engine.config.Setting;
import io.undercurrent.journal.JournalOptions;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the parts of a journal folder stand, and whether it can be written. */
public final class JournalFolder {
    private static final String EVENTS = "events";
    private static final String ALERTS = "alerts";

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

    static JournalOptions options(final Config config) {
        return JournalOptions.DEFAULT.withSegmentBytes(config.wide(Setting.JOURNAL_SEGMENT_BYTES));
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
