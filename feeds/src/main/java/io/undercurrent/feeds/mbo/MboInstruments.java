package io.undercurrent.feeds.mbo;

import io.undercurrent.codec.Capability;
import io.undercurrent.codec.sbe.BookKind;
import io.undercurrent.engine.feed.EventPublisher;
import io.undercurrent.engine.feed.InstrumentSpec;
import io.undercurrent.feeds.UsEquitySessions;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The instruments of a file: one for each symbol and venue that shows orders of it. Prints of off-exchange publishers belong to the
 * symbol's first instrument. Finding a known one allocates nothing. One thread.
 */
final class MboInstruments {
    static final int UNKNOWN = 0;

    private static final int INITIAL = 1 << 6;

    private final UsEquitySessions sessions;
    private final long priceIncrement;
    private final long sizeIncrement;
    private final int capabilities;
    /** Open addressing by the symbol's hash; all instruments of a symbol lie in one run of slots. */
    private Entry[] slots = new Entry[INITIAL];
    private Entry[] all = new Entry[0];
    private Entry latest = new Entry(new byte[0], MboRow.NO_PUBLISHER, UNKNOWN);

    private static final class Entry {
        private final byte[] symbol;
        private final int instrumentId;
        /** Of the venue; {@link MboRow#NO_PUBLISHER} while only off-exchange prints have come. */
        private int publisher;

        Entry(final byte[] symbol, final int publisher, final int instrumentId) {
            this.symbol = symbol;
            this.publisher = publisher;
            this.instrumentId = instrumentId;
        }

        boolean is(final byte[] line, final int start, final int length) {
            return Arrays.equals(symbol, 0, symbol.length, line, start, start + length);
        }
    }

    MboInstruments(
            final UsEquitySessions sessions, final long priceIncrement, final long sizeIncrement, final boolean hasOffExchange) {
        this.sessions = sessions;
        this.priceIncrement = priceIncrement;
        this.sizeIncrement = sizeIncrement;
        capabilities = Capability.DEPTH | Capability.OWN_VENUE_TRADES | Capability.EXECUTIONS
                | (hasOffExchange ? Capability.OFF_EXCHANGE : 0);
    }

    /** The instrument that a venue's rows are about; {@link #UNKNOWN} before {@link #define}. */
    int venueInstrument(final byte[] line, final int start, final int length, final int publisher) {
        if (latest.publisher == publisher && latest.instrumentId != UNKNOWN && latest.is(line, start, length)) {
            return latest.instrumentId;
        }
        for (int slot = slot(line, start, length); slots[slot] != null; slot = (slot + 1) & (slots.length - 1)) {
            final Entry entry = slots[slot];
            if (entry.is(line, start, length) && (entry.publisher == publisher || entry.publisher == MboRow.NO_PUBLISHER)) {
                entry.publisher = publisher;
                latest = entry;
                return entry.instrumentId;
            }
        }
        return UNKNOWN;
    }

    /** The instrument that off-exchange prints of a symbol belong to; {@link #UNKNOWN} before {@link #define}. */
    int anyInstrument(final byte[] line, final int start, final int length) {
        for (int slot = slot(line, start, length); slots[slot] != null; slot = (slot + 1) & (slots.length - 1)) {
            if (slots[slot].is(line, start, length)) {
                return slots[slot].instrumentId;
            }
        }
        return UNKNOWN;
    }

    /** Publishes a new instrument at the time of {@link EventPublisher#at}. */
    int define(final EventPublisher out, final byte[] line, final int start, final int length, final int publisher) {
        final byte[] symbol = Arrays.copyOfRange(line, start, start + length);
        final Entry entry = new Entry(symbol, publisher, out.define(spec(symbol, publisher)));
        all = Arrays.copyOf(all, all.length + 1);
        all[all.length - 1] = entry;
        if (2 * all.length > slots.length) {
            slots = new Entry[2 * slots.length];
            for (final Entry known : all) {
                insert(known);
            }
        } else {
            insert(entry);
        }
        latest = entry;
        return entry.instrumentId;
    }

    /** A new day has begun: publishes the instruments again, with its session times. */
    void redefineAll(final EventPublisher out) {
        for (final Entry entry : all) {
            out.redefine(entry.instrumentId, spec(entry.symbol, entry.publisher));
        }
    }

    private InstrumentSpec spec(final byte[] symbol, final int publisher) {
        return new InstrumentSpec(new String(symbol, StandardCharsets.US_ASCII), venue(publisher), "USD", priceIncrement, sizeIncrement,
                BookKind.BY_ORDER, capabilities, sessions.regularOpenNs(), sessions.regularCloseNs());
    }

    private static String venue(final int publisher) {
        final String digits = Integer.toString(publisher);
        return publisher == MboRow.NO_PUBLISHER || digits.length() > 8 ? "" : digits;
    }

    private void insert(final Entry entry) {
        int slot = slot(entry.symbol, 0, entry.symbol.length);
        while (slots[slot] != null) {
            slot = (slot + 1) & (slots.length - 1);
        }
        slots[slot] = entry;
    }

    private int slot(final byte[] line, final int start, final int length) {
        int hash = 0;
        for (int i = start; i < start + length; i++) {
            hash = 31 * hash + line[i];
        }
        return (hash ^ (hash >>> 16)) & (slots.length - 1);
    }
}
