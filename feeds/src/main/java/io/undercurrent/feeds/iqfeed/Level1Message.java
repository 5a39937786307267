package io.undercurrent.feeds.iqfeed;

import io.undercurrent.codec.Decimals;
import io.undercurrent.codec.sbe.RejectReason;
import io.undercurrent.feeds.Limits;
import io.undercurrent.feeds.RecordDecoder;
import io.undercurrent.feeds.input.Fields;

/** A level 1 summary or update, checked. Its contents say which of its fields are news. Reused; one thread. */
final class Level1Message {
    private final IqfeedClock clock;
    private final long maxPrice;
    private Level1Layout layout = Level1Layout.usual();

    final IqfeedTrade trade;
    /** A summary says what was before it came. */
    boolean summary;
    boolean hasTrade;
    long tradeTimeNs;
    boolean hasQuote;
    /** {@link IqfeedClock#NONE}: not told. */
    long quoteTimeNs;
    /** A size of 0: that side is empty. */
    long bidPrice;
    long bidSize;
    long askPrice;
    long askSize;
    int symbolStart;
    int symbolLength;

    Level1Message(final IqfeedClock clock, final long maxPrice) {
        this.clock = clock;
        this.maxPrice = maxPrice;
        trade = new IqfeedTrade(maxPrice);
    }

    /** Updates that follow have these fields. */
    void layout(final Level1Layout next) {
        layout = next;
    }

    /** Reads a line cut into fields; unless it returns {@link RecordDecoder#ACCEPTED} the fields mean nothing. */
    RejectReason read(final Fields fields) {
        if (fields.count() < layout.count() || !isContents(fields, layout.contents())) {
            return RejectReason.MALFORMED;
        }
        summary = fields.single(0) == 'P';
        symbolStart = fields.start(layout.symbol());
        symbolLength = fields.length(layout.symbol());
        hasTrade = !summary && layout.price() > 0 && layout.size() > 0 && layout.time() > 0 && contains(fields, "CEO");
        hasQuote = (summary || contains(fields, "ba")) && layout.bid() > 0 && layout.bidSize() > 0 && layout.ask() > 0
                && layout.askSize() > 0;
        RejectReason reason = hasTrade ? readTrade(fields) : RecordDecoder.ACCEPTED;
        if (reason == RecordDecoder.ACCEPTED && hasQuote) {
            reason = readQuote(fields);
        }
        return reason;
    }

    private static boolean isContents(final Fields fields, final int at) {
        for (int i = fields.start(at); i < fields.start(at) + fields.length(at); i++) {
            if (!Character.isLetter(fields.buffer()[i])) {
                return false;
            }
        }
        return true;
    }

    private boolean contains(final Fields fields, final String letters) {
        final int start = fields.start(layout.contents());
        for (int i = start; i < start + fields.length(layout.contents()); i++) {
            if (letters.indexOf(fields.buffer()[i]) >= 0) {
                return true;
            }
        }
        return false;
    }

    private RejectReason readTrade(final Fields fields) {
        final int dateAt = layout.date();
        if (dateAt > 0 && fields.length(dateAt) > 0) {
            final long day = EasternTimes.usDay(fields.buffer(), fields.start(dateAt), fields.length(dateAt));
            if (day == EasternTimes.INVALID) {
                return RejectReason.BAD_TIME;
            }
            tradeTimeNs = clock.timeNs(fields, layout.time(), day);
        } else {
            tradeTimeNs = clock.timeNs(fields, layout.time());
        }
        return tradeTimeNs == EasternTimes.INVALID ? RejectReason.BAD_TIME : trade.read(fields, layout.price(), layout.size(),
                layout.marketCenter(), layout.conditions(), layout.aggressor(), layout.tickId());
    }

    private RejectReason readQuote(final Fields fields) {
        bidSize = size(fields, layout.bidSize());
        askSize = size(fields, layout.askSize());
        if (bidSize < 0 || askSize < 0) {
            return RejectReason.BAD_SIZE;
        }
        bidPrice = price(fields, layout.bid());
        askPrice = price(fields, layout.ask());
        if (bidPrice < 0 || askPrice < 0) {
            return RejectReason.BAD_PRICE;
        }
        // what has no price or no size is no quote
        if (bidPrice == 0 || bidSize == 0) {
            bidPrice = 0;
            bidSize = 0;
        }
        if (askPrice == 0 || askSize == 0) {
            askPrice = 0;
            askSize = 0;
        }
        final long bidTimeNs = quoteTime(fields, layout.bidTime());
        final long askTimeNs = quoteTime(fields, layout.askTime());
        quoteTimeNs = Math.max(bidTimeNs, askTimeNs);
        return RecordDecoder.ACCEPTED;
    }

    private static long size(final Fields fields, final int at) {
        final long shares = fields.length(at) == 0 ? 0 : fields.integer(at);
        return shares < 0 || shares >= Limits.MAX_SIZE / Decimals.ONE ? -1 : shares * Decimals.ONE;
    }

    private long price(final Fields fields, final int at) {
        final long price = fields.length(at) == 0 ? 0 : fields.decimal(at);
        return price < 0 || price > maxPrice ? -1 : price;
    }

    private long quoteTime(final Fields fields, final int at) {
        return at < 0 ? IqfeedClock.NONE : clock.timeNs(fields, at);
    }

    /** UTC; {@link IqfeedClock#NONE}: it has none of its own. */
    long timeNs() {
        return hasTrade ? tradeTimeNs : hasQuote && !summary ? quoteTimeNs : IqfeedClock.NONE;
    }
}
