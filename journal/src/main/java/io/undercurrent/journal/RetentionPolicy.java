package io.undercurrent.journal;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * Which runs of a stream need not be kept: any one of these that is given is reason enough to remove a run. Whatever it says, the newest run
 * stays, and so does what a registered tailer has not acknowledged.
 *
 * @param maxAge   a run goes when it has ended longer ago
 * @param maxBytes the oldest runs go until the files of all are no longer than this
 * @param maxRuns  so many of the newest runs stay, at least 1
 * @param through  a run goes when it holds nothing behind this sequence
 */
public record RetentionPolicy(Optional<Duration> maxAge, OptionalLong maxBytes, OptionalInt maxRuns, OptionalLong through) {
    /** Removes nothing. */
    public static final RetentionPolicy KEEP_ALL =
            new RetentionPolicy(Optional.empty(), OptionalLong.empty(), OptionalInt.empty(), OptionalLong.empty());

    public RetentionPolicy {
        maxAge.filter(age -> age.isNegative()).ifPresent(age -> {
            throw new JournalException("a maximal age of " + age + " is less than 0");
        });
        require("bytes", maxBytes.orElse(0), 0);
        require("runs", maxRuns.orElse(1), 1);
    }

    private static void require(final String what, final long value, final long least) {
        if (value < least) {
            throw new JournalException("a maximum of " + value + " " + what + " is less than " + least);
        }
    }

    public RetentionPolicy withMaxAge(final Duration age) {
        return new RetentionPolicy(Optional.of(age), maxBytes, maxRuns, through);
    }

    public RetentionPolicy withMaxBytes(final long bytes) {
        return new RetentionPolicy(maxAge, OptionalLong.of(bytes), maxRuns, through);
    }

    public RetentionPolicy withMaxRuns(final int runs) {
        return new RetentionPolicy(maxAge, maxBytes, OptionalInt.of(runs), through);
    }

    public RetentionPolicy withThrough(final long sequence) {
        return new RetentionPolicy(maxAge, maxBytes, maxRuns, OptionalLong.of(sequence));
    }
}
