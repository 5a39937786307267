package io.undercurrent.score;

import io.undercurrent.codec.Events;
import io.undercurrent.engine.feed.EventPublisher;
import io.undercurrent.engine.feed.EventSlots;
import io.undercurrent.engine.feed.Feed;
import io.undercurrent.feeds.plant.PlantedFeed;
import io.undercurrent.feeds.plant.Planting;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * A recording with programmes planted into it, once for each seed, and as it is. The last one stands for a clean day, though nobody knows what is
 * in it.
 */
public final class RecordedDays {
    private static final int RECORDS = 1024;

    private RecordedDays() {
    }

    /**
     * The days: planted with the seeds {@code first} and those that follow, then the clean one.
     *
     * @param recording opens it from its beginning; any thread
     */
    public static List<LabelledDay> of(final Supplier<Feed> recording, final long first, final int plantings) {
        final int instruments = instruments(recording.get());
        final List<LabelledDay> days = new ArrayList<>();
        for (long seed = first; seed < first + plantings; seed++) {
            final Planting planting = Planting.random(seed);
            days.add(new LabelledDay(DayKind.PLANTED, seed, instruments, () -> new Planted(new PlantedFeed(recording.get(), planting))));
        }
        days.add(new LabelledDay(DayKind.CLEAN, first, instruments, () -> new AsItIs(recording.get())));
        return List.copyOf(days);
    }

    private static int instruments(final Feed recording) {
        final HighestId ids = new HighestId();
        final EventPublisher out = new EventPublisher(ids, 1);
        try (recording) {
            while (recording.poll(out, RECORDS) != Feed.DONE) {
                // to its end
            }
        }
        return Math.max(1, ids.highest);
    }

    private static final class HighestId implements EventSlots {
        private final UnsafeBuffer slot = new UnsafeBuffer(new byte[Events.MAX_LENGTH]);
        private int highest;

        @Override
        public MutableDirectBuffer claim() {
            return slot;
        }

        @Override
        public void publish() {
            highest = Math.max(highest, Events.instrumentId(slot, 0));
        }
    }

    private record Planted(PlantedFeed feed) implements LabelledFeed {
        @Override
        public List<Label> labels() {
            return feed.truth().stream().map(Label::of).toList();
        }

        @Override
        public void close() {
            feed.close();
        }
    }

    private record AsItIs(Feed feed) implements LabelledFeed {
        @Override
        public List<Label> labels() {
            return List.of();
        }

        @Override
        public void close() {
            feed.close();
        }
    }
}
