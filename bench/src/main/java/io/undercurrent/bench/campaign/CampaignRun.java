package io.undercurrent.bench.campaign;

import io.undercurrent.bench.TemporaryFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Runs rounds of one campaign in this process. One thread. */
final class CampaignRun {
    private static final int MAX_KEPT = 10;

    private final CampaignName name;
    private final Path parent;
    private final boolean keep;
    private final RoundListener listener;
    private int kept;

    /** @param parent for temporary files, and for those that are kept */
    CampaignRun(final CampaignName name, final Path parent, final boolean keep, final RoundListener listener) {
        this.name = name;
        this.parent = parent;
        this.keep = keep;
        this.listener = listener;
    }

    /** @param seed of the campaign, of which the rounds' follow */
    void run(final long seed, final int firstRound, final int rounds) throws IOException {
        try (TemporaryFolder folder = TemporaryFolder.create(parent); Campaign campaign = name.open(folder.path())) {
            for (int number = firstRound; number < rounds; number++) {
                listener.begin(number);
                final Path roundFolder = Files.createDirectory(parent.resolve(name.label() + "-" + number + "-" + ProcessHandle.current().pid()));
                final Round round = new Round(Seeds.ofRound(seed, number), roundFolder);
                run(campaign, round);
                round.arms().values().forEach(tally -> tally.add(Tally.ROUNDS, 1));
                if (keep || (!round.failures().isEmpty() && kept++ < MAX_KEPT)) {
                    for (final Map.Entry<String, Image> found : round.found().entrySet()) {
                        found.getValue().write(roundFolder.resolve(found.getKey()));
                    }
                } else {
                    TemporaryFolder.delete(roundFolder);
                }
                listener.end(number, round);
            }
        }
    }

    private static void run(final Campaign campaign, final Round round) {
        try {
            campaign.round(round);
        } catch (final Exception | AssertionError e) {
            final StackTraceElement[] stack = e.getStackTrace();
            round.fail("the round broke off: " + e + (stack.length > 0 ? " at " + stack[0] : ""));
        }
    }
}
