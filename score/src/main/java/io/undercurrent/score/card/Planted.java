package io.undercurrent.score.card;

import io.undercurrent.score.Label;
import io.undercurrent.score.SymbolDay;

/** An episode and where it was planted. */
record Planted(SymbolDay day, Label label) {
}
