package io.undercurrent.app;

import java.util.List;

/** Events as JSON objects, one a line. One thread. */
final class JsonFields implements FieldSink {
    private final Json json;

    JsonFields(final Json json) {
        this.json = json;
    }

    @Override
    public void begin(final String stream, final String type) {
        json.beginObject().text("stream", stream).text("type", type);
    }

    @Override
    public void number(final String name, final long value) {
        json.number(name, value);
    }

    /** As text: many readers of JSON keep only 53 bits of a number. */
    @Override
    public void id(final String name, final long value) {
        json.text(name, Long.toString(value));
    }

    @Override
    public void decimal(final String name, final long value) {
        json.decimal(name, value);
    }

    @Override
    public void time(final String name, final long timeNs) {
        json.time(name, timeNs);
    }

    @Override
    public void real(final String name, final float value) {
        json.real(name, value);
    }

    @Override
    public void text(final String name, final String value) {
        json.text(name, value);
    }

    @Override
    public void names(final String name, final List<String> values) {
        json.beginArray(name);
        values.forEach(json::item);
        json.endArray();
    }

    @Override
    public void end() {
        json.endObject();
        json.endLine();
    }
}
