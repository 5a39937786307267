/**
 * IQFeed, protocol 6.2: level 1 trades and quotes, and market depth, as text lines. {@link IqfeedDecoder} knows nothing of files, so that it can
 * serve a socket too.
 */
package io.undercurrent.feeds.iqfeed;
