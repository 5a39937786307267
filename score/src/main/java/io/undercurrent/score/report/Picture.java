package io.undercurrent.score.report;

import io.undercurrent.signals.Signal;
import java.util.List;
import java.util.Map;

/**
 * An example as it is drawn: columns at equal distances in time. Prices in the instrument's currency, times in seconds since the session's
 * midnight in UTC; what is not known is NaN.
 *
 * @param times end of each column
 * @param lowestPrice of the lowest price cell
 * @param cellPrice height of a price cell
 * @param cells of the book: column, price cell, size; sizes below 0 are offers
 * @param signals averaged scores of the side
 * @param net net log-odds of the side
 * @param otherNet of the other side
 */
record Picture(
        Example.Category category, String title, String symbol, long seed, String side, List<Long> times, List<Double> bid,
        List<Double> ask, double lowestPrice, double cellPrice, List<Integer> cells, Map<Signal, List<Float>> signals, List<Float> net,
        List<Float> otherNet, List<Span> truth, List<Mark> alarms) {

    /** An episode. */
    record Span(String kind, String side, boolean programme, long from, long to, double participation) {
    }

    /** An alarm at the drawn threshold. */
    record Mark(long time, String side, String leading) {
    }
}
