package io.undercurrent.feeds.binance;

import io.undercurrent.codec.Decimals;
import io.undercurrent.codec.Times;
import io.undercurrent.codec.sbe.RejectReason;
import io.undercurrent.feeds.RecordDecoder;
import io.undercurrent.feeds.Limits;

/**
 * One line of a recording, checked: {@code <local ns> <JSON>}, the JSON bare or wrapped as {@code {"stream":…,"data":…}}. Fields are named
 * as Binance names them. Reused; one thread.
 */
final class BinanceMessage {
    enum Kind { DEPTH, SNAPSHOT, TRADE, BOOK_TICKER }

    /** A field that the message does not have. */
    static final long ABSENT = -1;

    /** The recorder's clock and the exchange's are never further apart than this. */
    private static final long MAX_SKEW_NS = Times.HOUR_NS;
    private static final long NS_PER_MS = 1_000_000;
    private static final long MAX_MS = Long.MAX_VALUE / NS_PER_MS;

    private final JsonScanner json = new JsonScanner();
    private final long maxPrice;
    final Levels bids;
    final Levels asks;

    Kind kind = Kind.DEPTH;
    long localNs;
    private long eventMs;
    /** {@code U} of a diff. */
    long firstUpdateId;
    private long lastUpdateId;
    /** {@code pu}; {@link #ABSENT} on spot. */
    long previousUpdateId;
    private long snapshotId;
    long tradeId;
    long price;
    long size;
    long bidPrice;
    long bidSize;
    long askPrice;
    long askSize;
    /** {@code m}: the seller was the aggressor. */
    boolean buyerIsMaker;
    private boolean hasMaker;
    private boolean hasBids;
    private boolean hasAsks;
    /** {@code X} is MARKET or absent; else the insurance fund or a liquidation took part. */
    boolean isMarketTrade;
    int symbolStart;
    /** 0: the message does not name one. */
    int symbolLength;
    private EventName eventName = EventName.NONE;

    private enum EventName { NONE, DEPTH_UPDATE, TRADE, BOOK_TICKER, OTHER }

    BinanceMessage(final long maxPrice) {
        this.maxPrice = maxPrice;
        bids = new Levels(maxPrice);
        asks = new Levels(maxPrice);
    }

    /** Reads the line; unless it returns {@link RecordDecoder#ACCEPTED} the rest means nothing. */
    RejectReason read(final byte[] line, final int offset, final int length) {
        clear();
        int blank = offset;
        while (blank < offset + length && line[blank] != ' ') {
            blank++;
        }
        if (blank == offset + length) {
            return RejectReason.MALFORMED;
        }
        localNs = localTime(line, offset, blank - offset);
        if (localNs < 0) {
            return RejectReason.BAD_TIME;
        }
        json.begin(line, blank, offset + length - blank);
        if (!json.beginObject()) {
            return RejectReason.MALFORMED;
        }
        RejectReason reason = members(true);
        if (reason == RecordDecoder.ACCEPTED && !json.finish()) {
            reason = RejectReason.MALFORMED;
        }
        return reason == RecordDecoder.ACCEPTED ? classify() : reason;
    }

    private static long localTime(final byte[] line, final int offset, final int length) {
        // nineteen digits: the parser takes eighteen
        if (length != 19) {
            return ABSENT;
        }
        final long high = Decimals.parseInteger(line, offset, 18);
        final long low = Decimals.parseInteger(line, offset + 18, 1);
        return high < 0 || low < 0 || high >= Long.MAX_VALUE / 10 ? ABSENT : high * 10 + low;
    }

    private void clear() {
        eventMs = ABSENT;
        firstUpdateId = ABSENT;
        lastUpdateId = ABSENT;
        previousUpdateId = ABSENT;
        snapshotId = ABSENT;
        tradeId = ABSENT;
        price = ABSENT;
        size = ABSENT;
        bidPrice = ABSENT;
        bidSize = ABSENT;
        askPrice = ABSENT;
        askSize = ABSENT;
        hasMaker = false;
        hasBids = false;
        hasAsks = false;
        isMarketTrade = true;
        symbolLength = 0;
        eventName = EventName.NONE;
    }

    private RejectReason members(final boolean outer) {
        RejectReason reason = RecordDecoder.ACCEPTED;
        while (reason == RecordDecoder.ACCEPTED && json.nextKey()) {
            if (outer && json.is("data") && json.at('{')) {
                json.beginObject();
                reason = members(false);
            } else {
                reason = json.length() == 1 ? oneLetter(json.single()) : word();
            }
        }
        return json.failed() ? RejectReason.MALFORMED : reason;
    }

    private RejectReason word() {
        if (json.is("pu")) {
            previousUpdateId = json.integer();
            return number(previousUpdateId);
        }
        if (json.is("lastUpdateId")) {
            snapshotId = json.integer();
            return number(snapshotId);
        }
        if (json.is("bids")) {
            hasBids = true;
            return bids.read(json);
        }
        if (json.is("asks")) {
            hasAsks = true;
            return asks.read(json);
        }
        json.skip();
        return RecordDecoder.ACCEPTED;
    }

