package io.undercurrent.app;

import io.undercurrent.signals.Explanation;
import io.undercurrent.signals.Feature;
import io.undercurrent.signals.Gate;
import java.util.List;

/** An explained alert as a JSON object. Its names are a contract: they stay, and new ones are only added. */
final class ExplanationJson {
    private final Json json;
    private final int cells;

    /** @param cells of the window, at most */
    ExplanationJson(final Json json, final int cells) {
        this.json = json;
        this.cells = cells;
    }

    void write(final AlertExplanation explanation) {
        json.beginObject().beginObject("alert");
        AlertJson.fields(json, explanation.alert());
        json.endObject().flag("same", true).number("firstSequence", explanation.firstSequence()).number("rowMs", explanation.rowMs());
        json.real("threshold", explanation.rules().threshold()).real("clearBelow", explanation.rules().clearBelow());
        if (explanation.aboveSinceNs() == 0) {
            json.nothing("aboveSince");
        } else {
            json.time("aboveSince", explanation.aboveSinceNs());
        }
        json.beginArray("evidence");
        evidence(explanation.own());
        evidence(explanation.other());
        json.endArray().beginArray("signals");
        explanation.signals().forEach(this::signal);
        json.endArray().beginArray("window");
        WindowCell.of(explanation.rows(), explanation.instrument(), cells).forEach(this::cell);
        json.endArray().beginObject("book");
        levels("bids", BookLevel.bids(explanation.rows().getLast(), explanation.instrument()));
        levels("asks", BookLevel.asks(explanation.rows().getLast(), explanation.instrument()));
        json.endObject().endObject().endLine();
    }

    private void evidence(final SideEvidence side) {
        json.beginObject().text("side", AlertText.lower(side.side())).real("netLogOdds", side.net()).real("composite", side.composite());
        json.beginArray("signals");
        side.signals().forEach(of -> json.beginObject().text("signal", name(of.signal())).real("score", of.score())
                .real("averaged", of.averaged()).real("logOdds", of.logOdds()).endObject());
        json.endArray().endObject();
    }

    private void signal(final Explanation signal) {
        json.beginObject().text("signal", name(signal.signal())).real("score", signal.score()).real("evidenceIfUsual", signal.usual())
                .beginArray("features");
        signal.features().forEach(this::feature);
        json.endArray().beginArray("gates");
        signal.gates().forEach(this::gate);
        json.endArray().endObject();
    }

    private void feature(final Feature feature) {
        json.beginObject().text("name", feature.name()).number("rows", feature.rows()).real("value", feature.value())
                .real("median", feature.median()).real("scale", feature.scale()).real("z", feature.z()).number("points", feature.points())
                .real("evidence", feature.evidence()).endObject();
    }

    private void gate(final Gate gate) {
        json.beginObject().text("name", gate.name()).number("rows", gate.rows()).real("value", gate.value()).text("needs", gate.needs())
                .real("passes", gate.passes()).endObject();
    }

    private void cell(final WindowCell cell) {
        json.beginObject().time("end", cell.endNs());
        known("mid", cell.mid());
        known("spread", cell.spread());
        json.decimal("bidDepth", cell.bidDepth()).decimal("askDepth", cell.askDepth()).decimal("buyVolume", cell.buyVolume())
                .decimal("sellVolume", cell.sellVolume()).real("netLogOdds", cell.net()).endObject();
    }

    private void known(final String name, final long value) {
        if (value == 0) {
            json.nothing(name);
        } else {
            json.decimal(name, value);
        }
    }

    private void levels(final String name, final List<BookLevel> levels) {
        json.beginArray(name);
        levels.forEach(level -> json.beginObject().decimal("price", level.price()).decimal("size", level.size()).endObject());
        json.endArray();
    }

    private static String name(final Enum<?> signal) {
        return signal.name().toLowerCase(java.util.Locale.ROOT);
    }
}
