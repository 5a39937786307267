package io.undercurrent.bench.campaign;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.SequencedMap;

/** One round of a campaign: what it is made from, and what came of it. One thread. */
final class Round {
    private final long seed;
    private final Path folder;
    private final Random random;
    private final SequencedMap<String, Tally> arms = new LinkedHashMap<>();
    private final List<String> failures = new ArrayList<>();
    private final SequencedMap<String, Image> found = new LinkedHashMap<>();

    /** @param folder exists and is empty; it goes with the round, unless the round fails */
    Round(final long seed, final Path folder) {
        this.seed = seed;
        this.folder = folder;
        this.random = new Random(seed);
    }

    long seed() {
        return seed;
    }

    Path folder() {
        return folder;
    }

    Random random() {
        return random;
    }

    /** The counts of one arm of the campaign, a line of its table. */
    Tally arm(final String name) {
        return arms.computeIfAbsent(name, _ -> new Tally());
    }

    /** Writes the files to attack; if the round fails they are kept as they were before anybody recovered them. */
    Path place(final Image image) throws IOException {
        found("found", image);
        final Path stream = folder.resolve("stream");
        image.write(stream);
        return stream;
    }

    /** Files to keep, under this name, if the round fails. */
    void found(final String name, final Image image) {
        found.put(name, image);
    }

    SequencedMap<String, Image> found() {
        return found;
    }

    void fail(final String what) {
        failures.add(what);
    }

    SequencedMap<String, Tally> arms() {
        return arms;
    }

    List<String> failures() {
        return failures;
    }
}
