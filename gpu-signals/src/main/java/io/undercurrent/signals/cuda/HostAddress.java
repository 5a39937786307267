package io.undercurrent.signals.cuda;

import java.lang.foreign.MemorySegment;
import jcuda.Pointer;

/** JCuda's pointer to off-heap memory, made once: its own to a buffer is made, and collected, at every call. */
final class HostAddress extends Pointer {
    HostAddress(final MemorySegment segment) {
        super(segment.address());
    }
}
