package io.undercurrent.app;

import io.undercurrent.engine.row.Instrument;
import io.undercurrent.engine.row.MarketState;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/** The instruments of a journal by name. */
final class Symbols {
    private static final int SHOWN = 20;

    private Symbols() {
    }

    /** Throws {@link CommandException}, which names those there are, if the symbol is not among the instruments seen. */
    static void require(final MarketState market, final String symbol, final Path folder) {
        final List<String> known = IntStream.range(0, market.instruments()).mapToObj(market::instrument).map(Instrument::symbol)
                .distinct().sorted().toList();
        if (!known.contains(symbol)) {
            throw new CommandException("no instrument '" + symbol + "' in " + folder + "; there are "
                    + (known.isEmpty() ? "none" : String.join(", ", known.subList(0, Math.min(known.size(), SHOWN))))
                    + (known.size() > SHOWN ? " and " + (known.size() - SHOWN) + " more" : ""));
        }
    }
}
