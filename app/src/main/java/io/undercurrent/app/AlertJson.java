package io.undercurrent.app;

/** An alert as a JSON object. Its names are a contract: they stay, and new ones are only added. */
final class AlertJson {
    private AlertJson() {
    }

    /** An object of its own line. */
    static void writeLine(final Json json, final Alert alert) {
        json.beginObject();
        fields(json, alert);
        json.endObject();
        json.endLine();
    }

    /** Within the object that is open. */
    static void fields(final Json json, final Alert alert) {
        json.number("sequence", alert.sequence()).time("time", alert.timeNs()).text("symbol", alert.symbol())
                .number("instrumentId", alert.instrumentId()).text("phase", AlertText.lower(alert.phase()))
                .text("side", AlertText.lower(alert.side())).text("severity", alert.severity().name())
                .text("leading", alert.leading().name().toLowerCase(java.util.Locale.ROOT))
                .text("pattern", AlertText.pattern(alert.leading()))
                .real("netLogOdds", alert.netLogOdds()).real("composite", alert.composite()).real("coverage", alert.coverage())
                .real("absorption", alert.absorption()).real("creep", alert.creep()).real("darkPool", alert.darkPool())
                .real("sinkhole", alert.sinkhole()).real("contraction", alert.contraction());
        price(json, "bestBid", alert.bestBid());
        price(json, "bestAsk", alert.bestAsk());
        json.time("windowStart", alert.windowStartNs()).time("windowEnd", alert.windowEndNs()).number("rowIndex", alert.rowIndex())
                .number("asOfSequence", alert.asOfSequence());
    }

    private static void price(final Json json, final String name, final long price) {
        if (price == 0) {
            json.nothing(name);
        } else {
            json.decimal(name, price);
        }
    }
}
