/**
 * A seeded market that says what is planted in it. What it is like beside recorded markets, and what is wrong with it, is in
 * {@code docs/simulator.md}.
 *
 * <p><b>The market.</b> Each instrument ({@code SimulatedInstrument}) has a fair value, a martingale that the common factor, own news and the
 * surprise in the aggressive flow move ({@code FairValue}, {@code PublicMemory}, {@code Resilience}); a book by order ({@code SimBook}); and
 * a Poisson race of adds, improvements, cancels, aggressive orders and off-exchange trades whose rates depend on queues, spread and fair
 * value ({@code OrderFlow}, {@code OrderPlacement}, {@code OrderLives}). Aggressive orders bring others ({@code TradeFlow}), and many belong to
 * large orders that ordinary traders work bit by bit ({@code LargeOrders}), so their signs have memory and the price has none. Activity, variance and
 * spread follow the curves of a day ({@code DayCurve}) and wander ({@code Activity}). Native icebergs, hidden orders and off-exchange prints
 * ({@code OffExchangeFlow}) are part of the clean market.
 *
 * <p><b>Episodes</b> ({@link io.undercurrent.feeds.sim.EpisodeKind}) are carried out by agents ({@code Agent}) through the same book, whose
 * flow the market answers as any other, and are measured against all volume of their interval ({@link io.undercurrent.feeds.sim.Truth}).
 * Troubles of the feed leave the market behind it as it is ({@code FeedTrouble}).
 *
 * <p><b>Determinism.</b> Everything is a function of {@link io.undercurrent.feeds.sim.SimulatorOptions}: an own generator, StrictMath, event
 * time only. Each instrument has its own random numbers, so an episode changes its own instrument from its start on and nothing else.
 */
package io.undercurrent.feeds.sim;
