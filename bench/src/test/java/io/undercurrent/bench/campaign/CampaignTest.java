package io.undercurrent.bench.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.undercurrent.bench.TemporaryFolder;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A few rounds of each campaign; {@code scripts/campaign} runs the thousands. */
final class CampaignTest {
    @ParameterizedTest
    @EnumSource
    void keepsItsPromise(final CampaignName name) throws IOException {
        final String missing = name.missing();
        if (!missing.isEmpty()) {
            System.out.println(name.label() + " skipped: " + missing);
        }
        assumeTrue(missing.isEmpty(), missing);
        final int rounds = switch (name) {
            case POWER_CUT, DISK_FULL, STOP_CONT -> 1;
            case CLOCK -> 2;
            case KILL, TORN_PAGES, TRUNCATE, BIT_FLIP -> 12;
        };
        final long seed = new SecureRandom().nextLong();
        System.out.println(name.label() + ", seed " + seed);
        final Rounds done = new Rounds();
        try (TemporaryFolder folder = TemporaryFolder.create(name.parent())) {
            new CampaignRun(name, folder.path(), false, done).run(seed, 0, rounds);
        }
        assertEquals(List.of(), done.failures);
        assertEquals(rounds, done.ended);
    }

    private static final class Rounds implements RoundListener {
        private final List<String> failures = new ArrayList<>();
        private int ended;

        @Override
        public void begin(final int number) {
            // what counts is that it ends
        }

        @Override
        public void end(final int number, final Round round) {
            ended++;
            round.failures().forEach(failure -> failures.add("seed " + round.seed() + ": " + failure));
        }
    }
}
