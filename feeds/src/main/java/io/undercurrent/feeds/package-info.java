/** Adapters from the outside: each source of market data behind the engine's port {@code Feed}. */
package io.undercurrent.feeds;
