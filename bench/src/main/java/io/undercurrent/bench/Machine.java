package io.undercurrent.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a figure was measured on, as Markdown. Says nothing that names a host or a user. */
public final class Machine {
    private Machine() {
    }

    /** A heading with command, date and machine; each report begins with it. */
    public static String heading(final String title, final String loadBefore) {
        return "# " + title + "\n\n"
                + "| | |\n|---|---|\n"
                + row("command", "`" + System.getProperty("bench.command", "scripts/bench") + "`")
                + row("date", LocalDate.now(ZoneOffset.UTC).toString())
                + row("processors", Runtime.getRuntime().availableProcessors() + " × " + field("/proc/cpuinfo", "model name").orElse("unknown"))
                + row("memory", memory())
                + row("JVM", System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version") + ", " + options())
                + row("kernel", System.getProperty("os.name") + " " + System.getProperty("os.version"))
                + row("load, 1 min average", loadBefore + " before, " + load() + " after, this run's own threads included")
                + "\n";
    }

    private static String row(final String name, final String value) {
        return "| " + name + " | " + value + " |\n";
    }

    /** Processes that ran or wanted to, on average over the last minute. */
    public static String load() {
        return first(Path.of("/proc/loadavg")).map(line -> line.split(" ", -1)[0]).orElse("unknown");
    }

    private static String options() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments().stream().filter(argument -> argument.startsWith("-X"))
                .collect(Collectors.joining(" "));
    }

    private static String memory() {
        return field("/proc/meminfo", "MemTotal").map(total -> total.replaceAll("[^0-9]", ""))
                .map(kib -> Long.parseLong(kib) / (1 << 20) + " GiB").orElse("unknown");
    }

    private static Optional<String> first(final Path file) {
        return lines(file).stream().findFirst();
    }

    private static Optional<String> field(final String file, final String name) {
        return lines(Path.of(file)).stream().filter(line -> line.startsWith(name)).findFirst()
                .map(line -> line.substring(line.indexOf(':') + 1).strip());
    }

    private static List<String> lines(final Path file) {
        try {
            return Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (final IOException e) {
            return List.of();
        }
    }
}
