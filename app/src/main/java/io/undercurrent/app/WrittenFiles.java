package io.undercurrent.app;

import io.undercurrent.feeds.WriterFormats;
import io.undercurrent.feeds.output.EventWriter;
import io.undercurrent.feeds.output.WriterFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** What commands that write recordings have in common. */
final class WrittenFiles {
    private WrittenFiles() {
    }

    /** The end of a command's help: formats and examples. */
    static String[] footer(final String... examples) {
        final List<String> lines = new ArrayList<>(List.of("", "Formats:"));
        WriterFormats.all().forEach(known -> lines.addAll(FormatHelp.lines(known.name(), known.help())));
        lines.addAll(List.of("", "Examples:"));
        lines.addAll(List.of(examples));
        return lines.toArray(String[]::new);
    }

    /** @throws CommandLine.ParameterException there is no such format */
    static WriterFormat format(final CommandSpec spec, final String name) {
        return WriterFormats.all().stream().filter(known -> known.name().equals(name)).findFirst()
                .orElseThrow(() -> new CommandLine.ParameterException(spec.commandLine(), "unknown format '" + name + "'; there are "
                        + WriterFormats.all().stream().map(WriterFormat::name).collect(Collectors.joining(", "))));
    }

    /** What was written, what was not, and how to read it back. */
    static void write(final Output out, final EventWriter writer, final long events) {
        RunSummary.line(out, "events", String.format(Locale.ROOT, "%,d", events));
        RunSummary.line(out, "left out", RunSummary.counts(writer.leftOut()));
        if (writer.replays().isEmpty()) {
            RunSummary.line(out, "written", "nothing");
        }
        String name = "read it back";
        for (final String replay : writer.replays()) {
            RunSummary.line(out, name, "undercurrent replay " + replay);
            name = "";
        }
    }
}
