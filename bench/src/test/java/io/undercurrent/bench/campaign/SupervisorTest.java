package io.undercurrent.bench.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SupervisorTest {
    private static final long SEED = 7;

    @TempDir
    private Path folder;

    @Test
    void addsUpTheRoundsOfAWorker() throws IOException, InterruptedException {
        final CampaignResult result = run(Worker.class, Duration.ofSeconds(60), 3);
        assertEquals(List.of(), result.failures());
        assertEquals(3, result.total().get(Tally.ROUNDS));
        assertTrue(result.total().get(Tally.RECOVERED) > 0);
    }

    @Test
    void aCrashFailsItsRoundAndTheNextOneGoesOn() throws IOException, InterruptedException {
        final CampaignResult result = run(CrashingWorker.class, Duration.ofSeconds(60), 2);
        assertEquals(2, result.failures().size());
        assertTrue(result.failures().getFirst().contains("round 0: the process ended with status 134"), result.failures().getFirst());
        assertTrue(result.failures().getLast().contains("--rounds 1 --seed " + Seeds.ofRound(SEED, 1)), result.failures().getLast());
    }

    @Test
    void aHangFailsItsRound() throws IOException, InterruptedException {
        final CampaignResult result = run(HangingWorker.class, Duration.ofMillis(500), 1);
        assertEquals(1, result.failures().size());
        assertTrue(result.failures().getFirst().contains("was silent for 500 ms"), result.failures().getFirst());
    }

    @Test
    void aRoundCanBeRepeatedAsTheFirstOfACampaign() {
        final long seed = Seeds.ofRound(SEED, 5);
        assertEquals(seed, Seeds.ofRound(seed, 0));
    }

    private CampaignResult run(final Class<?> main, final Duration patience, final int rounds) throws IOException, InterruptedException {
        try (Supervisor supervisor = new Supervisor(
                main, patience, CampaignName.BIT_FLIP, folder, false, SEED, rounds, new Progress(false))) {
            return supervisor.run();
        }
    }

    /** Begins its first round and is gone. */
    static final class CrashingWorker {
        private CrashingWorker() {
        }

        public static void main(final String[] arguments) {
            System.out.println(Worker.BEGIN + arguments[4]);
            Runtime.getRuntime().halt(134);
        }
    }

    /** Begins its first round and says no more. */
    static final class HangingWorker {
        private HangingWorker() {
        }

        public static void main(final String[] arguments) {
            System.out.println(Worker.BEGIN + arguments[4]);
            while (true) {
                LockSupport.park();
            }
        }
    }
}
