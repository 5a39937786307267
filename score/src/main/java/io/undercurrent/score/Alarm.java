package io.undercurrent.score;

import io.undercurrent.signals.Signal;
import io.undercurrent.signals.SignalSide;

/**
 * An alert that the rules raise.
 *
 * @param timeNs end of the row that raises it, UTC
 * @param leading the signal that leads in that row; of a tape that does not know it, the first one
 */
public record Alarm(long timeNs, SignalSide side, Signal leading) {
}
