package io.undercurrent.bench.campaign;

/** Tells on stderr how far the rounds are; on a terminal only. One thread. */
final class Progress {
    private static final long STEP_NS = 200_000_000;

    private final boolean terminal;
    private long shownNs = System.nanoTime() - STEP_NS;

    Progress(final boolean terminal) {
        this.terminal = terminal;
    }

    void show(final String name, final int done, final int rounds, final int failures) {
        final long now = System.nanoTime();
        if (terminal && (now - shownNs >= STEP_NS || done == rounds)) {
            shownNs = now;
            System.err.print("\r\u001b[K" + name + " " + done + " of " + rounds + (failures > 0 ? ", failures " + failures : "")
                    + (done == rounds ? "\r\u001b[K" : ""));
        }
    }

    /** A line that stays. */
    void say(final String line) {
        System.err.println((terminal ? "\r\u001b[K" : "") + line);
    }
}
