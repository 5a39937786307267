package io.undercurrent.app;

/** How results are written. */
enum Format {
    /** For people. */
    TEXT,
    /** For machines: objects, one a line. */
    JSON
}
