package io.undercurrent.app;

import java.io.PrintStream;

/**
 * What a command talks to.
 *
 * @param out results, and nothing else
 * @param err errors and progress
 * @param terminal whether {@code err} is a terminal, so that progress can be shown
 * @param stops how the process is asked to stop
 */
record Console(Output out, PrintStream err, boolean terminal, StopRequests stops) {
}
