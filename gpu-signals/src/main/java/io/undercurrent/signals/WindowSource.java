package io.undercurrent.signals;

import java.nio.ByteBuffer;

/** Gives windows away, so that a device can go on from them. */
@FunctionalInterface
public interface WindowSource {
    /**
     * Writes a slot's window as {@link WindowLayout} says.
     *
     * @param memory at least {@link WindowLayout#WINDOW_BYTES} from index 0
     * @return false: the slot has no rows, its window is all zeros, and nothing was written
     */
    boolean copyWindow(int slot, ByteBuffer memory);
}
