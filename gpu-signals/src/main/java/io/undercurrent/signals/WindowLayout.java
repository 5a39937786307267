package io.undercurrent.signals;

/**
 * Where a slot's window stands in device memory, in bytes: the arrays of the CPU's window, then a head. A window of zeros is an empty
 * one. The kernels have the same names in {@code signal_table.cuh} and {@code window_layout.h}.
 */
public final class WindowLayout {
    public static final int WINDOW_FINE = 0;
    public static final int WINDOW_COARSE = WINDOW_FINE + CpuLayout.FINE_ENTRIES * CpuLayout.ENTRY * Long.BYTES;
    public static final int WINDOW_MID2 = WINDOW_COARSE + CpuLayout.COARSE_ENTRIES * CpuLayout.ENTRY * Long.BYTES;
    public static final int WINDOW_HEAD = WINDOW_MID2 + CpuLayout.FINE_ENTRIES * Integer.BYTES;
    /** What a device keeps of a feature's baseline. */
    private static final int USUAL_BYTES = 3 * Float.BYTES;
    /** Room for the head; behind {@link #HEAD_AS_OF} it is the device's own. */
    private static final int HEAD_BYTES = 32 + SignalTable.slots().size() * USUAL_BYTES + Integer.BYTES;
    private static final int ALIGNMENT = 256;
    public static final int WINDOW_BYTES = (WINDOW_HEAD + HEAD_BYTES + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;

    /** From {@link #WINDOW_HEAD}: int64, rows since the restart. */
    public static final int HEAD_ROWS = 0;
    /** int32. */
    public static final int HEAD_CAPABILITIES = 8;
    /** int32. */
    public static final int HEAD_LOT = 12;
    /** int64. */
    public static final int HEAD_CLIPPED = 16;
    /** int64: the number of coarse rows that the device's baseline knows. */
    public static final int HEAD_AS_OF = 24;
    /** {@link #HEAD_AS_OF} of a window that has none. */
    public static final long NO_BASELINE = -1;

    private WindowLayout() {
    }
}
