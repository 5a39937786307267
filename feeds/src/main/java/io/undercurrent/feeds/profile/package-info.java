/** Stylised facts of a market, measured the same way on recorded and on simulated events. */
package io.undercurrent.feeds.profile;
