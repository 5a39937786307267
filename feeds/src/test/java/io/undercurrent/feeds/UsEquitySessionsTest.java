package io.undercurrent.feeds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.undercurrent.codec.Events;
import io.undercurrent.codec.Times;
import io.undercurrent.engine.feed.EventPublisher;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class UsEquitySessionsTest {
    private final List<String> published = new ArrayList<>();
    private final EventPublisher out = new EventPublisher(new RecordingSlots(event ->
            published.add(Times.format(Events.exchangeTimeNs(event, 0)).substring(5, 16) + " " + EventText.what(event).substring(8))), 1);
    private final UsEquitySessions sessions = new UsEquitySessions();

    private boolean advance(final String time) {
        final byte[] text = time.getBytes(StandardCharsets.US_ASCII);
        final long timeNs = Times.parseIso(text, 0, text.length);
        final boolean newDay = sessions.advance(out, timeNs, timeNs);
        out.at(timeNs, timeNs, 0, 0);
        return newDay;
    }

    @Test
    void aDayCrossesItsFourBoundaries() {
        assertTrue(advance("2025-07-17T07:00:00Z"));
        assertFalse(advance("2025-07-17T08:00:00Z"));
        assertFalse(advance("2025-07-17T13:29:59.999999999Z"));
        assertFalse(advance("2025-07-17T13:30:00Z"));
        assertFalse(advance("2025-07-17T23:00:00Z"));
        assertFalse(advance("2025-07-18T00:00:01Z"));
        assertEquals(List.of("07-17T08:00 PRE START", "07-17T13:30 PRE END", "07-17T13:30 REGULAR START", "07-17T20:00 REGULAR END",
                "07-17T20:00 POST START", "07-18T00:00 POST END"), published);
    }

    @Test
    void aDayBeginsInTheSessionOfItsFirstEvent() {
        advance("2025-07-17T20:00:00Z");
        assertTrue(advance("2025-07-18T14:00:00Z"));
        assertEquals(List.of("07-17T20:00 POST START", "07-18T00:00 POST END", "07-18T13:30 REGULAR START"), published);
    }

    @Test
    void clocksChangeInMarchAndNovember() {
        advance("2025-03-07T14:30:00Z");
        assertTrue(advance("2025-03-10T13:30:00Z"));
        assertTrue(advance("2025-10-31T13:30:00Z"));
        advance("2025-11-03T14:29:59Z");
        assertEquals(List.of("03-07T14:30 REGULAR START", "03-10T13:30 REGULAR START", "10-31T13:30 REGULAR START", "11-03T09:00 PRE START"),
                published.stream().filter(text -> text.endsWith("START") && !text.endsWith("POST START")).toList());
    }

    @Test
    void timesThatGoBackChangeNothing() {
        advance("2025-07-17T14:00:00Z");
        assertFalse(advance("2025-07-17T09:00:00Z"));
        assertFalse(advance("2025-07-16T09:00:00Z"));
        assertFalse(advance("2025-07-17T14:00:00Z"));
        assertEquals(List.of("07-17T13:30 REGULAR START"), published);
    }

    @Test
    void regularHoursAreThoseOfTheDay() {
        advance("2025-01-06T02:00:00Z");
        assertEquals("2025-01-05T14:30:00Z", Times.format(sessions.regularOpenNs()));
        advance("2025-01-06T06:00:00Z");
        assertEquals("2025-01-06T21:00:00Z", Times.format(sessions.regularCloseNs()));
        assertEquals(List.of(), published);
    }
}
