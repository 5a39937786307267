package io.undercurrent.feeds.sim;

import io.undercurrent.codec.sbe.AlertSide;
import io.undercurrent.engine.feed.FeedException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The truth list as CSV with a header line: times in UTC nanoseconds, volumes in shares, the parts of a mixture as {@code A+B}. */
public final class TruthFile {
    /** The usual name of the file. */
    public static final String NAME = "truth.csv";

    private static final String HEADER =
            "start_ns,end_ns,symbol,kind,side,style,parts,programme,target_participation,executed_volume,total_volume";
    private static final int COLUMNS = 11;
    private static final String BETWEEN_PARTS = "+";

    private TruthFile() {
    }

    /** @throws FeedException the file can't be written */
    public static void write(final Path file, final List<Truth> truths) {
        final StringBuilder text = new StringBuilder(HEADER).append('\n');
        for (final Truth truth : truths) {
            text.append(truth.startNs()).append(',').append(truth.endNs()).append(',').append(truth.symbol()).append(',')
                    .append(truth.kind()).append(',').append(truth.side()).append(',').append(truth.style()).append(',')
                    .append(truth.parts().stream().map(Enum::name).collect(Collectors.joining(BETWEEN_PARTS))).append(',')
                    .append(truth.isProgramme()).append(',')
                    .append(truth.targetParticipation()).append(',').append(truth.executedVolume()).append(',')
                    .append(truth.totalVolume()).append('\n');
        }
        try {
            Files.writeString(file, text, StandardCharsets.US_ASCII);
        } catch (final IOException e) {
            throw new FeedException("truth file " + file + " can't be written: " + e.getMessage(), e);
        }
    }

    /** @throws FeedException the file can't be read or is not a truth file; names the line */
    public static List<Truth> read(final Path file) {
        final List<String> lines;
        try {
            lines = Files.readAllLines(file, StandardCharsets.US_ASCII);
        } catch (final IOException e) {
            throw new FeedException("truth file " + file + " can't be read: " + e.getMessage(), e);
        }
        if (lines.isEmpty() || !lines.getFirst().equals(HEADER)) {
            throw new FeedException(file + " is not a truth file: its first line must be " + HEADER);
        }
        final List<Truth> truths = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            truths.add(parse(file, i + 1, lines.get(i)));
        }
        return List.copyOf(truths);
    }

    private static Truth parse(final Path file, final int line, final String text) {
        final String[] parts = text.split(",", -1);
        try {
            if (parts.length != COLUMNS) {
                throw new IllegalArgumentException(parts.length + " columns instead of " + COLUMNS);
            }
            return new Truth(Long.parseLong(parts[0]), Long.parseLong(parts[1]), parts[2], EpisodeKind.valueOf(parts[3]),
                    AlertSide.valueOf(parts[4]), EpisodeStyle.valueOf(parts[5]), kinds(parts[6]), Double.parseDouble(parts[8]),
                    Long.parseLong(parts[9]), Long.parseLong(parts[10]));
        } catch (final IllegalArgumentException e) {
            throw new FeedException("truth file " + file + " line " + line + ": " + e.getMessage(), e);
        }
    }

    private static List<EpisodeKind> kinds(final String names) {
        return names.isEmpty() ? List.of() : Stream.of(names.split("\\" + BETWEEN_PARTS, -1)).map(EpisodeKind::valueOf).toList();
    }
}
