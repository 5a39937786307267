package io.undercurrent.feeds.itch;

import io.undercurrent.codec.sbe.SessionKind;
import io.undercurrent.codec.sbe.SessionPhase;
import io.undercurrent.engine.feed.EventPublisher;
import io.undercurrent.feeds.UsEquitySessions;

/**
 * The sessions of a day as its system events tell them, which is right on half days too; where the first order comes before any of them,
 * as in a part of a file, the usual hours. One thread.
 */
final class ItchSessions {
    private enum Source { OPEN, TOLD, USUAL }

    private final UsEquitySessions usual = new UsEquitySessions();
    private Source source = Source.OPEN;
    /** {@code NULL_VAL}: between sessions. */
    private SessionKind session = SessionKind.NULL_VAL;

    /** Another day begins. */
    void begin() {
        source = Source.OPEN;
    }

    /** Call before the own {@code at} of each message that is published. */
    void advance(final EventPublisher out, final long timeNs) {
        if (source == Source.OPEN) {
            source = Source.USUAL;
        }
        if (source == Source.USUAL) {
            usual.advance(out, timeNs, timeNs);
        }
    }

    /** A system event; {@code false}: there is no such code. */
    boolean event(final EventPublisher out, final byte code, final long timeNs) {
        if ("OSQMEC".indexOf(code) < 0) {
            return false;
        }
        if (source == Source.OPEN) {
            source = Source.TOLD;
            // the last session of a day whose file was cut
            move(out, timeNs, SessionKind.NULL_VAL);
        }
        if (source == Source.TOLD) {
            switch (code) {
                case 'S' -> move(out, timeNs, SessionKind.PRE);
                case 'Q' -> move(out, timeNs, SessionKind.REGULAR);
                case 'M' -> move(out, timeNs, SessionKind.POST);
                case 'E' -> move(out, timeNs, SessionKind.NULL_VAL);
                default -> { }
            }
        }
        return true;
    }

    private void move(final EventPublisher out, final long timeNs, final SessionKind next) {
        out.at(timeNs, timeNs, 0, 0);
        if (session != SessionKind.NULL_VAL) {
            out.session(session, SessionPhase.END);
        }
        session = next;
        if (session != SessionKind.NULL_VAL) {
            out.session(session, SessionPhase.START);
        }
    }
}
