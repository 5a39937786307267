package io.undercurrent.feeds.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.undercurrent.codec.Capability;
import io.undercurrent.codec.Events;
import io.undercurrent.codec.Times;
import io.undercurrent.codec.sbe.AlertDecoder;
import io.undercurrent.codec.sbe.AlertSide;
import io.undercurrent.codec.sbe.MessageHeaderDecoder;
import io.undercurrent.engine.Engine;
import io.undercurrent.engine.JournalFolder;
import io.undercurrent.engine.config.Config;
import io.undercurrent.engine.config.Setting;
import io.undercurrent.engine.feed.Feed;
import io.undercurrent.engine.row.BookListener;
import io.undercurrent.engine.row.MarketState;
import io.undercurrent.engine.signal.AlertRules;
import io.undercurrent.engine.signal.Analysis;
import io.undercurrent.engine.signal.Backends;
import io.undercurrent.engine.signal.DirectSweeps;
import io.undercurrent.feeds.Replays;
import io.undercurrent.feeds.sim.Episode;
import io.undercurrent.feeds.sim.EpisodeKind;
import io.undercurrent.feeds.sim.SimulatedInstrument;
import io.undercurrent.feeds.sim.SimulatorFeed;
import io.undercurrent.feeds.sim.SimulatorOptions;
import io.undercurrent.journal.JournalTailer;
import io.undercurrent.signals.Signal;
import io.undercurrent.signals.SignalSide;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Through the ring and the journal, a market that was written and read back gives the signals and the alerts of the market itself, as far as
 * the format can say it, bit for bit.
 */
class SignalsRoundTripTest {
    private static final int ORDERS = Capability.DEPTH | Capability.OWN_VENUE_TRADES | Capability.EXECUTIONS;

    @TempDir
    private Path folder;

    /** One stock, as a LOBSTER file has. */
    private static SimulatorOptions market() {
        final SimulatorOptions all = SimulatorOptions.clean(7, 30 * Times.MINUTE_NS);
        final List<SimulatedInstrument> one = all.instruments().subList(0, 1);
        return new SimulatorOptions(all.seed(), all.day(), all.sessionNs(), one, List.of(new Episode(one.getFirst().symbol(),
                EpisodeKind.ABSORPTION, AlertSide.ACCUMULATION, 9 * Times.MINUTE_NS, 20 * Times.MINUTE_NS, 0.25)));
    }

    /** Alerts on next to nothing, and often. */
    private Config config(final String name) {
        return Replays.config(folder.resolve(name)).with(Setting.ALERTS_THRESHOLD, "-6.5").with(Setting.ALERTS_CLEAR, "-6.5")
                .with(Setting.ALERTS_HOLD_MS, "1000").with(Setting.ALERTS_COOLDOWN_MS, "1000");
    }

    /** Every row's scores and composite, then the alerts. */
    private List<String> results(final String name, final Feed feed) {
        final Config config = config(name);
        Replays.run(config, feed);
        final List<String> results = new ArrayList<>();
        try (Analysis analysis = new Analysis(Backends.choose(config).signals(), 16, 1_000, AlertRules.of(config))) {
            final DirectSweeps sweeps = new DirectSweeps(analysis, 16, (sweep, i, rowIndex, scores, composite) -> {
                final StringBuilder text = new StringBuilder(Times.format(sweep.rows().closeNs())).append(" row ").append(rowIndex);
                for (final SignalSide side : SignalSide.values()) {
                    for (final Signal signal : Signal.values()) {
                        text.append(' ').append(scores.score(i, side, signal));
                    }
                    text.append(' ').append(composite.composite(side));
                }
                results.add(text.toString());
            });
            final MarketState market = new MarketState(Engine.rowSettings(config), sweeps, BookListener.NONE);
            sweeps.instruments(market::instrument);
            Replays.events(folder.resolve(name), (buffer, offset, length) -> market.onEvent(buffer, offset));
        }
        // the end of the session, which closes the last row, is in no file
        results.removeIf(text -> text.startsWith(Times.format(market().sessionEndNs())));
        results.addAll(alerts(name));
        return results;
    }

    /** All but the numbers of events, of which a file may have fewer. */
    private List<String> alerts(final String name) {
        final List<String> alerts = new ArrayList<>();
        try (JournalTailer tailer = JournalTailer.open(JournalFolder.alerts(folder.resolve(name)))) {
            tailer.poll((buffer, offset, length) -> {
                final AlertDecoder alert = new AlertDecoder().wrapAndApplyHeader(buffer, offset, new MessageHeaderDecoder());
                alerts.add(Times.format(Events.exchangeTimeNs(buffer, offset)) + " alert " + alert.symbol() + " " + alert.side() + " "
                        + alert.phase() + " " + alert.severity() + " " + alert.leading() + " " + alert.windowStartNs() + " "
                        + alert.windowEndNs() + " " + alert.rowIndex() + " " + alert.bestBid() + " " + alert.bestAsk() + " "
                        + alert.netLogOdds() + " " + alert.coverage());
            }, Integer.MAX_VALUE);
        }
        return alerts;
    }

    @ParameterizedTest
    @EnumSource(names = {"LOBSTER", "MBO_CSV", "ITCH"})
    void everySignalIsThatOfTheMarketItself(final Sayable sayable) {
        final int capabilities = ORDERS | (sayable == Sayable.MBO_CSV ? Capability.OFF_EXCHANGE : 0);
        final List<String> expected = results("market", new ReducedFeed(new SimulatorFeed(market()), sayable, capabilities));
        final EventWriter writer = RoundTripTest.write(new SimulatorFeed(market()), sayable.format(), folder);
        final List<String> read = results("file", RoundTripTest.read(writer).getFirst());
        for (int i = 0; i < Math.min(expected.size(), read.size()); i++) {
            assertEquals(expected.get(i), read.get(i));
        }
        assertEquals(expected.size(), read.size());
        assertTrue(expected.stream().anyMatch(text -> text.contains(" alert ")), "without alerts this shows less");
        assertTrue(expected.stream().filter(text -> text.contains(" 0.")).count() > 200, "without signals this shows nothing");
    }
}
