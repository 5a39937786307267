package io.undercurrent.score.fit;

/**
 * How a forest grows.
 *
 * @param trees of a forest
 * @param rate how much of its best answer each tree gives
 * @param ridge samples, by curvature, that each answer is held back by
 */
record BoostingOptions(int trees, double rate, double ridge) {
}
