package io.undercurrent.app;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code 1s}, {@code 500ms} and {@code 1m} as milliseconds. */
final class Intervals implements ITypeConverter<Integer> {
    private static final Pattern FORM = Pattern.compile("([0-9]{1,6})(ms|s|m)");
    private static final int MIN_MS = 100;
    private static final int MAX_MS = 60_000;

    @Override
    public Integer convert(final String value) {
        final Matcher matcher = FORM.matcher(value);
        if (matcher.matches()) {
            final long unitMs = switch (matcher.group(2)) {
                case "ms" -> 1;
                case "s" -> 1_000;
                default -> 60_000;
            };
            final long ms = Long.parseLong(matcher.group(1)) * unitMs;
            if (ms >= MIN_MS && ms <= MAX_MS) {
                return (int) ms;
            }
        }
        throw new TypeConversionException("'" + value + "' must be 100ms to 60s, such as 1s or 500ms");
    }
}
