package io.undercurrent.app;

import picocli.CommandLine.Command;

/** Commands that only hold others. */
final class CommandGroups {
    private CommandGroups() {
    }

    /** Of alerts. */
    @Command(name = "alerts", header = "Alerts of a journal: tail.", footerHeading = "%nExample:%n",
            footer = "  undercurrent alerts tail data/journal/day")
    static final class Alerts {
    }

    /** Of books. */
    @Command(name = "books", header = "Books of a journal: dump, anomalies.", footerHeading = "%nExamples:%n",
            footer = {"  undercurrent books dump data/journal/day --symbol AAPL", "  undercurrent books anomalies data/journal/day"})
    static final class Books {
    }

    /** Of signals. */
    @Command(name = "signals", header = "Signals of a journal: dump.", footerHeading = "%nExample:%n",
            footer = "  undercurrent signals dump data/journal/day --symbol AAPL")
    static final class Signals {
    }

    /** Of the journal itself. */
    @Command(name = "journal", header = "The journal itself: ls, verify, dump, prune, tailers, export.", footerHeading = "%nExample:%n",
            footer = "  undercurrent journal verify data/journal/day")
    static final class Journal {
    }

    /** Of the GPU. */
    @Command(name = "gpu", header = "The GPU: probe, check, time.", footerHeading = "%nExamples:%n",
            footer = {"  undercurrent gpu probe", "  undercurrent gpu check"})
    static final class Gpu {
    }
}
