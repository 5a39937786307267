/** Normalised events as files of the formats that the feeds read: of the simulator, or of a journal. */
package io.undercurrent.feeds.output;
