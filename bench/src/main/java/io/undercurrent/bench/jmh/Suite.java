package io.undercurrent.bench.jmh;

import io.undercurrent.bench.Machine;
import io.undercurrent.bench.Report;
import java.util.Collection;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;

/**
 * Runs the JMH benchmarks and writes one table. Takes JMH's own arguments: {@code Book}, {@code -f 1 -wi 1 -i 1}, {@code -p kind=TOP}. Forks
 * get the JVM arguments of this process.
 */
public final class Suite {
    private Suite() {
    }

    public static void main(final String[] arguments) throws CommandLineOptionException, RunnerException {
        final String load = Machine.load();
        final CommandLineOptions options = new CommandLineOptions(arguments);
        final Collection<RunResult> results = new Runner(options).run();
        Report.write("jmh", Machine.heading("Benchmarks of the stages", load) + new ResultTable(results).markdown());
    }
}
