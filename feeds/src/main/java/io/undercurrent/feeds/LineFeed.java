package io.undercurrent.feeds;

import io.undercurrent.codec.sbe.RejectReason;
import io.undercurrent.engine.feed.EventPublisher;
import io.undercurrent.engine.feed.Feed;
import io.undercurrent.feeds.input.LineReader;

/**
 * A feed whose records are lines of files that follow each other. Each line that its decoder refuses, is too long or is cut by the end of
 * the file becomes one reject. Empty lines say nothing and are passed over. One thread.
 */
public final class LineFeed implements Feed {
    private final String name;
    private final LineReader lines;
    private final LineDecoder decoder;

    /** Closes {@code lines} with itself. */
    public LineFeed(final String name, final LineReader lines, final LineDecoder decoder) {
        this.name = name;
        this.lines = lines;
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
            switch (lines.next()) {
                case SOURCE -> decoder.begin(lines.path(), lines.name());
                case LINE -> {
                    if (lines.length() > 0) {
                        line(out);
                    }
                    taken++;
                }
                case TOO_LONG -> {
                    reject(out, 0, RejectReason.TOO_LONG);
                    taken++;
                }
                case TRUNCATED -> {
                    reject(out, 0, RejectReason.TRUNCATED);
                    taken++;
                }
                case CORRUPT -> {
                    reject(out, 0, RejectReason.MALFORMED);
                    taken++;
                }
                case END -> {
                    return taken > 0 ? taken : DONE;
                }
            }
        }
        return taken;
    }

    private void line(final EventPublisher out) {
        final RejectReason reason = decoder.decode(out, lines.buffer(), lines.offset(), lines.length());
        if (reason != LineDecoder.ACCEPTED) {
            reject(out, decoder.instrumentId(), !lines.terminated() && reason == RejectReason.MALFORMED ? RejectReason.TRUNCATED : reason);
        }
    }

    private void reject(final EventPublisher out, final int instrumentId, final RejectReason reason) {
        Rejects.publish(out, instrumentId, reason, lines.lineNumber(), lines.buffer(), lines.offset(), lines.length());
    }

    @Override
    public long bytesRead() {
        return lines.bytesRead();
    }

    @Override
    public long bytesTotal() {
        return lines.bytesTotal();
    }

    @Override
    public void close() {
        lines.close();
    }
}
