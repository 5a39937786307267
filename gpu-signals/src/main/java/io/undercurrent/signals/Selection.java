package io.undercurrent.signals;

/** Finds an element by its rank without sorting the others. */
final class Selection {
    private Selection() {
    }

    /** Element ⌊(n − 1)/2⌋ of the first {@code n} values in ascending order; reorders them. No NaN; {@code n} at least 1. */
    static float lowerMedian(final float[] values, final int n) {
        final int rank = (n - 1) / 2;
        int low = 0;
        int high = n - 1;
        while (low < high) {
            final float pivot = middle(values[low], values[(low + high) >>> 1], values[high]);
            int left = low - 1;
            int right = high + 1;
            while (true) {
                do {
                    left++;
                } while (values[left] < pivot);
                do {
                    right--;
                } while (values[right] > pivot);
                if (left >= right) {
                    break;
                }
                final float swapped = values[left];
                values[left] = values[right];
                values[right] = swapped;
            }
            if (rank <= right) {
                high = right;
            } else {
                low = right + 1;
            }
        }
        return values[rank];
    }

    private static float middle(final float a, final float b, final float c) {
        return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
    }
}
