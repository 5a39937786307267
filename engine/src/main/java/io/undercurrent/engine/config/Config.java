package io.undercurrent.engine.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** A checked value for every {@link Setting}. Immutable. */
public final class Config {
    private final Map<Setting, String> values;

    private Config(final Map<Setting, String> values) {
        this.values = values;
    }

    /** Every setting at its default. */
    public static Config defaults() {
        final Map<Setting, String> values = new EnumMap<>(Setting.class);
        for (final Setting setting : Setting.values()) {
            values.put(setting, setting.defaultValue());
        }
        return new Config(values);
    }

    /** The defaults with the settings of a YAML file over them. */
    public static Config read(final Path file) {
        final String yaml;
        try {
            yaml = Files.readString(file);
        } catch (final NoSuchFileException e) {
            throw new ConfigException("no configuration file " + file, e);
        } catch (final IOException e) {
            throw new ConfigException("cannot read the configuration file " + file + ": " + e, e);
        }
        return parse(yaml, file.toString());
    }

    /** As {@link #read}; {@code origin} names the text in errors. */
    public static Config parse(final String yaml, final String origin) {
        final Object root;
        try {
            root = new Load(LoadSettings.builder().setLabel(origin).build()).loadFromString(yaml);
        } catch (final YamlEngineException e) {
            throw new ConfigException(origin + " is not YAML: " + e.getMessage().lines().findFirst().orElse(""), e);
        }
        if (root == null) {
            return defaults();
        }
        if (!(root instanceof final Map<?, ?> map)) {
            throw new ConfigException(origin + " must hold keys and values, such as 'rows: { intervalMs: 1000 }'");
        }
        return defaults().withAll(map, "", origin);
    }

    private Config withAll(final Map<?, ?> map, final String prefix, final String origin) {
        Config config = this;
        for (final Map.Entry<?, ?> entry : map.entrySet()) {
            final String key = prefix + entry.getKey();
            if (entry.getValue() instanceof final Map<?, ?> nested) {
                config = config.withAll(nested, key + ".", origin);
            } else {
                config = config.with(settingOf(key, origin), Objects.toString(entry.getValue(), ""), origin);
            }
        }
        return config;
    }

    private static Setting settingOf(final String key, final String origin) {
        for (final Setting setting : Setting.values()) {
            if (setting.key().equals(key)) {
                return setting;
            }
        }
        throw new ConfigException("unknown key '" + key + "' in " + origin + "; 'undercurrent config' lists the known ones");
    }

    /** This configuration with one setting changed. */
    public Config with(final Setting setting, final String value) {
        return with(setting, value, "the options");
    }

    private Config with(final Setting setting, final String value, final String origin) {
        if (!setting.allows(value)) {
            throw new ConfigException(setting.key() + " is '" + value + "' in " + origin + "; it must be " + setting.range());
        }
        final Map<Setting, String> changed = new EnumMap<>(values);
        changed.put(setting, value);
        return new Config(changed);
    }

    public String text(final Setting setting) {
        return values.get(setting);
    }

    public Path path(final Setting setting) {
        return Path.of(text(setting));
    }

    public int integer(final Setting setting) {
        return Math.toIntExact(wide(setting));
    }

    public long wide(final Setting setting) {
        return Long.parseLong(text(setting));
    }

    public float decimal(final Setting setting) {
        return Float.parseFloat(text(setting));
    }

    /** The whole configuration as a YAML file that can be read back, each key with its meaning and range. */
    public String toYaml() {
        final StringBuilder yaml = new StringBuilder();
        String group = "";
        for (final Setting setting : Setting.values()) {
            final int dot = setting.key().indexOf('.');
            if (!group.equals(setting.key().substring(0, dot))) {
                group = setting.key().substring(0, dot);
                yaml.append(yaml.isEmpty() ? "" : "\n").append(group).append(":\n");
            }
            yaml.append("  # ").append(setting.meaning()).append(" (").append(setting.range()).append(")\n  ")
                    .append(setting.key().substring(dot + 1)).append(": ").append(quoted(setting)).append('\n');
        }
        return yaml.toString();
    }

    private String quoted(final Setting setting) {
        final String value = text(setting);
        return setting.kind() == Setting.Kind.TEXT ? "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"" : value;
    }
}
