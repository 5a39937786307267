package io.undercurrent.feeds.itch;

/** The messages of Nasdaq TotalView-ITCH 5.0, by the letter they begin with. */
enum ItchType {
    SYSTEM_EVENT('S', 12),
    STOCK_DIRECTORY('R', 39),
    TRADING_ACTION('H', 25),
    SHORT_SALE_RESTRICTION('Y', 20),
    MARKET_PARTICIPANT_POSITION('L', 26),
    CIRCUIT_BREAKER_LEVELS('V', 35),
    CIRCUIT_BREAKER_STATUS('W', 12),
    IPO_QUOTING_PERIOD('K', 28),
    AUCTION_COLLAR('J', 35),
    OPERATIONAL_HALT('h', 21),
    ADD_ORDER('A', 36),
    ADD_ORDER_ATTRIBUTED('F', 40),
    ORDER_EXECUTED('E', 31),
    ORDER_EXECUTED_WITH_PRICE('C', 36),
    ORDER_CANCEL('X', 23),
    ORDER_DELETE('D', 19),
    ORDER_REPLACE('U', 35),
    TRADE('P', 44),
    CROSS_TRADE('Q', 40),
    BROKEN_TRADE('B', 19),
    NET_ORDER_IMBALANCE('I', 50),
    RETAIL_INTEREST('N', 20),
    DIRECT_LISTING('O', 48);

    private static final ItchType[] BY_LETTER = new ItchType[128];

    static {
        for (final ItchType type : values()) {
            BY_LETTER[type.letter] = type;
        }
    }

    private final char letter;
    private final int length;

    ItchType(final char letter, final int length) {
        this.letter = letter;
        this.length = length;
    }

    byte letter() {
        return (byte) letter;
    }

    /** Bytes of the message, its letter included. */
    int length() {
        return length;
    }

    /** Bytes of a message that begins with the letter; 0: there is no such message. */
    static int lengthOf(final byte letter) {
        return letter < 0 || BY_LETTER[letter] == null ? 0 : BY_LETTER[letter].length;
    }

    /** The type of a letter that {@link #lengthOf} knows. */
    static ItchType of(final byte letter) {
        return BY_LETTER[letter];
    }
}
