package io.undercurrent.signals;

/**
 * Three questions, the same whatever the answers, and what each of their eight answers adds to the evidence. A question is whether an input
 * is above a border; the first decides between the first and the last four answers, and so on.
 */
public final class ForestTree {
    public static final int DEPTH = 3;
    public static final int ANSWERS = 1 << DEPTH;
    /** Answers are counted in so many parts of log-odds: whole numbers, whose sum depends on no order. */
    public static final int ONE = 4096;

    private final int[] inputs;
    private final float[] borders;
    private final int[] answers;

    /**
     * @param inputs indices into {@link Forest#inputs}, {@value #DEPTH} of them
     * @param borders of z
     * @param answers {@value #ANSWERS}, in 1/{@value #ONE}
     */
    public ForestTree(final int[] inputs, final float[] borders, final int[] answers) {
        this.inputs = inputs.clone();
        this.borders = borders.clone();
        this.answers = answers.clone();
    }

    public int[] inputs() {
        return inputs.clone();
    }

    public float[] borders() {
        return borders.clone();
    }

    public int[] answers() {
        return answers.clone();
    }
}
