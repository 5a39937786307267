package io.undercurrent.feeds;

import io.undercurrent.feeds.iqfeed.IqfeedFeed;
import io.undercurrent.feeds.iqfeed.IqfeedWriter;
import io.undercurrent.feeds.itch.ItchFeed;
import io.undercurrent.feeds.itch.ItchWriter;
import io.undercurrent.feeds.lobster.LobsterFeed;
import io.undercurrent.feeds.lobster.LobsterWriter;
import io.undercurrent.feeds.mbo.MboCsvFeed;
import io.undercurrent.feeds.mbo.MboCsvWriter;
import io.undercurrent.feeds.output.WriterFormat;
import io.undercurrent.feeds.ticks.UsTicksFeed;
import io.undercurrent.feeds.ticks.UsTicksWriter;
import java.util.List;

/** All formats that events can be written in. A new one is a line here. */
public final class WriterFormats {
    private static final List<WriterFormat> ALL = List.of(
            new WriterFormat(LobsterFeed.NAME, "a message and a ten-level orderbook file for each stock; nothing off exchange",
                    LobsterWriter::open),
            new WriterFormat(MboCsvFeed.NAME, "one file with Databento's columns; off-exchange prints without conditions",
                    MboCsvWriter::open),
            new WriterFormat(ItchFeed.NAME, "one file a day; nothing off exchange, and hidden executions without a side", ItchWriter::open),
            new WriterFormat(UsTicksFeed.NAME, "trades and best quotes of each stock; nothing behind the best price", UsTicksWriter::open),
            new WriterFormat(IqfeedFeed.NAME, "one file of both ports' lines; microseconds, and executions look like cancellations",
                    IqfeedWriter::open));

    private WriterFormats() {
    }

    public static List<WriterFormat> all() {
        return ALL;
    }
}
