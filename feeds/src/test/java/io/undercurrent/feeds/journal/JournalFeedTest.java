package io.undercurrent.feeds.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.undercurrent.codec.Events;
import io.undercurrent.codec.Times;
import io.undercurrent.codec.sbe.AlertDecoder;
import io.undercurrent.codec.sbe.TradeDecoder;
import io.undercurrent.engine.JournalFolder;
import io.undercurrent.engine.config.Config;
import io.undercurrent.engine.config.Setting;
import io.undercurrent.feeds.FeedOptions;
import io.undercurrent.feeds.Replays;
import io.undercurrent.feeds.TestData;
import io.undercurrent.feeds.sim.SimulatorFeed;
import io.undercurrent.feeds.sim.SimulatorOptions;
import io.undercurrent.journal.JournalAppender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.UnaryOperator;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalFeedTest {
    @TempDir
    private Path dir;

    private Path simulated(final String name, final long seed) {
        final Path folder = dir.resolve(name);
        Replays.run(Replays.config(folder), new SimulatorFeed(SimulatorOptions.planted(seed, 90 * Times.MINUTE_NS, 0.2)));
        return folder;
    }

    private Path again(final Path source, final String name, final UnaryOperator<Config> change) {
        final Path folder = dir.resolve(name);
        Replays.run(change.apply(Replays.config(folder)), JournalFeed.open(List.of(source), FeedOptions.NONE));
        return folder;
    }

    private static List<String> events(final Path folder) {
        final List<String> events = new ArrayList<>();
        Replays.events(folder, (buffer, offset, length) -> {
            final byte[] bytes = new byte[length];
            buffer.getBytes(offset, bytes);
            events.add(HexFormat.of().formatHex(bytes));
        });
        return events;
    }

    @Test
    void aReplayWritesTheSameEventsAndAlertsByteByByteWhateverTheSizes() {
        final Path first = simulated("first", 11);
        final List<String> alerts = Replays.alerts(first);
        assertFalse(alerts.isEmpty(), "without alerts this shows nothing");
        final List<String> events = events(first);
        final Path small = again(first, "small",
                c -> c.with(Setting.RING_SLOTS, "64").with(Setting.JOURNAL_BATCH_BYTES, "256").with(Setting.SIGNALS_SWEEP_BUFFERS, "2"));
        final Path large = again(small, "large", c -> c.with(Setting.RING_SLOTS, "1048576").with(Setting.RING_WAIT, "yielding"));
        for (final Path folder : List.of(small, large)) {
            assertEquals(events, events(folder), folder.toString());
            assertEquals(alerts, Replays.alerts(folder), folder.toString());
        }
        assertNotEquals(alerts, Replays.alerts(simulated("other", 12)));
    }

    @Test
    void aChangedByteOfTheInputChangesTheAlerts() {
        final Path first = simulated("first", 11);
        final List<String> alerts = Replays.alerts(first);
        final byte[] alert = HexFormat.of().parseHex(alerts.getFirst());
        final Path changed = dir.resolve("changed");
        copyWithOneByteChanged(first, changed, lastTradeBefore(first, new UnsafeBuffer(alert)));
        final Path replayed = again(changed, "replayed", c -> c);
        assertEquals(events(first).size(), events(replayed).size());
        assertNotEquals(alerts, Replays.alerts(replayed));
    }

    /** Sequence of the last lit trade of the alert's instrument among the events that the alert rests on. */
    private static long lastTradeBefore(final Path folder, final DirectBuffer alert) {
        final AlertDecoder decoder = new AlertDecoder();
        decoder.wrap(alert, Events.HEADER_LENGTH, Events.blockLength(alert, 0), Events.version(alert, 0));
        final long asOf = decoder.asOfSequence();
        final long[] found = new long[1];
        Replays.events(folder, (buffer, offset, length) -> {
            if (Events.templateId(buffer, offset) == TradeDecoder.TEMPLATE_ID && Events.sequence(buffer, offset) <= asOf
                    && Events.instrumentId(buffer, offset) == Events.instrumentId(alert, 0)
                    && buffer.getShort(offset + Events.HEADER_LENGTH + TradeDecoder.tradeFlagsEncodingOffset()) == 0) {
                found[0] = Events.sequence(buffer, offset);
            }
        });
        return found[0];
    }

    private static void copyWithOneByteChanged(final Path from, final Path to, final long sequence) {
        try (JournalAppender appender = JournalAppender.open(JournalFolder.events(to))) {
            Replays.events(from, (buffer, offset, length) -> {
                final MutableDirectBuffer event = new UnsafeBuffer(new byte[length]);
                event.putBytes(0, buffer, offset, length);
                if (Events.sequence(buffer, offset) == sequence) {
                    // 2^40 billionths: about a thousand shares more
                    final int at = Events.HEADER_LENGTH + TradeDecoder.sizeEncodingOffset() + 5;
                    event.putByte(at, (byte) (event.getByte(at) + 1));
                }
                appender.append(event, 0, length, Events.sequence(event, 0), 1);
            });
        }
    }

    @Test
    void twoRunsBehindEachOtherReplayAsTheyWereWritten() {
        final Path folder = dir.resolve("twice");
        for (int i = 0; i < 2; i++) {
            Replays.run(Replays.config(folder), new SimulatorFeed(SimulatorOptions.planted(11, 75 * Times.MINUTE_NS, 0.2)));
        }
        final List<String> alerts = Replays.alerts(folder);
        assertFalse(alerts.isEmpty(), "without alerts this shows nothing");
        final Path replayed = again(folder, "replayed", c -> c);
        assertEquals(events(folder), events(replayed));
        assertEquals(alerts, Replays.alerts(replayed));
    }

    @Test
    void refusesAFolderThatIsNoJournalInOneLine() throws IOException {
        final Path empty = Files.createDirectory(dir.resolve("empty"));
        TestData.assertRefused(() -> JournalFeed.open(List.of(empty), FeedOptions.NONE), "not a journal folder");
        TestData.assertRefused(() -> JournalFeed.open(List.of(empty, empty), FeedOptions.NONE), "one journal folder");
    }
}
