package io.undercurrent.score;

import io.undercurrent.signals.SignalSide;
import java.util.List;

/**
 * One instrument on one labelled day, as far as it is scored.
 *
 * @param day number of the day among those of its kind, from 0
 * @param labels of this instrument, by start
 */
public record SymbolDay(
        DayKind kind, int day, long seed, String symbol, TickRegime regime, List<Label> labels, Samples samples, Tape tape) {
    public SymbolDay {
        labels = List.copyOf(labels);
    }

    /** Takes a sample of one side. */
    @FunctionalInterface
    public interface SampleConsumer {
        void sample(SignalSide side, int i);
    }

    /** Gives the samples that count for the episode, on its side. */
    public void samplesOf(final Label label, final SampleConsumer consumer) {
        for (int i = 0; i < samples.size(); i++) {
            if (label.counts(samples.timeNs(i))) {
                consumer.sample(label.side(), i);
            }
        }
    }

    /** Gives all samples of both sides. */
    public void allSamples(final SampleConsumer consumer) {
        for (int i = 0; i < samples.size(); i++) {
            consumer.sample(SignalSide.ACCUMULATION, i);
            consumer.sample(SignalSide.DISTRIBUTION, i);
        }
    }
}
