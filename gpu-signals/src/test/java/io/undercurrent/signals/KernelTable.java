package io.undercurrent.signals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** {@code signal_table.cuh} as it has to be: what {@link SignalTable} and {@link Forest} say, for the kernels. */
final class KernelTable {
    private static final int MOST_PLUS = 4;
    private static final int COLUMN_BITS = 6;
    /** The last word of a staged row, always 0. */
    private static final int NO_COLUMN = 47;

    private final StringBuilder text = new StringBuilder();

    static String text() {
        return new KernelTable().write();
    }

    private String write() {
        line("// Layer: window. What the signals are made of: the measures of a window's entries, the features, the forests. Written from SignalTable.java");
        line("// and forests.txt by KernelTableTest of gpu-signals, which says how, and fails where this differs.");
        line("#pragma once");
        line("");
        line("// Which int64 of an entry is what, and where a window's arrays stand, in bytes.");
        line("enum {");
        constants();
        line("};");
        line("");
        forms();
        line("// Words of a row that make a measure, %d bits each: %d that add, one that subtracts.".formatted(COLUMN_BITS, MOST_PLUS));
        line("constexpr int NO_COLUMN = %d;".formatted(NO_COLUMN));
        line("constexpr unsigned NO_COLUMNS = %s;".formatted(columns(Sum.of())));
        line("__constant__ const unsigned MEASURE_COLUMNS[MEASURES] = {");
        SignalTable.measures().forEach(sum -> line("  %s, // %s".formatted(columns(sum), words(sum))));
        line("};");
        line("");
        line("struct FeatureEntry { int form; int rows; int above; int below; int lotsAbove; int onesAbove; int lotsBelow; int onesBelow; float least; };");
        line("__constant__ const FeatureEntry FEATURE[FEATURES] = {");
        SignalTable.slots().forEach(this::feature);
        line("};");
        line("");
        inputs();
        forests();
        return text.toString();
    }

    private void constants() {
        constant("MEASURES", SignalTable.measures().size());
        constant("MEASURE_VALID_MS", SignalTable.VALID_MS);
        constant("MEASURE_FLOW", SignalTable.FLOW);
        constant("MEASURE_TRADES", SignalTable.TRADES);
        constant("MEASURE_BUCKETS", CpuLayout.BUCKETS);
        constant("MEASURE_Y", CpuLayout.Y);
        constant("MEASURE_YY", CpuLayout.YY);
        constant("MEASURE_X", CpuLayout.X);
        constant("MEASURE_XX_HIGH", CpuLayout.XX_HIGH);
        constant("MEASURE_XX_LOW", CpuLayout.XX_LOW);
        constant("MEASURE_XY", CpuLayout.XY);
        constant("ENTRY", CpuLayout.ENTRY);
        constant("FINE_ENTRIES", CpuLayout.FINE_ENTRIES);
        constant("COARSE_ENTRIES", CpuLayout.COARSE_ENTRIES);
        constant("WINDOW_FINE", WindowLayout.WINDOW_FINE);
        constant("WINDOW_COARSE", WindowLayout.WINDOW_COARSE);
        constant("WINDOW_MID2", WindowLayout.WINDOW_MID2);
        constant("WINDOW_HEAD", WindowLayout.WINDOW_HEAD);
        constant("WINDOW_BYTES", WindowLayout.WINDOW_BYTES);
        constant("FEATURES", SignalTable.slots().size());
        constant("INPUTS", Forest.INPUTS.size());
        constant("QUESTIONS", ForestTree.DEPTH);
        constant("ANSWERS", ForestTree.ANSWERS);
    }

    private void forms() {
        line("enum { %s };".formatted(List.of(FeatureForm.values()).stream().map(form -> "FORM_" + form + " = " + form.ordinal())
            .collect(Collectors.joining(", "))));
        line("");
    }

