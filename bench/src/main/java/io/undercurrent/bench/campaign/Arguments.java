package io.undercurrent.bench.campaign;

import java.security.SecureRandom;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * What the command line asks for.
 *
 * @param rounds {@value #DEFAULT}: each campaign's default; {@value #FULL}: each campaign's full number
 * @param keep   whether all files are kept, not only those of failed rounds
 */
record Arguments(List<CampaignName> names, int rounds, long seed, boolean keep) {
    private static final int DEFAULT = 0;
    private static final int FULL = -1;

    /** Empty if it asks for nothing that there is. */
    static Optional<Arguments> parse(final String... words) {
        final Deque<String> rest = new ArrayDeque<>(Arrays.asList(words));
        final String name = rest.isEmpty() ? "" : rest.removeFirst();
        final List<CampaignName> names = "all".equals(name) ? List.of(CampaignName.values()) : CampaignName.of(name).stream().toList();
        int rounds = DEFAULT;
        long seed = new SecureRandom().nextInt(Integer.MAX_VALUE);
        boolean keep = false;
        try {
            while (!rest.isEmpty()) {
                final String option = rest.removeFirst();
                final String value = "--keep".equals(option) || rest.isEmpty() ? "" : rest.removeFirst();
                switch (option) {
                    case "--rounds" -> rounds = "full".equals(value) ? FULL : Integer.parseInt(value);
                    case "--seed" -> seed = Long.parseLong(value);
                    case "--keep" -> keep = true;
                    default -> {
                        return Optional.empty();
                    }
                }
                if ("--rounds".equals(option) && rounds != FULL && rounds < 1) {
                    return Optional.empty();
                }
            }
        } catch (final NumberFormatException e) {
            return Optional.empty();
        }
        return names.isEmpty() ? Optional.empty() : Optional.of(new Arguments(names, rounds, seed, keep));
    }

    int roundsOf(final CampaignName name) {
        return switch (rounds) {
            case DEFAULT -> name.rounds();
            case FULL -> name.fullRounds();
            default -> rounds;
        };
    }

    static String usage() {
        final StringBuilder usage = new StringBuilder("""
                usage: scripts/campaign NAME [--rounds N|full] [--seed S] [--keep]
                Attacks the journal and checks what it promises: nothing lost, nothing wrong delivered, nothing invisible.
                """);
        for (final CampaignName name : CampaignName.values()) {
            usage.append(String.format("  %-12s %s; %d rounds, full %d%n", name.label(), name.what(), name.rounds(), name.fullRounds()));
        }
        return usage.append("""
                  all          each of them
                  --rounds     so many instead, or the full number
                  --seed       repeats the choices of an earlier run; --rounds 1 with a failed round's seed repeats that round
                  --keep       keeps the files of all rounds, not only of failed ones
                Exit status: 0 promises kept, or skipped with a reason; 1 one was broken; 2 wrong usage.
                """).toString().stripTrailing();
    }
}
