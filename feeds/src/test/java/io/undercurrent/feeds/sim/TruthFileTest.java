package io.undercurrent.feeds.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.undercurrent.codec.sbe.AlertSide;
import io.undercurrent.engine.feed.FeedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TruthFileTest {
    private static final List<Truth> TRUTHS = List.of(
            new Truth(1_767_623_400_000_000_000L, 1_767_624_120_000_000_001L, "BRICK", EpisodeKind.DARK_POOL, AlertSide.DISTRIBUTION,
                    EpisodeStyle.NONE, List.of(), 0.15, 12_345, 67_890),
            new Truth(7, 8, "CEDAR", EpisodeKind.MIXTURE, AlertSide.ACCUMULATION, EpisodeStyle.NATIVE_ICEBERG,
                    List.of(EpisodeKind.ABSORPTION, EpisodeKind.CREEP), 0.05, 5, 60),
            new Truth(1, 2, "SLATE", EpisodeKind.SPOOF, AlertSide.ACCUMULATION, EpisodeStyle.NONE, List.of(), 0, 0, 0));

    @TempDir
    private Path folder;

    @Test
    void readsBackWhatItWrote() {
        final Path file = folder.resolve(TruthFile.NAME);
        TruthFile.write(file, TRUTHS);
        assertEquals(TRUTHS, TruthFile.read(file));
    }

    @Test
    void readsBackTheTruthOfADay() {
        final Path file = folder.resolve(TruthFile.NAME);
        final List<Truth> planned = new SimulatorFeed(SimulatorOptions.demo(1)).truth();
        TruthFile.write(file, planned);
        assertEquals(planned, TruthFile.read(file));
    }

    @Test
    void namesTheLineThatIsWrong() throws IOException {
        final Path file = folder.resolve(TruthFile.NAME);
        TruthFile.write(file, TRUTHS);
        final String text = Files.readString(file);
        for (final String wrong : List.of(text.replace("SPOOF", "SPOOK"), text.replace("67890", "many"), text.replace(",0,0\n", ",0\n"))) {
            Files.writeString(file, wrong);
            final String message = assertThrows(FeedException.class, () -> TruthFile.read(file)).getMessage();
            assertTrue(message.contains(" line "), message);
        }
        Files.writeString(file, "hello\n");
        assertThrows(FeedException.class, () -> TruthFile.read(file));
        assertThrows(FeedException.class, () -> TruthFile.read(folder.resolve("absent.csv")));
        assertThrows(FeedException.class, () -> TruthFile.write(folder.resolve("absent").resolve("x.csv"), TRUTHS));
    }
}
