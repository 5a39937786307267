package io.undercurrent.score;

import io.undercurrent.engine.feed.Feed;
import java.util.List;

/** The events of a labelled day. One thread. */
public interface LabelledFeed extends AutoCloseable {
    Feed feed();

    /** What was planted; call it once the feed is {@link Feed#DONE}. */
    List<Label> labels();

    @Override
    void close();
}
