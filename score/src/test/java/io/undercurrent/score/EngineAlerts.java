package io.undercurrent.score;

import io.undercurrent.codec.Events;
import io.undercurrent.codec.sbe.AlertDecoder;
import io.undercurrent.codec.sbe.AlertPhase;
import io.undercurrent.codec.sbe.MessageHeaderDecoder;
import io.undercurrent.engine.Engine;
import io.undercurrent.engine.FeedRunner;
import io.undercurrent.engine.JournalFolder;
import io.undercurrent.engine.config.Config;
import io.undercurrent.engine.config.Setting;
import io.undercurrent.engine.feed.Pace;
import io.undercurrent.journal.JournalTailer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The alerts that the whole engine journals of a day. */
record EngineAlerts(Config config, Path folder) {
    /** Time, symbol, side and leading signal of each one raised, sorted. */
    List<String> of(final LabelledDay day) {
        try (LabelledFeed source = day.open().get();
                Engine engine = Engine.open(config.with(Setting.JOURNAL_DIR, folder.toString()), Pace.max())) {
            new FeedRunner(engine, source.feed(), Pace.max(), FeedRunner.Progress.NONE).run();
        }
        final List<String> alerts = new ArrayList<>();
        final AlertDecoder alert = new AlertDecoder();
        final MessageHeaderDecoder header = new MessageHeaderDecoder();
        try (JournalTailer tailer = JournalTailer.open(JournalFolder.alerts(folder))) {
            while (tailer.poll((buffer, offset, length) -> {
                if (Events.templateId(buffer, offset) == AlertDecoder.TEMPLATE_ID
                        && alert.wrapAndApplyHeader(buffer, offset, header).phase() == AlertPhase.RAISED) {
                    alerts.add(Events.exchangeTimeNs(buffer, offset) + " " + alert.symbol() + " " + alert.side() + " " + alert.leading());
                }
            }, 100) > 0) {
                // to the end
            }
        }
        Collections.sort(alerts);
        return alerts;
    }
}
