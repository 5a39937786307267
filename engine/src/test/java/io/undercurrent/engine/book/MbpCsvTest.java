package io.undercurrent.engine.book;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.undercurrent.codec.Decimals;
import io.undercurrent.codec.sbe.BookKind;
import io.undercurrent.codec.sbe.Side;
import io.undercurrent.engine.feed.EventPublisher;
import org.junit.jupiter.api.Test;

class MbpCsvTest {
    private final Book book = new Book(BookKind.BY_ORDER);
    private final EventPublisher out = new EventPublisher(new DirectSlots(book::apply), 1);
    private final StringBuilder text = new StringBuilder();

    @Test
    void namesTheColumnsLevelByLevelBidFirst() {
        MbpCsv.appendHeader(text);
        assertTrue(text.toString().startsWith("ts_event,sequence,bid_px_00,bid_sz_00,bid_ct_00,ask_px_00,ask_sz_00,ask_ct_00,bid_px_01,"));
        assertTrue(text.toString().endsWith(",bid_ct_09,ask_px_09,ask_sz_09,ask_ct_09\n"));
        assertEquals(62, text.toString().split(",", -1).length);
    }

    @Test
    void printsShortestExactDecimalsAndLeavesMissingLevelsEmpty() {
        out.at(5, 5, 1, 0);
        out.orderAdd(1, 1, Side.BID, Decimals.parse("5.51"), Decimals.parse("100"));
        out.orderAdd(1, 2, Side.BID, Decimals.parse("5.51"), Decimals.parse("0.000000001"));
        out.orderAdd(1, 3, Side.ASK, Decimals.parse("21"), Decimals.parse("7"));
        out.orderAdd(1, 4, Side.ASK, Decimals.parse("22.5"), Decimals.parse("3"));
        MbpCsv.appendLine(text, book, 1_752_736_503_360_677_248L, 851_012);
        assertEquals("1752736503360677248,851012,5.51,100.000000001,2,21,7,1,,,,22.5,3,1" + ",".repeat(48) + "\n", text.toString());
    }
}
