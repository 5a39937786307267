package io.undercurrent.bench.campaign;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/**
 * Main of the process that runs a campaign's rounds: {@code NAME PARENT KEEP SEED FIRST ROUNDS}. It says what happens in lines, so that its
 * {@link Supervisor} sees a crash or a hang.
 */
final class Worker {
    static final String BEGIN = "begin\t";
    static final String ARM = "arm\t";
    static final String FAILED = "failed\t";
    static final String END = "end\t";
    static final String DONE = "done\t";

    private Worker() {
    }

    public static void main(final String[] arguments) throws IOException {
        ParentWatch.start();
        final CampaignName name = CampaignName.of(arguments[0]).orElseThrow();
        new CampaignRun(name, Path.of(arguments[1]), Boolean.parseBoolean(arguments[2]), new Lines())
                .run(Long.parseLong(arguments[3]), Integer.parseInt(arguments[4]), Integer.parseInt(arguments[5]));
        System.out.println(DONE);
    }

    /** Says each round on stdout. */
    private static final class Lines implements RoundListener {
        @Override
        public void begin(final int number) {
            System.out.println(BEGIN + number);
        }

        @Override
        public void end(final int number, final Round round) {
            final StringBuilder lines = new StringBuilder();
            for (final Map.Entry<String, Tally> arm : round.arms().entrySet()) {
                lines.append(ARM).append(arm.getKey()).append('\t').append(arm.getValue().line()).append('\n');
            }
            for (final String failure : round.failures()) {
                lines.append(FAILED).append(failure.replace('\n', ' ')).append('\n');
            }
            System.out.println(lines.append(END).append(number));
        }
    }
}
