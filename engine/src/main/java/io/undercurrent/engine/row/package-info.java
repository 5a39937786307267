/**
 * Rows: what happened to an instrument in one interval of event time, as columns of integers, from its events in order. The rules are
 * those of the design's "Rows"; each class has one of them. Nothing here starts a thread, reads a clock or depends on how events came in
 * batches.
 */
package io.undercurrent.engine.row;
