package io.undercurrent.feeds.ticks;

import io.undercurrent.codec.Events;
import io.undercurrent.codec.TradeFlag;
import io.undercurrent.codec.sbe.FeedCondition;
import io.undercurrent.codec.sbe.FeedStateDecoder;
import io.undercurrent.codec.sbe.GapDecoder;
import io.undercurrent.codec.sbe.InstrumentDefinitionDecoder;
import io.undercurrent.codec.sbe.MessageHeaderDecoder;
import io.undercurrent.codec.sbe.RejectedDecoder;
import io.undercurrent.codec.sbe.TradeDecoder;
import io.undercurrent.codec.sbe.TradingStatusDecoder;
import io.undercurrent.feeds.output.EventWriter;
import io.undercurrent.feeds.output.LeftOut;
import io.undercurrent.feeds.output.Print;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.agrona.DirectBuffer;

/**
 * Writes US consolidated ticks: for each stock and day a zip of trades and one of best quotes. They can't say: what stands behind the best
 * price, aggressors, hidden executions (which become ordinary prints), sessions and trading status, packets, and the order of a trade and a
 * quote of the same time. Books of any kind will do. One thread.
 */
public final class UsTicksWriter implements EventWriter {
    private final Path folder;
    private final Optional<String> onlySymbol;
    private final LeftOut leftOut = new LeftOut();
    private final Map<Integer, TickFiles> byId = new HashMap<>();
    private final Map<String, TickFiles> bySymbol = new LinkedHashMap<>();

    private UsTicksWriter(final Path folder, final Optional<String> onlySymbol) {
        this.folder = folder;
        this.onlySymbol = onlySymbol;
    }

    /** @throws io.undercurrent.engine.feed.FeedException as soon as a file is there already, or can't be written */
    public static EventWriter open(final Path folder, final Optional<String> onlySymbol) {
        return new UsTicksWriter(folder, onlySymbol);
    }

    @Override
    public void onEvent(final DirectBuffer buffer, final int offset) {
        switch (Events.templateId(buffer, offset)) {
            case InstrumentDefinitionDecoder.TEMPLATE_ID -> define(buffer, offset);
            case FeedStateDecoder.TEMPLATE_ID -> {
                if (new FeedStateDecoder().wrapAndApplyHeader(buffer, offset, new MessageHeaderDecoder()).condition()
                        == FeedCondition.CONNECTED) {
                    byId.clear();
                }
            }
            case RejectedDecoder.TEMPLATE_ID -> leftOut.add(LeftOut.What.REJECTED);
            case GapDecoder.TEMPLATE_ID -> leftOut.add(LeftOut.What.GAP);
            default -> {
                final TickFiles files = byId.get(Events.instrumentId(buffer, offset));
                if (files != null) {
                    onInstrument(files, buffer, offset);
                }
            }
        }
    }

    private void define(final DirectBuffer buffer, final int offset) {
        final InstrumentDefinitionDecoder definition =
                new InstrumentDefinitionDecoder().wrapAndApplyHeader(buffer, offset, new MessageHeaderDecoder());
        final String symbol = definition.symbol();
        if (onlySymbol.isEmpty() || onlySymbol.get().equals(symbol)) {
            final TickFiles files = bySymbol.computeIfAbsent(symbol, name -> new TickFiles(folder, name));
            if (byId.put(Events.instrumentId(buffer, offset), files) != files) {
                files.begin(definition.bookKind());
            }
        }
    }

    private void onInstrument(final TickFiles files, final DirectBuffer buffer, final int offset) {
        final long timeNs = Events.exchangeTimeNs(buffer, offset);
        switch (Events.templateId(buffer, offset)) {
            case TradeDecoder.TEMPLATE_ID -> {
                final Print print = Print.of(buffer, offset);
                if (print.is(TradeFlag.CANCELLED)) {
                    leftOut.add(LeftOut.What.CANCELLED_PRINT);
                } else {
                    files.trade(timeNs, print);
                }
            }
            case TradingStatusDecoder.TEMPLATE_ID -> leftOut.add(LeftOut.What.TRADING_STATUS);
            default -> files.change(timeNs, buffer, offset);
        }
    }

    @Override
    public Map<String, Long> leftOut() {
        return leftOut.counts();
    }

    @Override
    public List<String> replays() {
        final StringBuilder all = new StringBuilder(UsTicksFeed.NAME);
        bySymbol.values().forEach(files -> files.paths().forEach(path -> all.append(' ').append(path)));
        return List.of(all.toString());
    }

    @Override
    public void close() {
        bySymbol.values().forEach(TickFiles::close);
    }
}
