package io.undercurrent.bench.campaign;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/** The campaigns there are. */
enum CampaignName {
    KILL("kill", 2_000, 10_400, "a writer stopped or killed at any moment: all that it appended is there"),
    POWER_CUT("power-cut", 20, 100, "a disk whose power is cut while a writer is at work, at each level: nothing acknowledged is lost"),
    TORN_PAGES("torn-pages", 2_000, 10_000, "pages and sectors that hold something older or nothing: no wrong event, no silent loss"),
    TRUNCATE("truncate", 2_000, 10_000, "files cut, empty or missing: no wrong event, no silent loss"),
    BIT_FLIP("bit-flip", 4_000, 20_000, "one to eight bits of any file: found, or without effect"),
    DISK_FULL("disk-full", 100, 1_000, "a disk with a different room left each time: a clean end, nothing acknowledged lost, and it goes on"),
    CLOCK("clock", 100, 500, "a writer whose clock is moved 20 times a round, at most steps a new segment: no append fails"),
    STOP_CONT("stop-cont", 30, 100, "a stopped writer, and another that tries: refused at once until the first is gone");

    private static final Path MEMORY = Path.of("/dev/shm");

    private final String label;
    private final int rounds;
    private final int fullRounds;
    private final String what;

    CampaignName(final String label, final int rounds, final int fullRounds, final String what) {
        this.label = label;
        this.rounds = rounds;
        this.fullRounds = fullRounds;
        this.what = what;
    }

    static Optional<CampaignName> of(final String label) {
        return Arrays.stream(values()).filter(name -> name.label.equals(label)).findFirst();
    }

    String label() {
        return label;
    }

    /** By default: about a minute. */
    int rounds() {
        return rounds;
    }

    int fullRounds() {
        return fullRounds;
    }

    /** In one line. */
    String what() {
        return what;
    }

    /** Why it can't run here; empty: it can. */
    String missing() {
        return switch (this) {
            case POWER_CUT, DISK_FULL -> LoopFilesystem.missing();
            case CLOCK -> ClockCampaign.missing();
            default -> "";
        };
    }

    /** Where its files go: to memory if there is such a folder, unless it is the disk that is tried. */
    Path parent() {
        return this != POWER_CUT && Files.isWritable(MEMORY) ? MEMORY : Path.of(System.getProperty("java.io.tmpdir"));
    }

    /** How long a round may say nothing. A power cut ends with a flush to the machine's own disk, which waits for all others that write there. */
    Duration patience() {
        return this == POWER_CUT ? Supervisor.PATIENCE.multipliedBy(5) : Supervisor.PATIENCE;
    }

    /** @param folder that it may use until it is closed */
    Campaign open(final Path folder) throws IOException {
        return switch (this) {
            case KILL -> new KillCampaign(folder);
            case POWER_CUT -> new PowerCutCampaign(folder);
            case TORN_PAGES -> new DamageCampaign(folder, Damages::torn);
            case TRUNCATE -> new DamageCampaign(folder, Damages::truncated);
            case BIT_FLIP -> new DamageCampaign(folder, Damages::flipped);
            case DISK_FULL -> new DiskFullCampaign(folder);
            case CLOCK -> new ClockCampaign(folder);
            case STOP_CONT -> new StopCampaign(folder);
        };
    }
}
