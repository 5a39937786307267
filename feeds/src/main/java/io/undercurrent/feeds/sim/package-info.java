/**
 * A seeded market that says what is planted in it.
 *
 * <p><b>The model.</b> Each instrument has a fair value, a martingale that a common factor, own news and the surprise in the aggressive flow
 * move ({@code FairValue}); a book by order ({@code SimBook}); and a Poisson race of adds, improvements, cancels, aggressive orders and
 * off-exchange trades whose rates depend on queues, spread and fair value ({@code OrderFlow}, {@code OrderPlacement}), after the
 * queue-reactive model of Huang, Lehalle and Rosenbaum 2015. Aggressive orders excite each other; activity follows a mild U over the day and
 * wanders slowly ({@code Activity}). Native icebergs and hidden orders are part of the clean market. Episodes are carried out by agents
 * ({@code Agent}) through the same book, and are measured against all volume of their interval ({@link
 * io.undercurrent.feeds.sim.Truth}).
 *
 * <p><b>Determinism.</b> Everything is a function of {@link io.undercurrent.feeds.sim.SimulatorOptions}: an own generator, StrictMath, event
 * time only. Each instrument has its own random numbers, so an episode changes its own instrument from its start on and nothing else.
 *
 * <p><b>Known faults.</b> Wide names are too smooth: their variance over a second is 0.5 to 0.8 of what a minute suggests, where real mids
 * are nearer to 1. Spreads of one-tick names are too wide (1.4 ticks on average). Aggressive orders carry no long memory of sign beyond a
 * slow lean of minutes, and there are no metaorders in the clean market. Orders are not replaced, there is no auction, no halt, no
 * queue of pre-market orders; all instruments trade on one venue, whose volume is that of the whole tape. Off-exchange prints do not lead or
 * follow the price. The market reacts to a programme only through its orders and the effects written into the agent (drift, a held fair
 * value, calmed volatility, extra opposing orders), so a detector can learn the agent rather than the behaviour. Volatility does not cluster
 * beyond activity; news does not jump. Below 5 % absorption and sinkhole programmes may execute up to twice their share; the truth says what
 * they did.
 */
package io.undercurrent.feeds.sim;
