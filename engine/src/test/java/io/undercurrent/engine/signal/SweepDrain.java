package io.undercurrent.engine.signal;

import io.undercurrent.signals.RowLayout;
import java.util.ArrayList;
import java.util.List;

/** Takes the filled sweeps of a queue, in place of a {@link SignalAgent}. */
public final class SweepDrain {
    private SweepDrain() {
    }

    /** What each says: its time, its last event, and every value of its rows. */
    public static List<String> drain(final SweepQueue sweeps) {
        final List<String> drained = new ArrayList<>();
        while (sweeps.peekFilled() != null) {
            final var rows = sweeps.peekFilled().rows();
            final StringBuilder text = new StringBuilder().append(rows.closeNs()).append(' ').append(rows.asOfSequence());
            for (int i = 0; i < rows.count(); i++) {
                for (int column = 0; column < RowLayout.COLUMNS; column++) {
                    text.append(' ').append(rows.value(i, column));
                }
            }
            drained.add(text.toString());
            sweeps.offered();
            sweeps.release();
        }
        return drained;
    }
}
