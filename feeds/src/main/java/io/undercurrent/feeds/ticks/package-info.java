/** US consolidated trade and quote ticks, as csv in zip files. */
package io.undercurrent.feeds.ticks;
