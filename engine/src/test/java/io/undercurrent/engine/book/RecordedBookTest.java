package io.undercurrent.engine.book;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.undercurrent.codec.Decimals;
import io.undercurrent.codec.sbe.BookKind;
import io.undercurrent.codec.sbe.Side;
import io.undercurrent.engine.feed.EventPublisher;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** A whole recorded day of a Nasdaq name, by order, against the ten levels that the vendor recorded beside it. */
class RecordedBookTest {
    private static final int FIRST_LEVEL = 14;

    @Test
    void reproducesEveryRecordedRowOfTenLevels() throws IOException {
        final Path folder = recordings().resolve("xnas_mbo");
        final Path events = folder.resolve("ARL_xnas-itch_20250717_mbo.csv.gz");
        Assumptions.assumeTrue(Files.exists(events), "recorded data is not on this machine: ../shared/data/xnas_mbo");
        final List<String[]> changes = new ArrayList<>();
        final Book book = new Book(BookKind.BY_ORDER);
        final long[] refused = {0};
        final String[] line = {""};
        final EventPublisher out = new EventPublisher(new DirectSlots((buffer, at) -> {
            final BookOutcome outcome = book.apply(buffer, at);
            refused[0] += outcome == BookOutcome.APPLIED || outcome == BookOutcome.IGNORED ? 0 : 1;
            // the recording has a row for each event but those that leave the book as it is or touch deeper levels only
            if (book.visibleChanged()) {
                changes.add(row(book, line[0]));
            }
        }), 1);
        for (final String text : lines(events)) {
            line[0] = text.split(",", -1)[13];
            MboCsvReplay.publish(out, text);
        }
        assertEquals(0, refused[0]);

        final Deque<String[]> ours = new ArrayDeque<>(changes);
        String[] now = row(new Book(BookKind.BY_ORDER), "0");
        int exact = 0;
        for (final String text : lines(folder.resolve("ARL_xnas-itch_20250717_mbp-10_expected.csv.gz"))) {
            final String[] expected = expected(text);
            if ("R".equals(text.split(",", -1)[6])) {
                continue;
            }
            if (!List.of(expected).subList(1, expected.length).equals(List.of(now).subList(1, now.length))) {
                now = ours.removeFirst();
            }
            assertEquals(List.of(expected), withSequence(now, expected[0]), "after " + exact + " exact rows");
            exact++;
        }
        assertEquals(3_927, exact);
        assertEquals(0, ours.size());
    }

    /** The row with a sequence at most the given one. */
    private static List<String> withSequence(final String[] row, final String sequence) {
        assertTrue(Long.parseLong(row[0]) <= Long.parseLong(sequence), row[0] + " comes after " + sequence);
        final List<String> values = new ArrayList<>(List.of(row));
        values.set(0, sequence);
        return values;
    }

    private static String[] row(final BookView book, final String sequence) {
        final List<String> row = new ArrayList<>();
        row.add(sequence);
        for (int level = 0; level < BookView.VISIBLE_LEVELS; level++) {
            for (final Side side : List.of(Side.BID, Side.ASK)) {
                final boolean empty = book.size(side, level) == 0;
                row.add(empty ? "" : Decimals.format(book.price(side, level)));
                row.add(Decimals.format(book.size(side, level)));
                row.add(Integer.toString(book.orderCount(side, level)));
            }
        }
        return row.toArray(new String[0]);
    }

    private static String[] expected(final String text) {
        final String[] field = text.split(",", -1);
        final String[] row = new String[1 + 6 * BookView.VISIBLE_LEVELS];
        row[0] = field[13];
        for (int i = 1; i < row.length; i++) {
            final String value = field[FIRST_LEVEL + i - 1];
            row[i] = value.isEmpty() ? "" : Decimals.format(Decimals.parse(value));
        }
        return row;
    }

    private static List<String> lines(final Path path) throws IOException {
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(path)), StandardCharsets.US_ASCII))) {
            return reader.lines().skip(1).toList();
        }
    }

    /** The folder beside the project's root, which is the one that holds jvm.args. */
    private static Path recordings() {
        Path at = Path.of("").toAbsolutePath();
        while (at.getParent() != null && !Files.exists(at.resolve("jvm.args"))) {
            at = at.getParent();
        }
        return at.resolveSibling("shared").resolve("data");
    }
}
