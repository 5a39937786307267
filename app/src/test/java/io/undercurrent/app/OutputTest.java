package io.undercurrent.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class OutputTest {
    private static Output failing(final String message) {
        return new Output(new OutputStream() {
            @Override
            public void write(final int b) throws IOException {
                throw new IOException(message);
            }
        });
    }

    @Test
    void writesUtf8OfAnyLength() {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        final Output out = new Output(bytes);
        final String text = "bid \u00d7 ask \u20ac, ".repeat(20_000);
        out.println(text);
        out.flush();

        assertEquals(text + "\n", bytes.toString(StandardCharsets.UTF_8));
    }

    @Test
    void aClosedPipeIsAQuietEnd() {
        final Output out = failing("Broken pipe");
        out.print("x");

        assertThrows(OutputClosedException.class, out::flush);
    }

    @Test
    void aFullDiskIsAFailureThatIsSaid() {
        final Output out = failing("No space left on device");
        out.print("x");

        final CommandException e = assertThrows(CommandException.class, out::flush);
        assertTrue(e.getMessage().contains("No space left on device"));
    }
}
