package io.undercurrent.app;

import io.undercurrent.engine.row.Instrument;
import io.undercurrent.signals.Composite;
import io.undercurrent.signals.Explanation;
import io.undercurrent.signals.RowLayout;
import io.undercurrent.signals.Signal;
import io.undercurrent.signals.SignalSide;
import io.undercurrent.signals.Sweep;
import java.util.Locale;

/** What an alert's row gives now beside what the alert says, bit for bit. */
record RebuiltAlert(Alert alert, SignalSide side, Sweep rows, int i, Instrument instrument, Composite composite) {
    /** Throws {@link CommandException}, which names the first value that is another. */
    void requireSame() {
        require("absorption", alert.absorption(), composite.smoothed(side, Signal.ABSORPTION));
        require("creep", alert.creep(), composite.smoothed(side, Signal.CREEP));
        require("dark pool", alert.darkPool(), composite.smoothed(side, Signal.DARK_POOL));
        require("sinkhole", alert.sinkhole(), composite.smoothed(side, Signal.SINKHOLE));
        require("contraction", alert.contraction(), composite.smoothed(side, Signal.CONTRACTION));
        require("composite", alert.composite(), composite.composite(side));
        require("net log-odds", alert.netLogOdds(), composite.netLogOdds(side));
        require("coverage", alert.coverage(), composite.coverage());
        require("best bid", alert.bestBid(), rows.value(i, RowLayout.BID_PRICE) * instrument.priceIncrement());
        require("best ask", alert.bestAsk(), rows.value(i, RowLayout.ASK_PRICE) * instrument.priceIncrement());
    }

    /** The reference must give the score that the fast backend gave. */
    static void requireSameScore(final Alert alert, final float score, final Explanation reference) {
        if (Float.floatToRawIntBits(score) != Float.floatToRawIntBits(reference.score())) {
            throw new CommandException(String.format(Locale.ROOT,
                    "alert %d: the reference gives %s for %s, the CPU backend %s; this is a bug: report it with 'undercurrent gpu check'",
                    alert.sequence(), reference.score(), AlertText.lower(reference.signal()), score));
        }
    }

    private void require(final String name, final float journalled, final float now) {
        if (Float.floatToRawIntBits(journalled) != Float.floatToRawIntBits(now)) {
            throw differs(name, Float.toString(journalled), Float.toString(now));
        }
    }

    private void require(final String name, final long journalled, final long now) {
        if (journalled != now) {
            throw differs(name, Long.toString(journalled), Long.toString(now));
        }
    }

    private CommandException differs(final String name, final String journalled, final String now) {
        return new CommandException("alert " + alert.sequence() + " says " + name + " " + journalled + ", but its events give " + now
                + "; it was written with other formulas or settings: explain it with the version that wrote it, and with its --config");
    }
}
