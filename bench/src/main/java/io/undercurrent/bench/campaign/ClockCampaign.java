package io.undercurrent.bench.campaign;

import io.undercurrent.bench.Child;
import io.undercurrent.bench.Command;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Moves the wall clock of a writer process, {@value #STEPS} times in a round, while it begins a segment at about every step. */
final class ClockCampaign implements Campaign {
    static final int STEPS = 20;
    static final String TAKEN = "clock steps";
    static final String FAILURES = "append failures";

    private static final String SOURCE = "clock.c";
    private static final String ARM = "steps of 1 s, 1 h, 1 day, summer time";
    private static final String RESTARTS = "restarts";
    private static final int FIELDS = 5;

    private final Child writer;

    ClockCampaign(final Path folder) throws IOException {
        final Path library = compile(folder);
        final Path clock = folder.resolve("clock");
        SharedCounters.map(clock);
        writer = Child.start(folder, ClockWriter.class, List.of("-XX:TieredStopAtLevel=1", "-Xmx256m"),
                Map.of("LD_PRELOAD", library.toString(), "CAMPAIGN_CLOCK", clock.toString(), "TZ", "Europe/Berlin"), clock);
        Writer.warm(folder.resolve("warm"));
    }

    private static Path compile(final Path folder) throws IOException {
        final Path source = folder.resolve(SOURCE);
        try (InputStream text = ClockCampaign.class.getResourceAsStream(SOURCE)) {
            if (text == null) {
                throw new IOException(SOURCE + " is not in the jar");
            }
            Files.copy(text, source);
        }
        final Path library = folder.resolve("clock.so");
        Command.run("gcc", "-O2", "-shared", "-fPIC", "-o", library.toString(), source.toString());
        return library;
    }

    /** Why there can be none here; empty: there can. */
    static String missing() {
        return Command.exists("gcc") ? "" : "needs gcc, to compile the library that moves the clock";
    }

    @Override
    public void round(final Round round) throws IOException {
        final Path stream = round.folder().resolve("stream");
        writer.send(String.join(ClockWriter.SEPARATOR, Long.toString(round.seed()), Integer.toString(STEPS), stream.toString()));
        final String[] answer = writer.receive().split(ClockWriter.SEPARATOR, FIELDS);
        if (answer.length < FIELDS) {
            throw new IOException("the writer ended: " + writer.errors());
        }
        final Tally tally = round.arm(ARM);
        final int moved = Integer.parseInt(answer[1]);
        final int failures = Integer.parseInt(answer[2]);
        tally.add(TAKEN, moved);
        tally.add(FAILURES, failures);
        tally.add(RESTARTS, Integer.parseInt(answer[3]));
        if (moved < STEPS) {
            round.fail("the clock moved only " + moved + " of " + STEPS + " times");
        }
        if (failures > 0) {
            round.fail(failures + " appends failed: " + answer[4]);
        }
        final NavigableMap<Long, MadeEvents> made = new TreeMap<>();
        made.put(1L, new MadeEvents(round.seed()));
        new RecoveryCheck(round, tally, Level.small()).afterCrash(stream, made, Long.parseLong(answer[0]));
    }

    @Override
    public void close() {
        writer.close();
    }
}
