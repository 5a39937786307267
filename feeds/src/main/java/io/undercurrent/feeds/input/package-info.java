/** Recorded files as streams of lines: plain, gzip and zip, of any size, read through fixed buffers. */
package io.undercurrent.feeds.input;
