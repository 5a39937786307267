package io.undercurrent.feeds;

import io.undercurrent.codec.sbe.RejectReason;
import io.undercurrent.engine.feed.EventPublisher;
import io.undercurrent.engine.feed.Feed;
import io.undercurrent.feeds.input.RecordReader;
import java.util.Map;

/**
 * A feed whose records are lines or messages of files that follow each other. Each record that its decoder refuses, is too long or is cut
 * by the end of the file becomes one reject. Empty records say nothing and are passed over. One thread.
 */
public final class RecordFeed implements Feed {
    private final String name;
    private final RecordReader records;
    private final RecordDecoder decoder;

    /** Closes {@code records} with itself. */
    public RecordFeed(final String name, final RecordReader records, final RecordDecoder decoder) {
        this.name = name;
        this.records = records;
        this.decoder = decoder;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int poll(final EventPublisher out, final int limit) {
        int taken = 0;
        while (taken < limit) {
            final RecordReader.Found found = records.next();
            switch (found) {
                case SOURCE -> decoder.begin(records.path(), records.name());
                case RECORD -> {
                    if (records.length() > 0) {
                        decode(out);
                    }
                    taken++;
                }
                case END -> {
                    return taken > 0 ? taken : DONE;
                }
                default -> {
                    reject(out, 0, Rejects.reason(found));
                    taken++;
                }
            }
        }
        return taken;
    }

    private void decode(final EventPublisher out) {
        final RejectReason reason = decoder.decode(out, records.buffer(), records.offset(), records.length());
        if (reason != RecordDecoder.ACCEPTED) {
            reject(out, decoder.instrumentId(),
                    !records.terminated() && reason == RejectReason.MALFORMED ? RejectReason.TRUNCATED : reason);
        }
    }

    private void reject(final EventPublisher out, final int instrumentId, final RejectReason reason) {
        Rejects.publish(out, instrumentId, reason, records.recordNumber(), records.buffer(), records.offset(), records.length());
    }

    @Override
    public Map<String, Long> passedOver() {
        return decoder.passedOver();
    }

    @Override
    public long bytesRead() {
        return records.bytesRead();
    }

    @Override
    public long bytesTotal() {
        return records.bytesTotal();
    }

    @Override
    public void close() {
        records.close();
    }
}
