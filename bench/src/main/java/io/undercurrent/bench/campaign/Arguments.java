package io.undercurrent.bench.campaign;

import java.security.SecureRandom;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the command line asks for.
 *
 * @param rounds {@value #DEFAULT}: each campaign's default; {@value #FULL}: each campaign's full number
 * @param keep   whether all files are kept, not only those of failed rounds
 */
record Arguments(List<CampaignName> names, int rounds, long seed, boolean keep) {
    private static final Set<String> FLAGS = Set.of("--keep", "--save");
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
                final String value = FLAGS.contains(option) || rest.isEmpty() ? "" : rest.removeFirst();
                switch (option) {
                    case "--rounds" -> rounds = "full".equals(value) ? FULL : Integer.parseInt(value);
                    case "--seed" -> seed = Long.parseLong(value);
                    case "--keep" -> keep = true;
                    case "--save" -> {
                        // the script has named the folder
                    }
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
}
