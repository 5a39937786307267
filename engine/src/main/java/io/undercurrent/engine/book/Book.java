package io.undercurrent.engine.book;

import io.undercurrent.codec.Events;
import io.undercurrent.codec.sbe.BookClearDecoder;
import io.undercurrent.codec.sbe.BookKind;
import io.undercurrent.codec.sbe.ClearScope;
import io.undercurrent.codec.sbe.LevelDeleteDecoder;
import io.undercurrent.codec.sbe.LevelSetDecoder;
import io.undercurrent.codec.sbe.OrderAddDecoder;
import io.undercurrent.codec.sbe.OrderDeleteDecoder;
import io.undercurrent.codec.sbe.OrderExecuteDecoder;
import io.undercurrent.codec.sbe.OrderReduceDecoder;
import io.undercurrent.codec.sbe.OrderReplaceDecoder;
import io.undercurrent.codec.sbe.QuoteDecoder;
import io.undercurrent.codec.sbe.Side;
import io.undercurrent.codec.sbe.SnapshotDecoder;
import io.undercurrent.codec.sbe.SnapshotPhase;
import java.nio.ByteOrder;
import org.agrona.DirectBuffer;

/**
 * The exact book of one instrument, kept from its encoded events. No input makes it throw; what can't be applied leaves it as it was,
 * and the outcome says why. A snapshot's begin empties both sides; what it changed in the visible levels is reported at its end, all
 * together. Crossed prices are kept as they are. Allocates only when it grows, and when one side alone of a book by order is cleared.
 * One thread.
 */
public final class Book implements BookView {
    /** The highest price, in 1e-9: five times it still fits a long. */
    public static final long MAX_PRICE = 1L << 60;

    private static final ByteOrder ORDER = ByteOrder.LITTLE_ENDIAN;
    private static final int HEADER = Events.HEADER_LENGTH;

    private final BookDelta delta = new BookDelta();
    private final Ladder ladder = new Ladder(delta);
    private final SideLevels bids = ladder.side(Side.BID);
    private final SideLevels asks = ladder.side(Side.ASK);
    private final VisibleCopy beforeSnapshot = new VisibleCopy();
    private final BookKind kind;
    private final BookEntries entries;
    private boolean whole = true;

    public Book(final BookKind kind) {
        this.kind = kind;
        entries = switch (kind) {
            case BY_ORDER -> new OrderEntries(ladder, delta);
            case BY_PARTICIPANT -> new ParticipantEntries(ladder);
            case BY_LEVEL -> new LevelEntries(ladder);
            case TOP -> new TopEntries(ladder);
            case NULL_VAL -> throw new IllegalArgumentException("a book needs a kind");
        };
    }

    public BookKind kind() {
        return kind;
    }

    /**
     * Takes in one event of this instrument.
     *
     * @param buffer holds the whole event at {@code at}, as far as {@code Events.length} says
     */
    public BookOutcome apply(final DirectBuffer buffer, final int at) {
        delta.reset();
        final BookOutcome outcome = dispatch(buffer, at);
        if (!whole) {
            delta.visible(false);
        }
        return outcome;
    }

    private BookOutcome dispatch(final DirectBuffer buffer, final int at) {
        if (buffer.capacity() - at < Events.MIN_LENGTH || buffer.capacity() - at < Events.length(buffer, at)) {
            return BookOutcome.MALFORMED;
        }
        final int length = Events.blockLength(buffer, at);
        final int block = at + HEADER;
        return switch (Events.templateId(buffer, at)) {
            case OrderAddDecoder.TEMPLATE_ID -> length < OrderAddDecoder.BLOCK_LENGTH ? BookOutcome.MALFORMED : add(buffer, at);
            case OrderReplaceDecoder.TEMPLATE_ID ->
                length < OrderReplaceDecoder.BLOCK_LENGTH ? BookOutcome.MALFORMED : replace(buffer, at);
            case OrderReduceDecoder.TEMPLATE_ID -> length < OrderReduceDecoder.BLOCK_LENGTH ? BookOutcome.MALFORMED
                : reduce(buffer, at, block + OrderReduceDecoder.orderIdEncodingOffset(),
                        block + OrderReduceDecoder.sizeEncodingOffset(), block + OrderReduceDecoder.sideEncodingOffset());
            case OrderExecuteDecoder.TEMPLATE_ID -> length < OrderExecuteDecoder.BLOCK_LENGTH ? BookOutcome.MALFORMED
                : reduce(buffer, at, block + OrderExecuteDecoder.orderIdEncodingOffset(),
                        block + OrderExecuteDecoder.sizeEncodingOffset(), block + OrderExecuteDecoder.sideEncodingOffset());
            case OrderDeleteDecoder.TEMPLATE_ID ->
                length < OrderDeleteDecoder.BLOCK_LENGTH ? BookOutcome.MALFORMED : delete(buffer, block);
            case LevelSetDecoder.TEMPLATE_ID -> length < LevelSetDecoder.BLOCK_LENGTH ? BookOutcome.MALFORMED : setLevel(buffer, block);
            case LevelDeleteDecoder.TEMPLATE_ID ->
                length < LevelDeleteDecoder.BLOCK_LENGTH ? BookOutcome.MALFORMED : deleteLevel(buffer, block);
            case QuoteDecoder.TEMPLATE_ID -> length < QuoteDecoder.BLOCK_LENGTH ? BookOutcome.MALFORMED : quote(buffer, block);
            case BookClearDecoder.TEMPLATE_ID -> length < BookClearDecoder.BLOCK_LENGTH ? BookOutcome.MALFORMED : clear(buffer, block);
            case SnapshotDecoder.TEMPLATE_ID -> length < SnapshotDecoder.BLOCK_LENGTH ? BookOutcome.MALFORMED : snapshot(buffer, block);
            default -> BookOutcome.IGNORED;
        };
    }

