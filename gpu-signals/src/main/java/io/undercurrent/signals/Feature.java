package io.undercurrent.signals;

/**
 * Something measured over the newest rows of a window and set against its own baseline, as the reference saw it. What is not known is NaN.
 *
 * @param name for people; {@code docs/signals.md} says what it measures
 * @param rows its horizon
 * @param value at the newest row; most features are log2 of a ratio
 * @param median of the baseline
 * @param scale that z counts in, the least scale and ε included
 * @param z (value − median) / scale, clipped
 * @param points that the baseline has
 * @param weight factor of z where features are summed; NaN: they are not
 * @param use what becomes of z
 */
public record Feature(
        String name, int rows, float value, float median, float scale, float z, int points, float weight, String use) {
}
