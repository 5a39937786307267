package io.undercurrent.app;

import io.undercurrent.codec.Decimals;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a decimal above 0 as a count of 1e-9, exactly. */
final class DecimalOption implements ITypeConverter<Long> {
    @Override
    public Long convert(final String value) {
        final long parsed = Decimals.parse(value);
        if (parsed <= 0) {
            throw new TypeConversionException("'" + value + "' must be a decimal above 0 of at most nine decimals, such as 0.01");
        }
        return parsed;
    }
}