    private RejectReason oneLetter(final byte key) {
        switch (key) {
            case 'e' -> eventName = name();
            case 's' -> symbol();
            case 'X' -> isMarketTrade = json.string() && json.is("MARKET");
            case 'm' -> {
                hasMaker = true;
                buyerIsMaker = json.bool();
            }
            case 'E', 'U', 'u', 't' -> {
                return whole(key);
            }
            case 'b', 'a' -> {
                return json.at('[') ? side(key) : quoted(key);
            }
            case 'B', 'A', 'p', 'q' -> {
                return quoted(key);
            }
            default -> json.skip();
        }
        return RecordDecoder.ACCEPTED;
    }

    private RejectReason side(final byte key) {
        if (key == 'b') {
            hasBids = true;
            return bids.read(json);
        }
        hasAsks = true;
        return asks.read(json);
    }

    private RejectReason whole(final byte key) {
        final long value = json.integer();
        switch (key) {
            case 'E' -> eventMs = value;
            case 'U' -> firstUpdateId = value;
            case 'u' -> lastUpdateId = value;
            default -> tradeId = value;
        }
        return number(value);
    }

    private RejectReason quoted(final byte key) {
        final long value = json.quotedDecimal();
        switch (key) {
            case 'b' -> bidPrice = value;
            case 'B' -> bidSize = value;
            case 'a' -> askPrice = value;
            case 'A' -> askSize = value;
            case 'p' -> price = value;
            default -> size = value;
        }
        return number(value);
    }

    private static RejectReason number(final long value) {
        return value == JsonScanner.INVALID ? RejectReason.BAD_NUMBER : RecordDecoder.ACCEPTED;
    }

    private EventName name() {
        json.string();
        return json.is("depthUpdate") ? EventName.DEPTH_UPDATE : json.is("trade") ? EventName.TRADE
                : json.is("bookTicker") ? EventName.BOOK_TICKER : EventName.OTHER;
    }

    private void symbol() {
        json.string();
        symbolStart = json.start();
        symbolLength = json.length();
    }

    private RejectReason classify() {
        if (eventMs != ABSENT && (eventMs > MAX_MS || Math.abs(eventMs * NS_PER_MS - localNs) > MAX_SKEW_NS)) {
            return RejectReason.BAD_TIME;
        }
        return switch (eventName) {
            case DEPTH_UPDATE -> depth();
            case TRADE -> trade();
            case BOOK_TICKER -> bookTicker();
            // neither a snapshot nor spot's best quote has a name
            case NONE -> snapshotId != ABSENT ? snapshot() : lastUpdateId != ABSENT ? bookTicker() : RejectReason.UNKNOWN_TYPE;
            case OTHER -> RejectReason.UNKNOWN_TYPE;
        };
    }

    private RejectReason depth() {
        kind = Kind.DEPTH;
        return require(eventMs != ABSENT && firstUpdateId != ABSENT && lastUpdateId >= firstUpdateId && hasBids && hasAsks && symbolLength > 0);
    }

    private RejectReason snapshot() {
        kind = Kind.SNAPSHOT;
        return require(hasBids && hasAsks);
    }

    private RejectReason trade() {
        kind = Kind.TRADE;
        if (eventMs == ABSENT || price == ABSENT || size == ABSENT || tradeId == ABSENT || !hasMaker || symbolLength == 0) {
            return RejectReason.MALFORMED;
        }
        if (!Limits.isPrice(price, maxPrice)) {
            return RejectReason.BAD_PRICE;
        }
        return Limits.isSize(size) ? RecordDecoder.ACCEPTED : RejectReason.BAD_SIZE;
    }

    private RejectReason bookTicker() {
        kind = Kind.BOOK_TICKER;
        if (lastUpdateId == ABSENT || bidPrice == ABSENT || bidSize == ABSENT || askPrice == ABSENT || askSize == ABSENT
                || symbolLength == 0) {
            return RejectReason.MALFORMED;
        }
        if (bidPrice < 0 || bidPrice > maxPrice || askPrice < 0 || askPrice > maxPrice) {
            return RejectReason.BAD_PRICE;
        }
        return bidSize < 0 || bidSize >= Limits.MAX_SIZE || askSize < 0 || askSize >= Limits.MAX_SIZE
                ? RejectReason.BAD_SIZE : RecordDecoder.ACCEPTED;
    }

    private static RejectReason require(final boolean complete) {
        return complete ? RecordDecoder.ACCEPTED : RejectReason.MALFORMED;
    }

    boolean hasEventTime() {
        return eventMs != ABSENT;
    }

    /** {@code E}: when the exchange sent it. */
    long eventTimeNs() {
        return eventMs * NS_PER_MS;
    }

    /** {@code u}, or {@code lastUpdateId} of a snapshot. */
    long lastUpdateId() {
        return kind == Kind.SNAPSHOT ? snapshotId : lastUpdateId;
    }
}
