package io.undercurrent.app;

import io.undercurrent.engine.feed.Pace;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code max}, {@code 1} (as recorded) and {@code 10} (ten times as fast). */
final class Speeds implements ITypeConverter<Pace> {
    @Override
    public Pace convert(final String value) {
        if ("max".equals(value)) {
            return Pace.max();
        }
        if (value.matches("[0-9]{1,6}(\\.[0-9]{1,6})?") && Double.parseDouble(value) > 0) {
            return Pace.times(Double.parseDouble(value));
        }
        throw new TypeConversionException("'" + value + "' must be max or a number above 0, such as 1 or 10");
    }
}