    private void feature(final SignalTable.Slot slot) {
        line("  {FORM_%s, %d, %d, %d, %d, %d, %d, %d, %sf}, // %s".formatted(slot.kind().form(), slot.rows(), slot.above(), slot.below(),
            slot.plusAbove().lotsOver(slot.rows()), slot.plusAbove().ones(), slot.plusBelow().lotsOver(slot.rows()), slot.plusBelow().ones(),
            slot.kind().least(), slot.kind().label()));
    }

    private void inputs() {
        line("// What the trees ask about, as accumulation and as distribution has it.");
        line("struct InputEntry { int feature; bool negated; };");
        line("__constant__ const InputEntry INPUT[2 * INPUTS] = {");
        for (final SignalSide side : SignalSide.values()) {
            Forest.INPUTS.forEach(input -> line("  {%d, %s}, // %s".formatted(SignalTable.slot(input, side), input.negatedFor(side), input.label())));
        }
        line("};");
        line("");
    }

    private void forests() {
        line("// Log-odds from which a score begins, and where it is full.");
        line("constexpr float LEAST_EVIDENCE = %sf;".formatted(SignalFormulas.EVIDENCE.low()));
        line("constexpr float FULL_EVIDENCE = %sf;".formatted(SignalFormulas.EVIDENCE.high()));
        line("constexpr float ANSWER_ONE = %d.0f;".formatted(ForestTree.ONE));
        line("");
        final List<String> trees = new ArrayList<>();
        final List<String> forests = new ArrayList<>();
        for (final Signal signal : Signal.values()) {
            forests.add("  {%d, %d, %d}, // %s".formatted(signal.needs(), trees.size(), Forest.of(signal).trees().size(), signal));
            Forest.of(signal).trees().forEach(tree -> trees.add(tree(tree)));
        }
        line("// Three inputs, their borders, and what the eight answers add; the first question decides between the first and the last four.");
        line("struct TreeEntry { int input[QUESTIONS]; float border[QUESTIONS]; int answer[ANSWERS]; };");
        line("__device__ const TreeEntry TREE[%d] = {".formatted(Math.max(1, trees.size())));
        trees.forEach(this::line);
        line("};");
        line("");
        line("// Of each signal. needs: capabilities.");
        line("struct ForestEntry { int needs; int firstTree; int trees; };");
        line("__constant__ const ForestEntry FOREST[%d] = {".formatted(Signal.COUNT));
        forests.forEach(this::line);
        line("};");
        line("");
    }

    private static String tree(final ForestTree tree) {
        final StringBuilder borders = new StringBuilder();
        for (final float border : tree.borders()) {
            borders.append(borders.isEmpty() ? "" : ", ").append(border).append('f');
        }
        return "  {{%s}, {%s}, {%s}},".formatted(numbers(tree.inputs()), borders, numbers(tree.answers()));
    }

    private static String numbers(final int[] numbers) {
        return Arrays.stream(numbers).mapToObj(Integer::toString).collect(Collectors.joining(", "));
    }

    private static String columns(final Sum sum) {
        if (sum.plus().size() > MOST_PLUS || sum.minus().size() > 1) {
            throw new IllegalStateException(sum + " has more columns than a measure of the kernels");
        }
        int packed = 0;
        for (int c = 0; c < MOST_PLUS; c++) {
            packed |= (c < sum.plus().size() ? sum.plus().get(c).ordinal() : NO_COLUMN) << (COLUMN_BITS * c);
        }
        return "0x%08xu".formatted(packed | (sum.minus().isEmpty() ? NO_COLUMN : sum.minus().getFirst().ordinal()) << (COLUMN_BITS * MOST_PLUS));
    }

    private static String words(final Sum sum) {
        final String plus = sum.plus().stream().map(Enum::name).collect(Collectors.joining(" + "));
        return (plus.isEmpty() ? "nothing" : plus) + sum.minus().stream().map(column -> " - " + column).collect(Collectors.joining());
    }

    private void constant(final String name, final int value) {
        line("  %s = %d,".formatted(name, value));
    }

    private void line(final String line) {
        text.append(line).append('\n');
    }
}
