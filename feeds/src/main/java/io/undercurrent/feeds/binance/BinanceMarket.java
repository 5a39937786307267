package io.undercurrent.feeds.binance;

import io.undercurrent.codec.Decimals;

/** Which of Binance's markets a stream is of, and what is usual there: the increments are those of BTCUSDT. */
enum BinanceMarket {
    SPOT("BINANCE", Decimals.ONE / 100, Decimals.ONE / 100_000),
    USD_FUTURES("BINANCEF", Decimals.ONE / 10, Decimals.ONE / 1_000);

    private final String venue;
    private final long priceIncrement;
    private final long sizeIncrement;

    BinanceMarket(final String venue, final long priceIncrement, final long sizeIncrement) {
        this.venue = venue;
        this.priceIncrement = priceIncrement;
        this.sizeIncrement = sizeIncrement;
    }

    String venue() {
        return venue;
    }

    long priceIncrement() {
        return priceIncrement;
    }

    long sizeIncrement() {
        return sizeIncrement;
    }
}
