package io.undercurrent.engine;

import io.undercurrent.codec.EventFlag;
import io.undercurrent.codec.Times;
import io.undercurrent.codec.sbe.FeedCondition;
import io.undercurrent.codec.sbe.SessionKind;
import io.undercurrent.codec.sbe.SessionPhase;
import io.undercurrent.engine.feed.EventPublisher;
import io.undercurrent.engine.feed.Feed;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** A {@link RandomFeed} with gaps, lost connections, session changes, and jumps of event time that close hundreds of rows at once. */
final class TroubledFeed implements Feed {
    private static final int ONE_IN = 700;
    private static final long JUMP_ROWS = 500;

    private final RandomFeed feed;
    private final RandomGenerator random;

    TroubledFeed(final long seed, final long records) {
        feed = new RandomFeed(seed, records);
        random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed + 1);
    }

    @Override
    public String name() {
        return "troubled";
    }

    @Override
    public int poll(final EventPublisher out, final int limit) {
        int taken = 0;
        for (; taken < limit; taken++) {
            if (feed.poll(out, 1) == DONE) {
                return taken == 0 ? DONE : taken;
            }
            if (random.nextInt(ONE_IN) == 0) {
                trouble(out);
            }
        }
        return taken;
    }

    private void trouble(final EventPublisher out) {
        out.at(feed.nowNs(), feed.nowNs(), 0, EventFlag.LAST_IN_PACKET);
        switch (random.nextInt(12)) {
            case 0 -> out.gap(0, 1, 2);
            case 1 -> {
                out.feedState(1, FeedCondition.LOST);
                out.feedState(1, FeedCondition.RESUBSCRIBED);
            }
            case 2 -> {
                out.session(SessionKind.REGULAR, SessionPhase.END);
                out.session(SessionKind.REGULAR, SessionPhase.START);
            }
            default -> {
                feed.skip(JUMP_ROWS * Times.SECOND_NS);
                out.at(feed.nowNs(), feed.nowNs(), 0, EventFlag.LAST_IN_PACKET);
                out.heartbeat();
            }
        }
    }

    @Override
    public long bytesRead() {
        return feed.bytesRead();
    }

    @Override
    public long bytesTotal() {
        return feed.bytesTotal();
    }

    @Override
    public void close() {
        feed.close();
    }
}
