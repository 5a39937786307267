package io.undercurrent.feeds.iqfeed;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Where the fields of level 1 updates stand, as the server echoes it. An index counts from the type, which is field 0; -1: not selected.
 *
 * @param count fields of a line, the type included
 */
record Level1Layout(
        int count, int symbol, int price, int size, int time, int date, int marketCenter, int conditions, int aggressor, int tickId, int bid,
        int bidSize, int bidTime, int ask, int askSize, int askTime, int contents) {
    /** Of the type and more fields than there are. */
    static final int MAX_FIELDS = 128;

    private static final String ECHO = "S,CURRENT UPDATE FIELDNAMES,";
    /** What a server sends that was not told to select fields. */
    private static final String USUAL = "Symbol,Most Recent Trade,Most Recent Trade Size,Most Recent Trade Time,Most Recent Trade Market Center,"
            + "Total Volume,Bid,Bid Size,Ask,Ask Size,Open,High,Low,Close,Message Contents,Most Recent Trade Conditions";

    static Level1Layout usual() {
        return of(List.of(USUAL.split(",")));
    }

    /** Whether a line is the server's echo of the fields, with those that can't be done without. */
    static boolean isEcho(final byte[] line, final int offset, final int length) {
        if (length < ECHO.length()) {
            return false;
        }
        for (int i = 0; i < ECHO.length(); i++) {
            if (line[offset + i] != ECHO.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    static Level1Layout of(final byte[] echo, final int offset, final int length) {
        final String names = new String(echo, offset + ECHO.length(), length - ECHO.length(), StandardCharsets.ISO_8859_1);
        return of(Arrays.asList(names.split(",")));
    }

    private static Level1Layout of(final List<String> fields) {
        final List<String> names = fields.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
        return new Level1Layout(names.size() + 1, at(names, "symbol"), at(names, "most recent trade"), at(names, "most recent trade size"),
                at(names, "most recent trade time"), at(names, "most recent trade date"), at(names, "most recent trade market center"),
                at(names, "most recent trade conditions"), at(names, "most recent trade aggressor"), at(names, "tickid"), at(names, "bid"),
                at(names, "bid size"), at(names, "bid time"), at(names, "ask"), at(names, "ask size"), at(names, "ask time"),
                at(names, "message contents"));
    }

    private static int at(final List<String> names, final String name) {
        final int index = names.indexOf(name);
        return index < 0 ? -1 : index + 1;
    }

    /** Whether updates can be told apart at all. */
    boolean isUsable() {
        return symbol > 0 && contents > 0 && count <= MAX_FIELDS;
    }
}
