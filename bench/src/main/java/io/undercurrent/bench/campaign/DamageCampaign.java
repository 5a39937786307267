package io.undercurrent.bench.campaign;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Damages the files of a written stream, in memory, and lets an engine start on them. */
final class DamageCampaign implements Campaign {
    private static final int STREAMS = 16;
    private static final List<String> WITNESSES = List.of("stop.txt", "acknowledged");
    private static final int STREAM_SEED = 2026;

    private final List<WrittenStream> streams = new ArrayList<>();
    private final Damage damage;

    DamageCampaign(final Path folder, final Damage damage) throws IOException {
        this.damage = damage;
        for (int i = 0; i < STREAMS; i++) {
            streams.add(WrittenStream.write(folder, STREAM_SEED + i));
        }
    }

    @Override
    public void round(final Round round) throws IOException {
        final int index = round.random().nextInt(STREAMS);
        final WrittenStream stream = streams.get(index);
        final Image other = streams.get((index + 1) % STREAMS).whole();
        final Damaged damaged = damage.of(stream, other, round.random());
        final Path path = round.place(damaged.image());
        final RecoveryCheck check = new RecoveryCheck(round, round.arm(damaged.what()), Level.small());
        check.afterDamage(path, new TreeMap<>(stream.made()), isWitnessed(stream, damaged.image()) ? stream.acknowledged() : 0);
    }

    /**
     * Whether a file that says how much there was is as it was. Where data and all such files are damaged at once nothing can know what is
     * missing, so nothing is asked but that nothing wrong is delivered.
     */
    private static boolean isWitnessed(final WrittenStream stream, final Image image) {
        return WITNESSES.stream().map(file -> stream.newestRun() + "/" + file)
                .anyMatch(name -> stream.whole().files().containsKey(name)
                        && stream.whole().files().get(name).equals(image.files().get(name)));
    }

    @Override
    public void close() {
        streams.clear();
    }
}
