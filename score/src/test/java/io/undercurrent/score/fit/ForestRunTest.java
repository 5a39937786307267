package io.undercurrent.score.fit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.undercurrent.codec.Times;
import io.undercurrent.engine.config.Config;
import io.undercurrent.score.DayPool;
import io.undercurrent.signals.Forest;
import io.undercurrent.signals.ForestTree;
import io.undercurrent.signals.Signal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ForestRunTest {
    private static final int TREES = 8;

    @Test
    void forestsOfSimulatedDaysAskAboutWhatTheirProgrammesLeave() {
        final AtomicInteger done = new AtomicInteger();
        final Map<Signal, List<ForestTree>> forests = new ForestRun(Config.defaults(), new DayPool(2), (day, days) -> {
            done.incrementAndGet();
            assertEquals(9, days);
        }).fit(new Training(7_000, 7, 1, 0, 5 * 60 * Times.MINUTE_NS), 1, TREES);
        assertEquals(9, done.get());
        forests.forEach((signal, trees) -> assertEquals(TREES, trees.size(), signal.name()));
        assertAsks(forests.get(Signal.ABSORPTION), "answer");
        assertAsks(forests.get(Signal.CREEP), "small");
        assertAsks(forests.get(Signal.DARK_POOL), "midpoints");
        assertAsks(forests.get(Signal.SINKHOLE), "depth");
        assertAsks(forests.get(Signal.CONTRACTION), "matched");
    }

    private static void assertAsks(final List<ForestTree> trees, final String about) {
        final String asked = trees.stream().flatMapToInt(tree -> Arrays.stream(tree.inputs())).mapToObj(Forest.inputs()::get).distinct()
                .collect(Collectors.joining(" "));
        assertTrue(asked.contains(about), asked);
    }
}
