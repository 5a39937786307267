package io.undercurrent.app;

/**
 * What computed the signals of a run.
 *
 * @param reason why this one, in one line; empty: it was asked for
 * @param problem why the GPU was given up during the run, in one line; empty: it was not
 */
record RunBackend(String name, String reason, String problem) {
    void writeText(final Output out) {
        RunSummary.line(out, "signals", reason.isEmpty() ? name : name + " (" + reason + ")");
        if (!problem.isEmpty()) {
            RunSummary.line(out, "notice", "the GPU was given up and the CPU went on, with the same results: " + problem);
        }
    }

    /** Within the object that is open. */
    void writeJson(final Json json) {
        json.text("backend", name).text("backendReason", reason).text("backendProblem", problem);
    }
}