    private BookOutcome add(final DirectBuffer buffer, final int at) {
        final int block = at + HEADER;
        final int side = buffer.getByte(block + OrderAddDecoder.sideEncodingOffset());
        final long price = buffer.getLong(block + OrderAddDecoder.priceEncodingOffset(), ORDER);
        final long size = buffer.getLong(block + OrderAddDecoder.sizeEncodingOffset(), ORDER);
        final BookOutcome bad = check(side, price, size);
        return bad != BookOutcome.APPLIED ? bad : entries.add(
                buffer.getLong(block + OrderAddDecoder.orderIdEncodingOffset(), ORDER), side(side), price, size,
                Events.exchangeTimeNs(buffer, at));
    }

    private BookOutcome replace(final DirectBuffer buffer, final int at) {
        final int block = at + HEADER;
        final int side = buffer.getByte(block + OrderReplaceDecoder.sideEncodingOffset());
        final long price = buffer.getLong(block + OrderReplaceDecoder.priceEncodingOffset(), ORDER);
        final long size = buffer.getLong(block + OrderReplaceDecoder.sizeEncodingOffset(), ORDER);
        final BookOutcome bad = check(side, price, size);
        return bad != BookOutcome.APPLIED ? bad : entries.replace(
                buffer.getLong(block + OrderReplaceDecoder.orderIdEncodingOffset(), ORDER),
                buffer.getLong(block + OrderReplaceDecoder.newOrderIdEncodingOffset(), ORDER), side(side), price, size,
                Events.exchangeTimeNs(buffer, at));
    }

    private BookOutcome reduce(final DirectBuffer buffer, final int at, final int idAt, final int sizeAt, final int sideAt) {
        final int side = buffer.getByte(sideAt);
        final long size = buffer.getLong(sizeAt, ORDER);
        final BookOutcome bad = check(side, 1, size);
        return bad != BookOutcome.APPLIED ? bad
                : entries.reduce(buffer.getLong(idAt, ORDER), side(side), size, Events.exchangeTimeNs(buffer, at));
    }

    private BookOutcome delete(final DirectBuffer buffer, final int block) {
        final int side = buffer.getByte(block + OrderDeleteDecoder.sideEncodingOffset());
        final BookOutcome bad = check(side, 1, 1);
        return bad != BookOutcome.APPLIED ? bad
                : entries.delete(buffer.getLong(block + OrderDeleteDecoder.orderIdEncodingOffset(), ORDER), side(side));
    }

    private BookOutcome setLevel(final DirectBuffer buffer, final int block) {
        final int side = buffer.getByte(block + LevelSetDecoder.sideEncodingOffset());
        final long price = buffer.getLong(block + LevelSetDecoder.priceEncodingOffset(), ORDER);
        final long size = buffer.getLong(block + LevelSetDecoder.sizeEncodingOffset(), ORDER);
        final int count = Math.max(0, buffer.getInt(block + LevelSetDecoder.orderCountEncodingOffset(), ORDER));
        final BookOutcome bad = check(side, price, size == 0 ? 1 : size);
        return bad != BookOutcome.APPLIED ? bad : entries.setLevel(side(side), price, size, count);
    }

    private BookOutcome deleteLevel(final DirectBuffer buffer, final int block) {
        final int side = buffer.getByte(block + LevelDeleteDecoder.sideEncodingOffset());
        final long price = buffer.getLong(block + LevelDeleteDecoder.priceEncodingOffset(), ORDER);
        final BookOutcome bad = check(side, price, 1);
        return bad != BookOutcome.APPLIED ? bad : entries.setLevel(side(side), price, 0, 0);
    }

