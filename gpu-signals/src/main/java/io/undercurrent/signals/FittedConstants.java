package io.undercurrent.signals;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/**
 * What is fitted on training days and goes with this version: how scores become evidence, and from which evidence on something is said.
 * Kept as a text of keys and values whose comments name the command that made it.
 *
 * @param calibration of every signal
 * @param threshold net log-odds above which an alert is raised
 * @param clearBelow net log-odds below which it ends
 * @param warning net log-odds of that severity, and so on
 */
public record FittedConstants(
        Map<Signal, Calibration> calibration, float threshold, float clearBelow, float warning, float critical, float urgent) {
    private static final String RESOURCE = "fitted.properties";
    private static final FittedConstants STANDARD = ofResource();

    public FittedConstants {
        calibration = Map.copyOf(calibration);
    }

    /** Those of this version. */
    public static FittedConstants standard() {
        return STANDARD;
    }

    private static FittedConstants ofResource() {
        try (InputStream in = FittedConstants.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(RESOURCE + " is missing beside " + FittedConstants.class);
            }
            return read(new InputStreamReader(in, StandardCharsets.US_ASCII), RESOURCE);
        } catch (final IOException e) {
            throw new UncheckedIOException("cannot read " + RESOURCE + ": " + e.getMessage(), e);
        }
    }

    /**
     * Reads what {@link #toText} wrote.
     *
     * @param origin names the text in errors
     * @throws IllegalArgumentException a key is missing, or its value is no number
     */
    public static FittedConstants read(final Reader text, final String origin) throws IOException {
        final Properties properties = new Properties();
        properties.load(text);
        final Map<Signal, Calibration> calibration = new EnumMap<>(Signal.class);
        for (final Signal signal : Signal.values()) {
            calibration.put(signal, new Calibration(number(properties, key(signal, "intercept"), origin),
                    number(properties, key(signal, "slope"), origin), number(properties, key(signal, "weight"), origin)));
        }
        return new FittedConstants(calibration, number(properties, "alert.threshold", origin), number(properties, "alert.clearBelow", origin),
                number(properties, "alert.warning", origin), number(properties, "alert.critical", origin),
                number(properties, "alert.urgent", origin));
    }

    private static float number(final Properties properties, final String key, final String origin) {
        final String value = properties.getProperty(key);
        try {
            if (value != null) {
                return Float.parseFloat(value);
            }
        } catch (final NumberFormatException e) {
            throw new IllegalArgumentException(key + " is '" + value + "' in " + origin + "; it must be a number", e);
        }
        throw new IllegalArgumentException(key + " is missing in " + origin + "; write the file again with 'undercurrent score fit'");
    }

    private static String key(final Signal signal, final String name) {
        return signal.name().toLowerCase(Locale.ROOT) + "." + name;
    }

    /**
     * The text that {@link #read} reads.
     *
     * @param header lines that say where the constants are from
     */
    public String toText(final Iterable<String> header) {
        final StringBuilder text = new StringBuilder();
        header.forEach(line -> text.append("# ").append(line).append('\n'));
        for (final Signal signal : Signal.values()) {
            final Calibration of = calibration.get(signal);
            text.append(key(signal, "intercept")).append('=').append(of.intercept()).append('\n')
                    .append(key(signal, "slope")).append('=').append(of.slope()).append('\n')
                    .append(key(signal, "weight")).append('=').append(of.weight()).append('\n');
        }
        return text.append("alert.threshold=").append(threshold).append("\nalert.clearBelow=").append(clearBelow)
                .append("\nalert.warning=").append(warning).append("\nalert.critical=").append(critical)
                .append("\nalert.urgent=").append(urgent).append('\n').toString();
    }
}
