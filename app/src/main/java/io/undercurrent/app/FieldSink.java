package io.undercurrent.app;

import java.util.List;

/** Takes the fields of one event after the other, by name. */
interface FieldSink {
    /**
     * @param stream {@code events} or {@code alerts}
     * @param type name of the message
     */
    void begin(String stream, String type);

    void number(String name, long value);

    /** An identifier: exact, whatever reads it. */
    void id(String name, long value);

    /** @param value in 1e-9 */
    void decimal(String name, long value);

    void time(String name, long timeNs);

    /** @param value NaN: not available */
    void real(String name, float value);

    void text(String name, String value);

    void names(String name, List<String> values);

    void end();
}
