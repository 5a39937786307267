package io.undercurrent.signals;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MirrorTest {
    private static final Map<String, String> WORDS = Map.of("BID", "ASK", "ASK", "BID", "BUY", "SELL", "SELL", "BUY");

    @ParameterizedTest
    @EnumSource
    void distributionReadsTheColumnOfTheOtherSideWhateverItIsNamedAfter(final RowColumn column) {
        final String other = Arrays.stream(column.name().split("_")).map(w -> WORDS.getOrDefault(w, w)).collect(Collectors.joining("_"));
        assertEquals(other, Mirror.column(SignalSide.DISTRIBUTION, column).name());
        assertEquals(column, Mirror.column(SignalSide.ACCUMULATION, column));
    }
}
