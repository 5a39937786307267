package io.undercurrent.score.report;

import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Map;
import java.util.Optional;

/**
 * Records as JSON, as they are: components by their names, in their order; lists and arrays of floats as arrays, enums by name, what is NaN or
 * empty as null. ASCII, without line ends.
 */
public final class RecordJson {
    private final JsonGenerator json;

    private RecordJson(final JsonGenerator json) {
        this.json = json;
    }

    public static String of(final Record value) {
        final StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactoryBuilder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build().createGenerator(text)) {
            new RecordJson(json).write(value);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private void write(final Object value) throws IOException {
        switch (value) {
            case Record record -> record(record);
            case Map<?, ?> map -> {
                json.writeStartObject();
                for (final Map.Entry<?, ?> entry : map.entrySet()) {
                    json.writeFieldName(entry.getKey().toString());
                    write(entry.getValue());
                }
                json.writeEndObject();
            }
            case Iterable<?> list -> {
                json.writeStartArray();
                for (final Object item : list) {
                    write(item);
                }
                json.writeEndArray();
            }
            case Optional<?> optional -> {
                if (optional.isPresent()) {
                    write(optional.get());
                } else {
                    json.writeNull();
                }
            }
            case float[] numbers -> {
                json.writeStartArray();
                for (final float number : numbers) {
                    write(number);
                }
                json.writeEndArray();
            }
            case Float number when Float.isFinite(number) -> json.writeNumber(number);
            case Double number when Double.isFinite(number) -> json.writeNumber(number);
            case Float _, Double _ -> json.writeNull();
            case Integer number -> json.writeNumber(number);
            case Long number -> json.writeNumber(number);
            case Boolean flag -> json.writeBoolean(flag);
            case Enum<?> name -> json.writeString(name.name());
            case String text -> json.writeString(text);
            default -> throw new IllegalArgumentException("no JSON for " + value.getClass());
        }
    }

    private void record(final Record record) throws IOException {
        json.writeStartObject();
        for (final RecordComponent component : record.getClass().getRecordComponents()) {
            json.writeFieldName(component.getName());
            write(read(record, component));
        }
        json.writeEndObject();
    }

    private static Object read(final Record record, final RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (final IllegalAccessException | InvocationTargetException e) {
            throw new IllegalArgumentException("no JSON for " + record.getClass() + ": " + component.getName(), e);
        }
    }
}
