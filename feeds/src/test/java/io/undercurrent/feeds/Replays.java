package io.undercurrent.feeds;

import io.undercurrent.engine.Engine;
import io.undercurrent.engine.FeedRunner;
import io.undercurrent.engine.JournalFolder;
import io.undercurrent.engine.config.Config;
import io.undercurrent.engine.config.Setting;
import io.undercurrent.engine.feed.Feed;
import io.undercurrent.engine.feed.Pace;
import io.undercurrent.engine.row.BookListener;
import io.undercurrent.engine.row.MarketState;
import io.undercurrent.engine.row.RowSettings;
import io.undercurrent.engine.row.SweepSink;
import io.undercurrent.journal.EventConsumer;
import io.undercurrent.journal.JournalTailer;
import io.undercurrent.signals.Sweep;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Feeds through the whole engine into a journal, and what the journal then says. */
public final class Replays {
    private Replays() {
    }

    /** Alerts early and on little, so that short recordings have some. */
    public static Config config(final Path folder) {
        return Config.defaults().with(Setting.JOURNAL_DIR, folder.toString()).with(Setting.JOURNAL_MIN_FREE_BYTES, "0")
                .with(Setting.SIGNALS_MAX_INSTRUMENTS, "16").with(Setting.SIGNALS_BACKEND, "cpu").with(Setting.ALERTS_WARM_UP_MS, "0")
                .with(Setting.ALERTS_THRESHOLD, "-2").with(Setting.ALERTS_CLEAR, "-4");
    }

    /** Runs the feed to its end at full speed and closes it. */
    public static void run(final Config config, final Feed feed) {
        try (feed; Engine engine = Engine.open(config)) {
            new FeedRunner(engine, feed, Pace.max(), FeedRunner.Progress.NONE).run();
        }
    }

    /** Every event of the journal, in order. */
    public static void events(final Path folder, final EventConsumer consumer) {
        try (JournalTailer tailer = JournalTailer.open(JournalFolder.events(folder))) {
            tailer.poll(consumer, Integer.MAX_VALUE);
        }
    }

    /** Rebuilds the books from the journal; the listener hears of every visible change, the consumer of each event after it. */
    public static MarketState books(final Path folder, final BookListener listener, final EventConsumer after) {
        final Sweep sweep = new Sweep(16);
        final MarketState market = new MarketState(RowSettings.standard(16), new SweepSink() {
            @Override
            public Sweep next() {
                return sweep;
            }

            @Override
            public void filled(final Sweep filled) {
            }
        }, listener);
        events(folder, (buffer, offset, length) -> {
            market.onEvent(buffer, offset);
            after.onEvent(buffer, offset, length);
        });
        return market;
    }

    /** The alerts of the journal, byte for byte. */
    public static List<String> alerts(final Path folder) {
        final List<String> alerts = new ArrayList<>();
        try (JournalTailer tailer = JournalTailer.open(JournalFolder.alerts(folder))) {
            tailer.poll((buffer, offset, length) -> {
                final byte[] bytes = new byte[length];
                buffer.getBytes(offset, bytes);
                alerts.add(HexFormat.of().formatHex(bytes));
            }, Integer.MAX_VALUE);
        }
        return alerts;
    }
}
