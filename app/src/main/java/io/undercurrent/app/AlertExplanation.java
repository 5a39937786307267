package io.undercurrent.app;

import io.undercurrent.engine.row.Instrument;
import io.undercurrent.engine.signal.AlertRules;
import io.undercurrent.signals.Explanation;
import java.util.List;

/**
 * An alert and what it rests on, made again from the events.
 *
 * @param instrument as it was then
 * @param firstSequence of the events that were read, up to the alert's {@code asOfSequence}
 * @param rowMs interval of a row in milliseconds
 * @param own evidence of the alert's side
 * @param other evidence of the other side
 * @param aboveSinceNs since when the net log-odds are above the threshold; 0: they are not
 * @param signals of the alert's side
 * @param rows the newest, oldest first
 */
record AlertExplanation(
        Alert alert, Instrument instrument, long firstSequence, int rowMs, AlertRules rules, SideEvidence own, SideEvidence other,
        long aboveSinceNs, List<Explanation> signals, List<WindowRow> rows) {
    AlertExplanation {
        signals = List.copyOf(signals);
        rows = List.copyOf(rows);
    }
}
