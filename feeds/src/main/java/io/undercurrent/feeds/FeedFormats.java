package io.undercurrent.feeds;

import io.undercurrent.engine.feed.FeedException;
import io.undercurrent.feeds.binance.BinanceFeed;
import io.undercurrent.feeds.iqfeed.IqfeedFeed;
import io.undercurrent.feeds.itch.ItchFeed;
import io.undercurrent.feeds.journal.JournalFeed;
import io.undercurrent.feeds.lobster.LobsterFeed;
import io.undercurrent.feeds.mbo.MboCsvFeed;
import io.undercurrent.feeds.ticks.UsTicksFeed;
import java.util.List;
import java.util.stream.Collectors;

/** All formats of recorded files. A new one is a line here. */
public final class FeedFormats {
    private static final List<FeedFormat> ALL = List.of(
            new FeedFormat(LobsterFeed.NAME, "LOBSTER message files; --seed-book, and --symbol and --date unless the name has them",
                    LobsterFeed::open),
            new FeedFormat(MboCsvFeed.NAME, "market by order csv with Databento's columns; --symbol, --off-exchange, --price-increment",
                    MboCsvFeed::open),
            new FeedFormat(ItchFeed.NAME, "Nasdaq TotalView-ITCH 5.0 files; --symbol, and --date unless the name has it", ItchFeed::open),
            new FeedFormat(UsTicksFeed.NAME, "US consolidated trade and quote ticks, merged by time; --symbol and --date unless named",
                    UsTicksFeed::open),
            new FeedFormat(IqfeedFeed.NAME,
                    "recorded IQFeed 6.2 lines of level 1 and market depth, files merged by time; --symbol, --date, --price-increment",
                    IqfeedFeed::open),
            new FeedFormat(BinanceFeed.NAME, "raw Binance streams of one symbol, '<local ns> <JSON>'; --price-increment, --size-increment",
                    BinanceFeed::open),
            new FeedFormat(JournalFeed.NAME, "the events of another journal folder, once more", JournalFeed::open));

    private FeedFormats() {
    }

    public static List<FeedFormat> all() {
        return ALL;
    }

    /** @throws FeedException there is no such format */
    public static FeedFormat named(final String name) {
        return ALL.stream().filter(format -> format.name().equals(name)).findFirst().orElseThrow(() -> new FeedException(
                "unknown format '" + name + "'; there are " + ALL.stream().map(FeedFormat::name).collect(Collectors.joining(", "))));
    }
}
