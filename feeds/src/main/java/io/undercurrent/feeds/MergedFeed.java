package io.undercurrent.feeds;

import io.undercurrent.engine.feed.EventPublisher;
import io.undercurrent.engine.feed.Feed;
import io.undercurrent.feeds.input.LineReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Files of lines merged by the time of each line; lines of one time in the order of their rank, then in the order in which the files were
 * given. One thread.
 */
public final class MergedFeed implements Feed {
    private final String name;
    private final List<TimedSource> sources = new ArrayList<>();

    /** Without files; {@link #add} them. */
    public MergedFeed(final String name) {
        this.name = name;
    }

    /**
     * Opens another file.
     *
     * @throws io.undercurrent.engine.feed.FeedException it can't be read, or its name does not say what it should
     */
    public void add(final Path file, final TimedDecoder decoder) {
        sources.add(new TimedSource(new LineReader(List.of(file), LineReader.CSV_LINE_BYTES), decoder));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int poll(final EventPublisher out, final int limit) {
        int taken = 0;
        while (taken < limit) {
            for (int i = 0; i < sources.size(); i++) {
                taken += sources.get(i).fill(out, limit - taken);
            }
            if (taken < limit) {
                final int earliest = earliest();
                if (earliest < 0) {
                    return taken > 0 ? taken : DONE;
                }
                sources.get(earliest).publish(out);
                taken++;
            }
        }
        return taken;
    }

    /** The source whose line is next, all of them having one ready unless they have ended; -1: all have ended. */
    private int earliest() {
        int best = -1;
        for (int i = 0; i < sources.size(); i++) {
            final TimedSource source = sources.get(i);
            if (source.isReady() && (best < 0 || source.isBefore(sources.get(best)))) {
                best = i;
            }
        }
        return best;
    }

    @Override
    public Map<String, Long> passedOver() {
        final Map<String, Long> all = new TreeMap<>();
        for (final TimedSource source : sources) {
            source.decoder().passedOver().forEach((what, count) -> all.merge(what, count, Long::sum));
        }
        return all;
    }

    @Override
    public long bytesRead() {
        long bytes = 0;
        for (int i = 0; i < sources.size(); i++) {
            bytes += sources.get(i).bytesRead();
        }
        return bytes;
    }

    @Override
    public long bytesTotal() {
        long bytes = 0;
        for (int i = 0; i < sources.size(); i++) {
            bytes += sources.get(i).bytesTotal();
        }
        return bytes;
    }

    @Override
    public void close() {
        for (final TimedSource source : sources) {
            source.close();
        }
    }
}
