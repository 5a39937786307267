package io.undercurrent.feeds.plant;

import io.undercurrent.codec.Capability;
import io.undercurrent.feeds.sim.Episode;
import io.undercurrent.feeds.sim.EpisodeKind;
import io.undercurrent.feeds.sim.EpisodeStyle;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Which programmes a recording of an instrument can carry, by what it has shown so far. */
final class Carried {
    /** Below, there is as a rule no price between the best bid and the best offer. */
    private static final double ROOM_TICKS = 1.5;

    private Carried() {
    }

    /** Kinds that can be planted, but for mixtures. */
    static List<EpisodeKind> kinds(final Recorded recorded) {
        return Stream.of(EpisodeKind.values()).filter(kind -> kind.signal().isPresent() && obstacle(recorded, kind).isEmpty()).toList();
    }

    /** Styles of absorption that can be planted. */
    static List<EpisodeStyle> styles(final Recorded recorded) {
        return recorded.isTop() ? List.of(EpisodeStyle.NON_DISPLAYED)
                : List.of(EpisodeStyle.NATIVE_ICEBERG, EpisodeStyle.SYNTHETIC_REFILL, EpisodeStyle.NON_DISPLAYED);
    }

    /** Why an episode can't be planted; empty: it can. */
    static Optional<String> obstacle(final Recorded recorded, final Episode episode) {
        if (episode.style() != EpisodeStyle.NONE && !styles(recorded).contains(episode.style())) {
            return Optional.of("only the best quote is recorded: an order of the style " + episode.style() + " can't be shown");
        }
        return parts(episode).stream().flatMap(kind -> obstacle(recorded, kind).stream()).findFirst();
    }

    /** The kinds that are carried out: its parts, or itself. */
    static List<EpisodeKind> parts(final Episode episode) {
        return episode.parts().isEmpty() ? List.of(episode.kind()) : episode.parts();
    }

    private static Optional<String> obstacle(final Recorded recorded, final EpisodeKind kind) {
        final boolean room = recorded.meanSpread() >= ROOM_TICKS;
        return switch (kind) {
            case SINKHOLE -> recorded.can(Capability.DEPTH) && !recorded.isTop() ? Optional.empty()
                    : Optional.of("only the best quote is recorded: layers can't be shown");
            case CONTRACTION -> room ? Optional.empty() : Optional.of("the spread is one tick: there is no price inside it");
            case DARK_POOL -> !recorded.can(Capability.OFF_EXCHANGE) ? Optional.of("the recording has no off-exchange prints")
                    : room || recorded.hasFinePrints() ? Optional.empty()
                    : Optional.of("the spread is one tick, and off-exchange prints are recorded in whole ticks: none can be at the midpoint");
            default -> Optional.empty();
        };
    }
}
