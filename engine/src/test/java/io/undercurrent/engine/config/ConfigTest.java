package io.undercurrent.engine.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigTest {
    @ParameterizedTest
    @EnumSource(Setting.class)
    void everyDefaultIsAllowed(final Setting setting) {
        assertTrue(setting.allows(setting.defaultValue()), setting.key() + ": " + setting.range());
    }

    @Test
    void printsAFileThatReadsBackTheSame() {
        final Config changed = Config.defaults().with(Setting.ROWS_INTERVAL_MS, "250").with(Setting.JOURNAL_DIR, "a \"b\"\\c");
        final Config back = Config.parse(changed.toYaml(), "printed");
        for (final Setting setting : Setting.values()) {
            assertEquals(changed.text(setting), back.text(setting), setting.key());
        }
        assertEquals(250, back.integer(Setting.ROWS_INTERVAL_MS));
    }

    @Test
    void readsNestedAndDottedKeysOverTheDefaults(@TempDir final Path dir) throws IOException {
        final Path file = dir.resolve("undercurrent.yaml");
        Files.writeString(file, "rows:\n  intervalMs: 2000\nring.slots: 128\n");
        final Config config = Config.read(file);
        assertEquals(2000, config.integer(Setting.ROWS_INTERVAL_MS));
        assertEquals(128, config.integer(Setting.RING_SLOTS));
        assertEquals(Setting.ALERTS_HOLD_MS.defaultValue(), config.text(Setting.ALERTS_HOLD_MS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rows: {intervalMs: 99}", "rows: {intervalMs: 60001}", "rows: {intervalMs: fast}", "rows: {intervalMs: }",
        "ring: {slots: 1000}", "signals: {backend: gpu}", "alerts: {thresholdLogOdds: -101}", "alerts: {thresholdLogOdds: .nan}",
        "rows: {intervalMs: [1]}", "journal: {dir: ''}", "rows: {intervalMs: 99999999999999999999}"})
    void refusesAValueOutOfRangeAndNamesKeyValueAndRange(final String yaml) {
        final String message = assertThrows(ConfigException.class, () -> Config.parse(yaml, "test.yaml")).getMessage();
        final String key = yaml.substring(0, yaml.indexOf(':')) + "." + yaml.substring(yaml.indexOf('{') + 1, yaml.lastIndexOf(':'));
        assertTrue(message.contains(key) && message.contains("test.yaml") && message.contains("must be"), message);
        assertEquals(1, message.lines().count(), message);
    }

    @Test
    void refusesAnUnknownKey() {
        final String message =
                assertThrows(ConfigException.class, () -> Config.parse("rows: {intervallMs: 1000}", "test.yaml")).getMessage();
        assertTrue(message.contains("rows.intervallMs"), message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a: [", "just text", "- 1\n- 2"})
    void refusesWhatIsNoConfigurationInOneLine(final String yaml) {
        final String message = assertThrows(ConfigException.class, () -> Config.parse(yaml, "test.yaml")).getMessage();
        assertTrue(message.contains("test.yaml"), message);
        assertEquals(1, message.lines().count(), message);
    }

    @Test
    void saysThatAFileIsMissing(@TempDir final Path dir) {
        final Path missing = dir.resolve("none.yaml");
        assertTrue(assertThrows(ConfigException.class, () -> Config.read(missing)).getMessage().contains(missing.toString()));
    }
}
