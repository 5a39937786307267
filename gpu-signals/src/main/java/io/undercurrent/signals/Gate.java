package io.undercurrent.signals;

/**
 * A condition of a score, as the reference saw it: the score is 0 where one of them blocks, and the more they let pass, the higher it is.
 * What makes a signal unavailable blocks too.
 *
 * @param name for people
 * @param rows its horizon; 0: it looks at the newest row alone
 * @param value what is asked about
 * @param needs what it has to be, in words
 * @param passes 0: blocks, 1: holds; between for conditions without an edge
 */
public record Gate(String name, int rows, float value, String needs, float passes) {
}