    private BookOutcome quote(final DirectBuffer buffer, final int block) {
        final long bidPrice = buffer.getLong(block + QuoteDecoder.bidPriceEncodingOffset(), ORDER);
        final long bidSize = buffer.getLong(block + QuoteDecoder.bidSizeEncodingOffset(), ORDER);
        final long askPrice = buffer.getLong(block + QuoteDecoder.askPriceEncodingOffset(), ORDER);
        final long askSize = buffer.getLong(block + QuoteDecoder.askSizeEncodingOffset(), ORDER);
        if (bidSize < 0 || askSize < 0) {
            return BookOutcome.BAD_SIZE;
        }
        if ((bidSize > 0 && badPrice(bidPrice)) || (askSize > 0 && badPrice(askPrice))) {
            return BookOutcome.BAD_PRICE;
        }
        return entries.quote(bidPrice, bidSize, askPrice, askSize);
    }

    private BookOutcome clear(final DirectBuffer buffer, final int block) {
        final int scope = buffer.getByte(block + BookClearDecoder.scopeEncodingOffset());
        if (scope < ClearScope.BID.value() || scope > ClearScope.BOTH.value()) {
            return BookOutcome.BAD_SIDE;
        }
        if (scope == ClearScope.BOTH.value()) {
            entries.clear();
        } else {
            entries.clear(side(scope));
        }
        return BookOutcome.APPLIED;
    }

    private BookOutcome snapshot(final DirectBuffer buffer, final int block) {
        final int phase = buffer.getByte(block + SnapshotDecoder.phaseEncodingOffset());
        if (phase == SnapshotPhase.BEGIN.value()) {
            if (whole) {
                beforeSnapshot.capture(ladder);
                whole = false;
            }
            entries.clear();
            return BookOutcome.APPLIED;
        }
        if (phase != SnapshotPhase.END.value()) {
            return BookOutcome.BAD_SIDE;
        }
        if (whole) {
            return BookOutcome.IGNORED;
        }
        whole = true;
        delta.visible(beforeSnapshot.differs(ladder));
        return BookOutcome.APPLIED;
    }

    private static BookOutcome check(final int side, final long price, final long size) {
        if (side != Side.BID.value() && side != Side.ASK.value()) {
            return BookOutcome.BAD_SIDE;
        }
        if (badPrice(price)) {
            return BookOutcome.BAD_PRICE;
        }
        return size <= 0 ? BookOutcome.BAD_SIZE : BookOutcome.APPLIED;
    }

    private static boolean badPrice(final long price) {
        return price <= 0 || price > MAX_PRICE;
    }

    private static Side side(final int value) {
        return value == Side.BID.value() ? Side.BID : Side.ASK;
    }

    private SideLevels levelsOf(final Side side) {
        return side == Side.BID ? bids : asks;
    }

    /** What the last {@link #apply} changed. */
    public BookDelta delta() {
        return delta;
    }

    /** The last {@link #apply} changed a price, size or order count of a visible level. */
    public boolean visibleChanged() {
        return delta.visible();
    }

    /**
     * Size that participants left behind the best price: quotes not updated since {@code beforeNs}, up to and with {@code lastPrice}. 0 in
     * books of other kinds. Looks at every participant, so it is for row closes, not for events.
     */
    public long staleSize(final Side side, final long beforeNs, final long lastPrice) {
        return entries.staleSize(side, beforeNs, lastPrice);
    }

    @Override
    public int levels(final Side side) {
        return levelsOf(side).length();
    }

    @Override
    public long price(final Side side, final int level) {
        final SideLevels levels = levelsOf(side);
        return level >= levels.length() ? NO_PRICE : levels.price(levels.level(level));
    }

    @Override
    public long size(final Side side, final int level) {
        final SideLevels levels = levelsOf(side);
        return level >= levels.length() ? 0 : levels.size(levels.level(level));
    }

    @Override
    public int orderCount(final Side side, final int level) {
        final SideLevels levels = levelsOf(side);
        return level >= levels.length() ? 0 : levels.count(levels.level(level));
    }

    @Override
    public long sizeAt(final Side side, final long price) {
        final SideLevels levels = levelsOf(side);
        final int index = levels.find(price);
        return index < 0 ? 0 : levels.size(index);
    }

    @Override
    public long visibleSize(final Side side) {
        final SideLevels levels = levelsOf(side);
        long sum = 0;
        for (int i = Math.max(0, levels.length() - VISIBLE_LEVELS); i < levels.length(); i++) {
            final long size = levels.size(i);
            sum = sum > Long.MAX_VALUE - size ? Long.MAX_VALUE : sum + size;
        }
        return sum;
    }

    @Override
    public BookState state() {
        final int bidLevels = bids.length();
        final int askLevels = asks.length();
        if (bidLevels == 0 || askLevels == 0) {
            return bidLevels == askLevels ? BookState.EMPTY : BookState.ONE_SIDED;
        }
        final int order = Long.compare(bids.price(bidLevels - 1), asks.price(askLevels - 1));
        return order < 0 ? BookState.TWO_SIDED : order == 0 ? BookState.LOCKED : BookState.CROSSED;
    }

    @Override
    public boolean whole() {
        return whole;
    }

    @Override
    public long stateHash() {
        return Hashes.mix(Hashes.mix(ladder.hash(), entries.hash()), whole ? 1 : 0);
    }
}
