package io.undercurrent.signals;

/**
 * Something measured over the newest rows of a window and set against its own baseline, as the reference saw it. A feature that is not known
 * has z 0 and says nothing; its other numbers are NaN.
 *
 * @param name for people; {@code docs/signals.md} says what it measures
 * @param rows its horizon
 * @param value at the newest row
 * @param median of the baseline; 0 where there is none
 * @param scale that z counts in, the least scale and ε included; 1 where value and z are the same
 * @param z (value − median) / scale, clipped
 * @param points that the baseline has; 0 where there is none
 * @param evidence log-odds that would be missing if it were as usual (z 0) and all else as it is; such parts don't sum up
 */
public record Feature(String name, int rows, float value, float median, float scale, float z, int points, float evidence) {
    Feature explaining(final float logOdds) {
        return new Feature(name, rows, value, median, scale, z, points, logOdds);
    }
}
