package io.undercurrent.feeds.ticks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.undercurrent.codec.Events;
import io.undercurrent.codec.TradeFlag;
import io.undercurrent.codec.sbe.MessageHeaderDecoder;
import io.undercurrent.codec.sbe.QuoteDecoder;
import io.undercurrent.codec.sbe.RejectReason;
import io.undercurrent.codec.sbe.TradeDecoder;
import io.undercurrent.engine.feed.EventPublisher;
import io.undercurrent.feeds.EventText;
import io.undercurrent.feeds.FeedOptions;
import io.undercurrent.feeds.RecordingSlots;
import io.undercurrent.feeds.TestData;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.agrona.DirectBuffer;
import org.junit.jupiter.api.Test;

class UsTicksRecordingTest {
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final QuoteDecoder quote = new QuoteDecoder();
    private int trades;
    private int offExchange;
    private long offExchangeShares;
    private int quotes;
    private int crossed;

    @Test
    void countsOfBacOnTuesdayAreThoseOfTheFiles() {
        final Path tradeFile = TestData.shared("us_ticks/bac_20131008_trade.zip");
        final Path quoteFile = TestData.shared("us_ticks/bac_20131008_quote.zip");
        final EventPublisher out = RecordingSlots.run(UsTicksFeed.open(List.of(tradeFile, quoteFile), FeedOptions.NONE), this::count);
        assertEquals(List.of(125_872, 576_096, 0), List.of(trades, quotes, crossed));
        final List<String[]> printed = TestData.lines(tradeFile).stream().map(line -> line.split(",", -1)).filter(f -> f[3].equals("D")).toList();
        assertEquals(printed.size(), offExchange);
        assertEquals(printed.stream().mapToLong(f -> Long.parseLong(f[2])).sum(), offExchangeShares / 1_000_000_000L);
        assertEquals(0, out.badTimes());
        for (final RejectReason reason : RejectReason.values()) {
            assertTrue(reason == RejectReason.NULL_VAL || out.rejects(reason) == 0, reason.name());
        }
    }

    private void count(final DirectBuffer event) {
        if (Events.templateId(event, 0) == TradeDecoder.TEMPLATE_ID) {
            trades++;
            final TradeDecoder trade = new TradeDecoder().wrapAndApplyHeader(event, 0, header);
            final int flags = event.getShort(Events.HEADER_LENGTH + TradeDecoder.tradeFlagsEncodingOffset(), ByteOrder.LITTLE_ENDIAN);
            if ((flags & TradeFlag.OFF_EXCHANGE) != 0) {
                offExchange++;
                offExchangeShares += trade.size();
            }
        } else if (Events.templateId(event, 0) == QuoteDecoder.TEMPLATE_ID) {
            quotes++;
            quote.wrapAndApplyHeader(event, 0, header);
            // the two lines of one quote change come one by one: only a quote that stands is judged
            if (quote.bidSize() > 0 && quote.askSize() > 0 && quotes % 2 == 0 && quote.bidPrice() > quote.askPrice()) {
                crossed++;
            }
        }
    }

    @Test
    void severalStocksAndDaysMergeByTimeWhateverTheOrderOfTheFiles() {
        final List<Path> files = new ArrayList<>();
        for (final String day : List.of("ibm_20131008", "bac_20131007", "ibm_20131007")) {
            files.add(TestData.shared("us_ticks/" + day + "_quote.zip"));
            files.add(TestData.shared("us_ticks/" + day + "_trade.zip"));
        }
        final List<String> sessions = new ArrayList<>();
        final EventPublisher out = RecordingSlots.run(UsTicksFeed.open(files, FeedOptions.NONE), event -> {
            count(event);
            if (EventText.what(event).startsWith("session") || EventText.what(event).startsWith("define")) {
                sessions.add(EventText.of(event));
            }
        });
        assertEquals(List.of(24_293 + 88_172 + 33_381, 0L), List.of(trades, out.badTimes()));
        // one suspicious quote of IBM on each evening; on the second day IBM starts with an empty quote
        assertEquals(2, out.rejects(RejectReason.BAD_PRICE));
        assertEquals(109_067 + 476_855 + 125_750 - 2 + 1, quotes);
        assertEquals(List.of(
                "08:00:00 session PRE START", "08:00:00.054 define IBM TOP price 0.01 size 1",
                "08:00:00.151 define BAC TOP price 0.01 size 1", "13:30:00 session PRE END", "13:30:00 session REGULAR START",
                "20:00:00 session REGULAR END", "20:00:00 session POST START", "00:00:00 session POST END",
                "08:00:00 session PRE START", "08:00:00.640 define IBM TOP price 0.01 size 1", "13:30:00 session PRE END",
                "13:30:00 session REGULAR START", "20:00:00 session REGULAR END", "20:00:00 session POST START",
                "00:00:00 session POST END"), sessions);
    }
}
