package io.undercurrent.engine;

import io.undercurrent.engine.counters.CountersFile;
import io.undercurrent.engine.counters.EngineCounter;
import io.undercurrent.engine.counters.EngineState;
import io.undercurrent.journal.JournalAppender;
import io.undercurrent.journal.JournalKeeper;
import io.undercurrent.journal.JournalOptions;
import io.undercurrent.journal.RecoveryListener;
import io.undercurrent.journal.RecoveryReport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Opens the journals of an engine, which recovers them, and shows in the counters where the engine is between its start and its end. One
 * thread; closed last.
 */
final class JournalOpening implements RecoveryListener, AutoCloseable {
    private final Path dir;
    private final RecoveryListener listener;
    private final List<RecoveryReport> recovered = new ArrayList<>();
    private Optional<CountersFile> counters = Optional.empty();
    private String run = "";
    private long runBytes;

    /** @param listener is told too */
    JournalOpening(final Path dir, final RecoveryListener listener) {
        this.dir = dir;
        this.listener = listener;
    }

    JournalAppender open(final Path stream, final JournalOptions options, final JournalKeeper keeper) {
        final JournalAppender appender = JournalAppender.open(stream, options, keeper, this);
        appender.recovered().ifPresent(report -> {
            recovered.add(report);
            counters().counter(EngineCounter.EVENTS_LOST).getAndAdd(report.missing());
        });
        return appender;
    }

    @Override
    public void onProgress(final String newRun, final long bytesRead, final long bytesTotal) {
        final CountersFile file = counters();
        file.counter(EngineCounter.STATE).setRelease(EngineState.RECOVERS.value());
        file.counter(EngineCounter.RECOVERY_BYTES).getAndAdd(newRun.equals(run) ? bytesRead - runBytes : bytesRead);
        run = newRun;
        runBytes = bytesRead;
        listener.onProgress(newRun, bytesRead, bytesTotal);
    }

    /** Made with the first use, when the journal is this engine's: a folder that another engine writes must stay as it is. */
    CountersFile counters() {
        if (counters.isEmpty()) {
            counters = Optional.of(new CountersFile(dir));
        }
        return counters.get();
    }

    void ready() {
        counters().counter(EngineCounter.STATE).setRelease(EngineState.READY.value());
    }

    /** What was not in order in each journal that was opened. */
    List<RecoveryReport> recovered() {
        return List.copyOf(recovered);
    }

    void ended() {
        counters.ifPresent(file -> file.counter(EngineCounter.STATE).setRelease(EngineState.ENDED.value()));
    }

    /** Nobody may write counters any more. */
    @Override
    public void close() {
        counters.ifPresent(CountersFile::close);
        counters = Optional.empty();
    }
}
