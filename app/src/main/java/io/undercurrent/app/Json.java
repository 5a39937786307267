package io.undercurrent.app;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import io.undercurrent.codec.Decimals;
import io.undercurrent.codec.Times;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/**
 * Writes JSON objects, one a line, in ASCII. Prices and sizes are exact decimal numbers, times ISO 8601 in UTC, what is not available is
 * null. One thread.
 */
final class Json {
    private final JsonGenerator json;

    /** A JSON writing step. */
    @FunctionalInterface
    private interface Step {
        void run() throws IOException;
    }

    Json(final Output out) {
        try {
            json = new JsonFactoryBuilder().rootValueSeparator("").enable(JsonWriteFeature.ESCAPE_NON_ASCII)
                    .disable(StreamWriteFeature.FLUSH_PASSED_TO_STREAM).build().createGenerator(new Stream(out), JsonEncoding.UTF8);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(final Step step) {
        try {
            step.run();
        } catch (final IOException e) {
            throw new UncheckedIOException("cannot write JSON: " + e.getMessage(), e);
        }
    }

    Json beginObject() {
        write(json::writeStartObject);
        return this;
    }

    Json beginObject(final String name) {
        write(() -> json.writeObjectFieldStart(name));
        return this;
    }

    Json endObject() {
        write(json::writeEndObject);
        return this;
    }

    Json beginArray(final String name) {
        write(() -> json.writeArrayFieldStart(name));
        return this;
    }

    Json endArray() {
        write(json::writeEndArray);
        return this;
    }

    Json item(final String value) {
        write(() -> json.writeString(value));
        return this;
    }

    Json item(final long value) {
        write(() -> json.writeNumber(value));
        return this;
    }

    Json text(final String name, final String value) {
        write(() -> json.writeStringField(name, value));
        return this;
    }

    Json number(final String name, final long value) {
        write(() -> json.writeNumberField(name, value));
        return this;
    }

    Json number(final String name, final double value) {
        write(() -> json.writeNumberField(name, value));
        return this;
    }

    Json flag(final String name, final boolean value) {
        write(() -> json.writeBooleanField(name, value));
        return this;
    }

    /** @param value NaN: null */
    Json real(final String name, final float value) {
        if (Float.isNaN(value)) {
            return nothing(name);
        }
        write(() -> json.writeNumberField(name, value));
        return this;
    }

    /** @param value in 1e-9 */
    Json decimal(final String name, final long value) {
        write(() -> {
            json.writeFieldName(name);
            json.writeNumber(Decimals.format(value));
        });
        return this;
    }

    Json time(final String name, final long timeNs) {
        return text(name, Times.format(timeNs));
    }

    Json nothing(final String name) {
        write(() -> json.writeNullField(name));
        return this;
    }

    /** Ends the line of the object just written. */
    void endLine() {
        write(() -> {
            json.writeRaw('\n');
            json.flush();
        });
    }

    /** The output as the generator wants it. */
    private static final class Stream extends OutputStream {
        private final Output out;

        Stream(final Output out) {
            this.out = out;
        }

        @Override
        public void write(final int b) {
            out.write(b);
        }

        @Override
        public void write(final byte[] bytes, final int offset, final int count) {
            out.write(bytes, offset, count);
        }
    }
}
