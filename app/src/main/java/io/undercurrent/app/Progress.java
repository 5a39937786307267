package io.undercurrent.app;

import java.io.PrintStream;

/** One line on a terminal that is written over again and again; nothing at all where there is no terminal. One thread. */
final class Progress {
    private static final String CLEAR = "\r\u001b[K";

    private final PrintStream err;
    private final boolean terminal;
    private boolean shown;

    Progress(final Console console) {
        err = console.err();
        terminal = console.terminal();
    }

    boolean wanted() {
        return terminal;
    }

    void show(final String line) {
        if (terminal) {
            err.print(CLEAR + line);
            err.flush();
            shown = true;
        }
    }

    /** Takes the line away. */
    void clear() {
        if (shown) {
            err.print(CLEAR);
            err.flush();
            shown = false;
        }
    }
}
