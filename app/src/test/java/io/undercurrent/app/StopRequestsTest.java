package io.undercurrent.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class StopRequestsTest {
    private final StopRequests stops = new StopRequests();
    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void aRequestRunsTheActionAndGivesTheStatusOfTheCommand() {
        stops.onRequest(() -> {
            asked.incrementAndGet();
            stops.finish(3);
        });

        assertEquals(OptionalInt.of(3), stops.request());
        assertEquals(1, asked.get());
        assertTrue(stops.requested());
    }

    @Test
    void withoutAnActionNothingIsWaitedFor() {
        assertEquals(OptionalInt.empty(), stops.request());
        assertFalse(stops.requested());
    }

    @Test
    void afterTheEndNothingIsAskedFor() {
        stops.onRequest(asked::incrementAndGet);
        stops.finish(0);

        assertEquals(OptionalInt.empty(), stops.request());
        assertEquals(0, asked.get());
    }
}
