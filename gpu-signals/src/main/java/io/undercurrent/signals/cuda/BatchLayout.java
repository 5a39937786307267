package io.undercurrent.signals.cuda;

import io.undercurrent.signals.RowLayout;

/**
 * Where the rows of some sweeps stand in a batch: a header, one group per instrument, the rows; int32 words, little endian. The kernels
 * have the same names in {@code window_layout.h}.
 */
final class BatchLayout {
    static final int HEADER_WORDS = 16;
    static final int HEADER_ROW_COUNT = 0;
    static final int HEADER_GROUP_COUNT = 1;
    /** int64. */
    static final int HEADER_SEQUENCE = 2;

    static final int GROUP_WORDS = 2;
    static final int GROUP_SLOT = 0;
    static final int GROUP_FIRST_ROW = 1;

    /** The columns that the signals read come first. */
    static final int ROW_WORDS = 48;
    /** Index of the same instrument's next row in the batch, or -1. */
    static final int ROW_NEXT = RowLayout.SIGNAL_COLUMNS;
    static final int ROW_FLAGS = ROW_NEXT + 1;
    /** Bit of {@link #ROW_FLAGS}: the window is emptied before the row. */
    static final int ROW_RESTART = 1;

    private BatchLayout() {
    }

    /** First word of the first row; a multiple of 64 bytes. */
    static int rowsAt(final int groupCapacity) {
        return HEADER_WORDS + (GROUP_WORDS * groupCapacity + 15) / 16 * 16;
    }

    static int words(final int groupCapacity, final int rowCapacity) {
        return rowsAt(groupCapacity) + ROW_WORDS * rowCapacity;
    }
}
