package io.undercurrent.engine.signal;

/** Where one side of one instrument stands with its {@link AlertRules}. One thread. */
public final class AlertState {
    /** What a row changed. */
    public enum Change { NONE, RAISED, CLEARED }

    private static final long NEVER = Long.MIN_VALUE;

    private long aboveSinceNs = NEVER;
    private long quietUntilNs = NEVER;
    private boolean active;

    /** A new window: an alert that was active is forgotten, its evidence is gone. */
    public void restart() {
        aboveSinceNs = NEVER;
        quietUntilNs = NEVER;
        active = false;
    }

    /**
     * Takes in the next row.
     *
     * @param closeNs the row's end
     * @param rowNs its length
     * @param netLogOdds what {@link AlertRules#judged} makes of the evidence; NaN: nothing is available
     */
    public Change onRow(final AlertRules rules, final long closeNs, final long rowNs, final float netLogOdds) {
        if (active) {
            if (netLogOdds >= rules.clearBelow()) {
                return Change.NONE;
            }
            active = false;
            aboveSinceNs = NEVER;
            quietUntilNs = closeNs + rules.cooldownNs();
            return Change.CLEARED;
        }
        if (!(netLogOdds > rules.threshold())) {
            aboveSinceNs = NEVER;
            return Change.NONE;
        }
        if (aboveSinceNs == NEVER) {
            aboveSinceNs = closeNs - rowNs;
        }
        if (closeNs - aboveSinceNs < rules.holdNs() || closeNs < quietUntilNs) {
            return Change.NONE;
        }
        active = true;
        return Change.RAISED;
    }
}
