package io.undercurrent.score.card;

import io.undercurrent.feeds.sim.EpisodeKind;
import io.undercurrent.feeds.sim.EpisodeStyle;
import io.undercurrent.score.Label;
import io.undercurrent.score.Measure;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Episodes that are counted together. */
record Group(String name, Predicate<Label> which) {
    /** Every programme. */
    static final Group ALL = new Group(MeasureScore.ALL_KINDS, Label::isProgramme);

    static Group of(final EpisodeKind kind) {
        return new Group(kind.name(), label -> label.kind() == kind);
    }

    /** The programmes that a measure is for: those of a signal's own kind, all for every other measure. */
    static Group of(final Measure measure) {
        return measure.signal().isPresent() ? of(EpisodeKind.valueOf(measure.name())) : ALL;
    }

    /** The kinds of programmes, absorption by style as well. */
    static List<Group> programmes() {
        final List<Group> groups = new ArrayList<>();
        for (final EpisodeKind kind : EpisodeKind.values()) {
            if (kind.isProgramme()) {
                groups.add(of(kind));
            }
            if (kind == EpisodeKind.ABSORPTION) {
                for (final EpisodeStyle style : EpisodeStyle.values()) {
                    groups.add(new Group(kind + " " + style, label -> label.kind() == kind && label.style() == style));
                }
            }
        }
        return groups;
    }

    /** The kinds of a market that looks like accumulation. */
    static List<Group> confounders() {
        return Stream.of(EpisodeKind.values()).filter(EpisodeKind::isConfounder).map(Group::of).toList();
    }

    /** The kinds of feeds out of order. */
    static List<Group> troubles() {
        return Stream.of(EpisodeKind.values()).filter(EpisodeKind::isTrouble).map(Group::of).toList();
    }
}
