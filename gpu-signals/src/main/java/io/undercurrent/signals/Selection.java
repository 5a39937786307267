package io.undercurrent.signals;

/**
 * Finds an element by its rank without sorting the others. Which way an element goes is arithmetic and not a branch, since no processor
 * can predict it: with branches a baseline took 1.8 times as long.
 */
final class Selection {
    private Selection() {
    }

    /**
     * Element ⌊(n − 1)/2⌋ of the first {@code n} values in ascending order.
     *
     * @param values finite; overwritten
     * @param spare of the same length; overwritten
     * @param n at least 1
     */
    static float lowerMedian(final float[] values, final float[] spare, final int n) {
        final int rank = (n - 1) / 2;
        float[] source = values;
        float[] target = spare;
        int from = 0;
        int to = n;
        while (to - from > 1) {
            final float pivot = middle(source[from], source[(from + to) >>> 1], source[to - 1]);
            final int split = split(source, target, from, to, pivot);
            if (rank < split) {
                to = split;
            } else if (split > from) {
                from = split;
            } else {
                // Nothing is below the pivot: its equals come first.
                from += equals(source, from, to, pivot);
                if (rank < from) {
                    return pivot;
                }
                split(source, target, split, to, Math.nextUp(pivot));
            }
            final float[] swapped = source;
            source = target;
            target = swapped;
        }
        return source[from];
    }

    /** Copies what is below the pivot to the front of the range, in order, and the others to its end; returns where those begin. */
    private static int split(final float[] source, final float[] target, final int from, final int to, final float pivot) {
        int low = from;
        int high = to - 1;
        for (int i = from; i < to; i++) {
            final float x = source[i];
            final int below = Float.floatToRawIntBits(x - pivot) >>> 31;
            target[low] = x;
            target[high] = x;
            low += below;
            high -= 1 - below;
        }
        return low;
    }

    private static int equals(final float[] source, final int from, final int to, final float value) {
        int equal = 0;
        for (int i = from; i < to; i++) {
            equal += source[i] == value ? 1 : 0;
        }
        return equal;
    }

    private static float middle(final float a, final float b, final float c) {
        return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
    }
}
