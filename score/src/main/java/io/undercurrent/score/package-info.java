/** Labelled days through the engine's own rows, signals, composite and alert rules, kept as what a scorecard needs. */
package io.undercurrent.score;
