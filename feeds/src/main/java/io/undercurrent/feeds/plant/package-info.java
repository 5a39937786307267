/**
 * Programmes planted into recorded days. {@link io.undercurrent.feeds.plant.PlantedFeed} passes a recording on as it is and puts the events of
 * programmes between its own: each event goes from the recording's decoder through {@code Planter}, which first lets what is due before it
 * happen, to the publisher.
 * <pre>
 * recording ──▶ Planter ──▶ PlantedInstrument ─┬─▶ Recorded: its book and prints, without what is planted
 *                  ▲                            ├─▶ Running: one episode ──▶ Programme ──▶ Desk ─┬─▶ OwnOrders, TopQuote, Prints
 *               Timers                          └─▶ makes own orders give way                    └─▶ PlantedTape ──▶ publisher
 * </pre>
 */
package io.undercurrent.feeds.plant;
