package io.undercurrent.bench.campaign;

import io.undercurrent.bench.Machine;
import io.undercurrent.bench.Report;
import io.undercurrent.bench.TemporaryFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * Main of {@code scripts/campaign}, whose help says the arguments. Runs campaigns and reports each by itself.
 */
public final class Campaigns {
    private static final double NS_PER_S = 1e9;
    private static final int BAD_USAGE = 2;
    private static final int MAX_LISTED = 20;
    private static final String COLUMNS = """
            Events, unless a column says otherwise. *Acknowledged*: what the campaign's promise covers; for kills all that was appended, for power
            cuts what the level had acknowledged, for damaged files all that they had held, where a file is left that says how much. *Recovered*:
            delivered after the restart, byte for byte as appended. *Lost*: acknowledged and not delivered; after damage, also not reported by the
            verifier, before and after the restart, and to each reader. *Invisible*: appended after the restart and not delivered. Each round
            restarts the stream, appends to it over a new segment, and reads all of it twice with new tailers, every byte compared.
            """;

    private final Progress progress = new Progress(Boolean.getBoolean("campaign.terminal"));
    private final Arguments arguments;
    private boolean failed;

    private Campaigns(final Arguments arguments) {
        this.arguments = arguments;
    }

    public static void main(final String[] words) throws IOException, InterruptedException {
        final Optional<Arguments> arguments = Arguments.parse(words);
        if (arguments.isEmpty()) {
            System.err.println("scripts/campaign: '" + String.join(" ", words) + "' is not understood; see scripts/campaign --help");
            System.exit(BAD_USAGE);
        }
        final Campaigns campaigns = new Campaigns(arguments.orElseThrow());
        for (final CampaignName name : campaigns.arguments.names()) {
            final String load = Machine.load();
            final String body = campaigns.run(name);
            Report.write("campaign-" + name.label(), Machine.heading("Campaign against the journal: " + name.label(), load) + body);
        }
        System.exit(campaigns.failed ? 1 : 0);
    }

    private String run(final CampaignName name) throws IOException, InterruptedException {
        final StringBuilder report = new StringBuilder("A round: ").append(name.what()).append(".\n\n");
        final String missing = name.missing();
        if (!missing.isEmpty()) {
            progress.say(name.label() + " skipped: " + missing);
            return report.append("skipped: ").append(missing).append("\n\n").toString();
        }
        final int rounds = arguments.roundsOf(name);
        final Path parent = name.parent();
        final TemporaryFolder folder = TemporaryFolder.create(parent);
        final Supervisor supervisor = new Supervisor(Worker.class, name.patience(), name, folder.path(), arguments.keep(),
                arguments.seed(), rounds, progress);
        final Thread end = new Thread(() -> {
            supervisor.close();
            clear(folder, supervisor.result());
        });
        Runtime.getRuntime().addShutdownHook(end);
        final long start = System.nanoTime();
        final CampaignResult result;
        try {
            result = supervisor.run();
        } finally {
            supervisor.close();
            Runtime.getRuntime().removeShutdownHook(end);
        }
        final double seconds = (System.nanoTime() - start) / NS_PER_S;
        clear(folder, result);
        failed |= !result.failures().isEmpty();
        report.append(String.format(Locale.ROOT, "%,d rounds in %.0f s, seed %d: %s%n%n", rounds, seconds, arguments.seed(),
                result.failures().isEmpty() ? "no promise broken" : "**" + result.failures().size() + " failures**"));
        report.append(result.table()).append('\n');
        for (final String failure : result.failures().subList(0, Math.min(MAX_LISTED, result.failures().size()))) {
            report.append("    ").append(failure).append("\n\n");
        }
        return report.append(COLUMNS).toString();
    }

    private void clear(final TemporaryFolder folder, final CampaignResult result) {
        if (arguments.keep() || !result.failures().isEmpty()) {
            progress.say("files are kept in " + folder.path());
        } else {
            folder.close();
        }
    }
}
