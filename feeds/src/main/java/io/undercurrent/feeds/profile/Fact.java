package io.undercurrent.feeds.profile;

/**
 * One measured number.
 *
 * @param group what it belongs to, such as {@code spread}
 * @param name unique within its group
 * @param unit empty for a pure number
 * @param value NaN: these events do not tell
 */
public record Fact(String group, String name, String unit, double value) {
}
