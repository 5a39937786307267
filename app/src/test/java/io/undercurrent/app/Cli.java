package io.undercurrent.app;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Commands run in this process, with what they print. */
final class Cli {
    /** What a command left behind. */
    record Result(int status, String out, String err) {
        List<String> lines() {
            return out.lines().toList();
        }
    }

    private Cli() {
    }

    static Result run(final String... args) {
        return run(new StopRequests(), args);
    }

    static Result run(final StopRequests stops, final String... args) {
        final ByteArrayOutputStream out = new ByteArrayOutputStream();
        final ByteArrayOutputStream err = new ByteArrayOutputStream();
        final Console console = new Console(new Output(out), new PrintStream(err, true, StandardCharsets.UTF_8), false, stops);
        final int status = Undercurrent.run(console, false, args);
        stops.finish(status);
        return new Result(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** Counts the values of a text of JSON values; throws if it is not that. */
    static int jsonValues(final String text) {
        try (JsonParser parser = new JsonFactory().createParser(text)) {
            int values = 0;
            while (parser.nextToken() != null) {
                parser.skipChildren();
                values++;
            }
            return values;
        } catch (final IOException e) {
            throw new AssertionError("not JSON: " + text, e);
        }
    }
}
