package io.undercurrent.bench.campaign;

/** @param what kind of damage it is, a line of the table */
record Damaged(Image image, String what) {
}
