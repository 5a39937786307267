package io.undercurrent.feeds.sim;

import io.undercurrent.engine.feed.EventPublisher;
import io.undercurrent.engine.feed.Feed;
import io.undercurrent.feeds.profile.InstrumentProfile;
import io.undercurrent.feeds.profile.MarketProfile;
import io.undercurrent.feeds.profile.ProfileSlots;
import java.util.HashMap;
import java.util.Map;

/** Stylised facts of simulated days, averaged over them, by symbol and then by group, name and unit. */
final class Facts {
    private Facts() {
    }

    static Map<String, Map<String, Double>> of(final SimulatorOptions... days) {
        final Map<String, Map<String, Double>> means = new HashMap<>();
        for (final SimulatorOptions day : days) {
            final MarketProfile market = new MarketProfile();
            final EventPublisher out = new EventPublisher(new ProfileSlots(market), 1);
            try (SimulatorFeed feed = new SimulatorFeed(day)) {
                while (feed.poll(out, 1000) != Feed.DONE) {
                    // to the end
                }
            }
            for (final InstrumentProfile instrument : market.instruments()) {
                final Map<String, Double> sums = means.computeIfAbsent(instrument.symbol(), any -> new HashMap<>());
                instrument.facts().forEach(fact -> sums.merge(fact.group() + ": " + fact.name()
                        + (fact.unit().isEmpty() ? "" : ", " + fact.unit()), fact.value() / days.length, Double::sum));
            }
            means.computeIfAbsent("all", any -> new HashMap<>()).merge("events", (double) out.published() / days.length, Double::sum);
        }
        return means;
    }
}
